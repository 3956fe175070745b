/* The picture: one dot a word, in bands; above each band a gauge of what is left of it. A dot's area is how often the
   word stands in the newest copy, so the dots together always cover the same ground. */

import { element } from "../element.js";
import { BANDS, inBand, left } from "./laws.js";

const AREA = 6.6; // pixels across, of a word that stands once in a bag of a thousand

/** @typedef {{ place: number, total: number, element: HTMLElement, tally: HTMLElement, gauge: HTMLElement }} Row */
/** @typedef {{ size: number, dots: Map<number, HTMLElement>, rows: Row[] }} Layout a dot for each word, a row for each band */
/** @typedef {number[]} Bag how often each word stands in it */

/**
 * @param {number} count
 * @param {number} size
 */
function diameter(count, size) {
  return Math.max(4, AREA * Math.sqrt((count * 1000) / size));
}

/**
 * @param {string} word
 * @param {number} count
 * @param {number} size
 */
function dot(word, count, size) {
  const across = diameter(count, size);
  const name = word.length * 6.5 + 8 < across ? word : "";
  const slot = element("i", { class: "xp-slot", "data-word": word }, element("b", {}, name));
  slot.style.setProperty("--slot", `${Math.ceil(1.1 * across + 6)}px`);
  slot.style.setProperty("--dot", `${across.toFixed(1)}px`);
  return slot;
}

/**
 * Lay out the words of one bag in bands, the most frequent first; return the parts that change.
 * @param {string[]} words
 * @param {Bag} original
 * @param {number} size
 * @returns {Layout}
 */
export function layOut(words, original, size) {
  const order = [...original.entries()].filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
  const dots = new Map(order.map(([word, count]) => [word, dot(words[word], count, size)]));
  const rows = BANDS.map((band, place) => {
    const those = [...dots].filter(([word]) => inBand(band)(original[word])).map(([, slot]) => slot);
    return row(band[0], place, those);
  });
  return { size, dots, rows: rows.filter(({ total }) => total) };
}

/**
 * @param {string} band
 * @param {number} place
 * @param {HTMLElement[]} dots
 * @returns {Row}
 */
function row(band, place, dots) {
  const parts = { tally: element("span", { class: "xp-tally" }), gauge: element("span", { class: "xp-gauge" }) };
  const name = element("span", { class: "xp-band" }, `Stood ${band}`);
  const head = element("div", { class: "xp-head" }, name, parts.tally, parts.gauge);
  const field = element("div", { class: "xp-dots" }, ...dots);
  return { ...parts, place, total: dots.length, element: element("div", {}, head, field) };
}

/**
 * Show the bag of one step; `last` is the one before, `earlier` what other runs had in this step.
 * @param {Layout} layout
 * @param {{ original: Bag, bag: Bag, last: Bag, earlier: Bag[] }} bags
 */
export function draw({ size, dots, rows }, { original, bag, last, earlier }) {
  for (const [word, slot] of dots) {
    slot.className = `xp-slot ${bag[word] ? "here" : last[word] ? "going" : "gone"}`;
    const scale = bag[word] ? diameter(bag[word], size) / diameter(original[word], size) : 1;
    slot.style.setProperty("--grown", scale.toFixed(3));
  }
  const counts = left(original, bag);
  const before = earlier.map((other) => left(original, other));
  for (const { place, total, tally, gauge } of rows) {
    tally.replaceChildren(`${counts[place]} of ${total}`, element("span", { class: "xp-roomy" }, " left"));
    const shares = before.map((other) => other[place] / total);
    fillGauge(gauge, counts[place] / total, shares);
  }
}

/**
 * Show where a share stands between none and all, and where it stood in earlier runs.
 * @param {HTMLElement} gauge
 * @param {number} share
 * @param {number[]} before
 */
function fillGauge(gauge, share, before) {
  const bar = element("span", { class: "xp-fill" });
  bar.style.width = `${100 * share}%`;
  const marks = before.map((other) => {
    const mark = element("span", { class: "xp-mark" });
    mark.style.left = `${100 * other}%`;
    return mark;
  });
  gauge.replaceChildren(bar, ...marks);
}
