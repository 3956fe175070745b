/* What pages flow through: bars, and bands that run from one bar to the next. */

import { element } from "../element.js";

export const BAR = 20;

/** @typedef {[x: number, y: number, height: number]} End where a band ends: the top of its edge, and how tall it is */

/**
 * @param {number} x
 * @param {number} y
 * @param {number} height
 * @param {string} kind
 */
export const bar = (x, y, height, kind) =>
  element("rect", { x, y: y.toFixed(1), width: BAR, height: Math.max(0, height).toFixed(1), class: `xp-${kind}` });

/**
 * A band from one bar to the next; its middle line runs while the picture plays.
 * @param {End} from
 * @param {End} to
 * @param {string} kind
 */
export function ribbon([x1, y1, tall1], [x2, y2, tall2], kind) {
  const bend = (x1 + x2) / 2;
  const curve = (/** @type {number} */ a, /** @type {number} */ b) =>
    `C${bend},${a.toFixed(1)} ${bend},${b.toFixed(1)}`;
  const [end1, end2] = [y1 + tall1, y2 + tall2];
  const above = `M${x1},${y1.toFixed(1)}${curve(y1, y2)} ${x2},${y2.toFixed(1)}`;
  const below = `V${end2.toFixed(1)}${curve(end2, end1)} ${x1},${end1.toFixed(1)}Z`;
  const [middle1, middle2] = [(y1 + end1) / 2, (y2 + end2) / 2];
  const line = `M${x1},${middle1.toFixed(1)}${curve(middle1, middle2)} ${x2},${middle2.toFixed(1)}`;
  return [
    element("path", { d: above + below, class: `xp-${kind} xp-ribbon` }),
    element("path", { d: line, class: `xp-stream xp-on-${kind}` }),
  ];
}
