/* Two pictures: where each lineage is, and how far from the truth. The farthest one wears a ring. */

import { element } from "../element.js";
import { FRAME, label, linear, panel, rule } from "../panel.js";
import { LAST, LINEAGES, STRIDE } from "./run.js";

/** @import { Tick } from "../panel.js" */
/** @import { Run } from "./run.js" */

const HALF = 3; // centres from -3 to 3
const WIDEST = 2.4;
const [NEAREST, FARTHEST] = [-2, 2]; // distances from 0.01 to 100, as powers of ten

const across = linear(-HALF, HALF, FRAME.left, FRAME.right);
const upward = linear(0, WIDEST, FRAME.bottom, FRAME.top);
const inTime = linear(0, LAST, FRAME.left, FRAME.right - 62);
const powers = linear(NEAREST, FARTHEST, FRAME.bottom, FRAME.top);
const faraway = (/** @type {number} */ value) => powers(Math.log10(Math.max(value, 1e-9)));

/** @param {number} r */
const dotsOf = (r) => Array.from({ length: LINEAGES }, () => element("circle", { r, class: "xp-lineage" }));

/** The picture of where each lineage is. */
export function places() {
  /** @type {Tick[]} */
  const centres = [-3, -2, -1, 0, 1, 2, 3].map((mean) => [across(mean), String(mean).replace("-", "−")]);
  /** @type {Tick[]} */
  const widths = [0, 1, 2].map((std) => [upward(std), String(std)]);
  const svg = panel("How wide each curve is", "where its centre is (on the edge: beyond it)", centres, widths);
  const dots = dotsOf(3.6);
  const ring = element("circle", { r: 7, class: "xp-ring" });
  const [x, y] = [across(0), upward(1)];
  const truth = [rule(x - 7, y, x + 7, y, "xp-truth"), rule(x, y - 7, x, y + 7, "xp-truth")];
  svg.append(...dots, ...truth, label(x + 9, y - 8, "truth", "xp-real xp-halo"), ring);
  return { svg, dots, ring };
}

/** The picture of how far each lineage is from the truth. */
export function distances() {
  /** @type {Tick[]} */
  const times = [0, 100, 200, 300, 400, 500].map((generation) => [inTime(generation), String(generation)]);
  /** @type {Tick[]} */
  const tens = [0.01, 0.1, 1, 10, 100].map((value) => [faraway(value), String(value)]);
  const svg = panel("Squared distance from the truth", "generation", times, tens);
  const dots = dotsOf(2.4);
  const lines = ["typical", "average"].map((name) => element("path", { class: `xp-line xp-${name}` }));
  const names = [label(0, 0, "typical", "xp-synthetic xp-halo"), label(0, 0, "average", "xp-real xp-halo")];
  const ring = element("circle", { r: 6, class: "xp-ring" });
  svg.append(...dots, ...lines, ...names, ring);
  return { svg, dots, lines, names, ring };
}

/**
 * @param {SVGCircleElement} circle
 * @param {number} x
 * @param {number} y
 */
function place(circle, x, y) {
  circle.setAttribute("cx", x.toFixed(1));
  circle.setAttribute("cy", y.toFixed(1));
}

/**
 * @param {ReturnType<typeof places>} picture
 * @param {Run} run
 * @param {number} step
 */
export function drawPlaces({ dots, ring }, { lineages, away }, step) {
  const curves = lineages.map((lineage) => lineage[step]);
  for (const [i, [mean, std]] of curves.entries()) place(dots[i], across(mean), upward(std));
  const [mean, std] = curves[farthest(away[step])];
  place(ring, across(mean), upward(std));
}

/**
 * @param {ReturnType<typeof distances>} picture
 * @param {Run} run
 * @param {number} step
 */
export function drawDistances({ dots, lines, names, ring }, { away, typical, mean }, step) {
  const x = inTime(step * STRIDE);
  const beside = (/** @type {number} */ i) => x + 4 + ((i * 37) % 11); // so that fewer dots hide others
  for (const [i, value] of away[step].entries()) place(dots[i], beside(i), faraway(value));
  const rarest = farthest(away[step]);
  place(ring, beside(rarest), faraway(away[step][rarest]));
  for (const [i, values] of [typical, mean].entries()) {
    lines[i].setAttribute(
      "d",
      `M${values
        .slice(0, step + 1)
        .map(point)
        .join("L")}`,
    );
    names[i].setAttribute("x", String(x + 20));
    names[i].setAttribute("y", String(Math.min(faraway(values[step]) + [10, 0][i], FRAME.bottom - [4, 20][i])));
  }
}

/**
 * @param {number} value
 * @param {number} step
 */
const point = (value, step) => `${inTime(step * STRIDE).toFixed(1)},${faraway(value).toFixed(1)}`;

/** @param {number[]} values */
const farthest = (values) => values.indexOf(Math.max(...values));
