/* An empty picture with axes, 340 units wide: as wide as a telephone, or half of the column. */

import { element } from "./element.js";

export const [WIDTH, HEIGHT] = [340, 262];
export const FRAME = { left: 42, right: 328, top: 26, bottom: 226 };

/**
 * A scale from low..high to from..to; what lies beyond stays on the edge.
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
export const linear = (low, high, from, to) => (value) =>
  from + ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (to - from);

/**
 * Words in the picture; `kind` is their class.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 */
export const label = (x, y, text, kind = "", anchor = "start") =>
  element("text", { x, y, class: kind, "text-anchor": anchor }, text);

/**
 * A straight line.
 * @param {number} x1
 * @param {number} y1
 * @param {number} x2
 * @param {number} y2
 */
export const rule = (x1, y1, x2, y2, kind = "xp-rule") => element("line", { x1, y1, x2, y2, class: kind });

/** @typedef {[place: number, label: string]} Tick */

/**
 * The picture with its title, and ticks on both axes.
 * @param {string} title
 * @param {string} bottom what the axis across shows
 * @param {Tick[]} ticksAcross
 * @param {Tick[]} ticksUp
 */
export function panel(title, bottom, ticksAcross, ticksUp) {
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
  svg.append(label(0, 12, title, "xp-heading"));
  for (const [x, words] of ticksAcross) svg.append(label(x, FRAME.bottom + 16, words, "xp-tick", "middle"));
  for (const [y, words] of ticksUp)
    svg.append(rule(FRAME.left, y, FRAME.right, y), label(FRAME.left - 6, y + 4, words, "xp-tick", "end"));
  svg.append(label(FRAME.right, HEIGHT - 4, bottom, "xp-tick", "end"));
  return svg;
}
