/* What the telephone game says. */

import { BANDS, inBand, left, OFTEN, ONCE } from "./laws.js";

/** @typedef {{ bags: number[][], before: number[][][] }} Run the bags of this run, and those of earlier runs */

/** @param {number} count */
const times = (count) => (count === 0 ? "no longer" : count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/**
 * @param {string[]} list
 * @param {number} most
 */
function named(list, most) {
  const shown = list.slice(0, most).join(", ");
  return list.length > most ? `${shown} and ${list.length - most} more` : shown;
}

/**
 * Say what there is to see.
 * @param {Run} run
 * @param {number} step
 * @param {unknown} _
 * @param {number} seed
 */
export function describe({ bags, before }, step, _, seed) {
  const [original, bag] = [bags[0], bags[step]];
  const counts = left(original, bag);
  const totals = left(original, original);
  const run = `Run ${seed} (seed ${seed})`;
  const different = original.filter(Boolean).length;
  if (!step) return `${run}, before any copy: ${totals[ONCE]} of ${different} different words stand in the bag once.`;
  const share = Math.round((100 * counts[ONCE]) / totals[ONCE]);
  const rare = `of the ${totals[ONCE]} words that stood once ${counts[ONCE]} are left (${share}%).`;
  const sentences = [`${run}, copy ${step}: ${rare}`];
  const previous = before.at(-1)?.[step];
  if (previous) {
    const same = previous.filter((count, word) => original[word] === 1 && count && bag[word]).length;
    sentences.push(`Of these ${counts[ONCE]}, ${same} were left in run ${seed - 1} too.`);
  }
  const often = counts[OFTEN] === totals[OFTEN] ? `All ${totals[OFTEN]}` : `${counts[OFTEN]} of the ${totals[OFTEN]}`;
  if (totals[OFTEN]) sentences.push(`${often} that stood six times or more are left.`);
  return sentences.join(" ");
}

/**
 * Say which words went, and which came back.
 * @param {string[]} words
 * @param {number[][]} bags
 * @param {number} step
 */
export function headline(words, bags, step) {
  if (!step) return "Nothing is copied yet. Point at a dot to see its word.";
  const [original, last, bag] = [bags[0], bags[step - 1], bags[step]];
  const went = words.filter((_, word) => last[word] && !bag[word]);
  const back = words.filter((_, word) => !last[word] && bag[word] && original[word]);
  const lines = [`Went in copy ${step}: ${named(went, 6) || "none"}.`];
  if (back.length) lines.push(`Came back: ${named(back, 4)}.`);
  return lines.join(" ");
}

/**
 * Say how often one word stands in the original and in this step.
 * @param {string} word
 * @param {number} original
 * @param {number} count
 * @param {number} step
 */
export const aboutOne = (word, original, count, step) =>
  `“${word}” stood ${times(original)} in the original. In ${step ? `copy ${step}` : "the bag"} it stands ${times(count)}.`;

/**
 * Return for each band that has words its name, and the words of it that are left and that are gone.
 * @param {string[]} words
 * @param {number[]} original
 * @param {number[]} bag
 */
export function whichWords(words, original, bag) {
  return BANDS.flatMap((band) => {
    const those = [...words.keys()].filter((word) => inBand(band)(original[word]));
    const listed = (/** @type {boolean} */ here) =>
      those
        .filter((word) => Boolean(bag[word]) === here)
        .map((word) => words[word])
        .join(", ") || "none";
    return those.length ? [{ band: band[0], left: listed(true), gone: listed(false) }] : [];
  });
}
