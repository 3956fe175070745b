/* The game that is played with a bag of words: the laws of collapse_lib.telephone, seeded. */

import { multinomial, subset } from "./random.js";

export const COPIES = 10;
const KEPT = 0.1;

/* Return how often each word stands in the original and in each of the copies. */
export function play(original, policy, copies, random) {
  const size = original.reduce((sum, count) => sum + count, 0);
  const bags = [original];
  const pile = [...original];
  for (let copy = 0; copy < copies; copy++) {
    const bag = drawn(original, bags[copy], pile, policy, size, random);
    bag.forEach((count, word) => (pile[word] += count));
    bags.push(bag);
  }
  return bags;
}

function drawn(original, newest, pile, policy, size, random) {
  if (policy === "replace") return multinomial(random, size, newest);
  if (policy === "accumulate") return multinomial(random, size, pile);
  const kept = Math.round(KEPT * size);
  const fresh = subset(random, kept, original);
  return multinomial(random, size - kept, newest).map((count, word) => count + fresh[word]);
}
