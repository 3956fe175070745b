/* The game that is played with a bag of words: the laws of collapse_lib.experiments.telephone, seeded. A bag is how often
   each word stands in it. */

import { multinomial, subset } from "./random.js";

/** @import { Random } from "./random.js" */
/** @typedef {"replace" | "accumulate" | "kept"} Policy */

export const COPIES = 10;
const KEPT = 0.1;

/**
 * Return the original and each of the copies.
 * @param {number[]} original
 * @param {Policy} policy
 * @param {number} copies
 * @param {Random} random
 */
export function play(original, policy, copies, random) {
  const size = original.reduce((sum, count) => sum + count, 0);
  const bags = [original];
  const pile = [...original];
  for (let copy = 0; copy < copies; copy++) {
    const bag = drawn({ original, newest: bags[copy], pile }, policy, size, random);
    for (const [word, count] of bag.entries()) pile[word] += count;
    bags.push(bag);
  }
  return bags;
}

/**
 * Return a new copy; `pile` is all that was ever written.
 * @param {{ original: number[], newest: number[], pile: number[] }} from
 * @param {Policy} policy
 * @param {number} size
 * @param {Random} random
 */
function drawn({ original, newest, pile }, policy, size, random) {
  if (policy === "replace") return multinomial(random, size, newest);
  if (policy === "accumulate") return multinomial(random, size, pile);
  const kept = Math.round(KEPT * size);
  const fresh = subset(random, kept, original);
  return multinomial(random, size - kept, newest).map((count, word) => count + fresh[word]);
}
