/* An empty picture with axes, 340 units wide: as wide as a telephone, or half of the column. */

import { make } from "./stage.js";

export const [WIDTH, HEIGHT] = [340, 262];
export const FRAME = { left: 42, right: 328, top: 26, bottom: 226 };

/* A scale from low..high to from..to; what lies beyond stays on the edge. */
export const linear = (low, high, from, to) => (value) => from + ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (to - from);

export const words = (x, y, text, kind = "", anchor = "start") => make("text", { x, y, class: kind, "text-anchor": anchor }, text);
export const rule = (x1, y1, x2, y2, kind = "xp-rule") => make("line", { x1, y1, x2, y2, class: kind });

/* The picture with its title, and ticks [[place, label], ...] on both axes. */
export function panel(title, bottom, ticksAcross, ticksUp) {
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" }, words(0, 12, title, "xp-heading"));
  for (const [x, label] of ticksAcross) svg.append(words(x, FRAME.bottom + 16, label, "xp-tick", "middle"));
  for (const [y, label] of ticksUp) svg.append(rule(FRAME.left, y, FRAME.right, y), words(FRAME.left - 6, y + 4, label, "xp-tick", "end"));
  svg.append(words(FRAME.right, HEIGHT - 4, bottom, "xp-tick", "end"));
  return svg;
}
