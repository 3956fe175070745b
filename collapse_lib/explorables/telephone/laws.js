/* Bands of words, by how often they stood in the original, and what is left of each. The copying itself is ../game.js. */

/** @typedef {[name: string, low: number, high: number]} Band */

/** @type {Band[]} */
export const BANDS = [
  ["once", 1, 1],
  ["twice", 2, 2],
  ["three to five times", 3, 5],
  ["six times or more", 6, Infinity],
];
export const [ONCE, OFTEN] = [0, BANDS.length - 1];

/**
 * Return whether a count belongs to a band.
 * @param {Band} band
 * @returns {(count: number) => boolean}
 */
export const inBand =
  ([, low, high]) =>
  (count) =>
    count >= low && count <= high;

/**
 * Return for each band how many of its words stand in the bag.
 * @param {number[]} original
 * @param {number[]} bag
 */
export function left(original, bag) {
  return BANDS.map((band) => original.filter((count, word) => inBand(band)(count) && bag[word]).length);
}
