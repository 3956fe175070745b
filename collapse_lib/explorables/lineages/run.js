/* A run: a hundred lineages, their distances from the truth, and what these say in a sentence. */

import { generator } from "../random.js";
import { average, distance, lineage, median } from "./laws.js";

/** @import { Curve, Policy } from "./laws.js" */
/** @typedef {{ policy: Policy, samples: string, ddof: string }} Settings */
/**
 * Where each lineage is in each step; per step how far from the truth each, the typical one, and all on average.
 * @typedef {{ lineages: Curve[][], away: number[][], typical: number[], mean: number[] }} Run
 */

export const LINEAGES = 100;
export const LAST = 500; // generations
export const STRIDE = 5; // generations in a step

/**
 * @param {Settings} settings
 * @param {number} seed
 * @returns {Run}
 */
export function simulate({ samples, policy, ddof }, seed) {
  const random = generator(seed);
  const settings = { policy, samples: Number(samples), ddof: Number(ddof) };
  const generations = { last: LAST, stride: STRIDE };
  const lineages = Array.from({ length: LINEAGES }, () => lineage(settings, generations, random));
  const away = lineages[0].map((_, step) => lineages.map((curves) => distance(curves[step])));
  return { lineages, away, typical: away.map(median), mean: away.map(average) };
}

/** @param {number} value */
const short = (value) => (value >= 9.95 ? value.toFixed(0) : value >= 0.995 ? value.toFixed(1) : value.toFixed(2));

/**
 * Say what there is to see.
 * @param {Run} run
 * @param {number} step
 * @param {Settings} settings
 * @param {number} seed
 */
export function describe({ lineages, away, typical, mean }, step, { samples }, seed) {
  const top = Math.max(...away[step]);
  const part = Math.round((100 * top) / (LINEAGES * mean[step]));
  const narrow = lineages.filter((curves) => curves[step][1] < 0.5).length;
  return (
    `Run ${seed} (seed ${seed}), generation ${step * STRIDE}, ${samples} samples each: the squared distance from the truth ` +
    `is ${short(typical[step])} for the typical lineage and ${short(mean[step])} on average. The farthest one, at ` +
    `${short(top)}, makes up ${part}% of the average. ${narrow} of ${LINEAGES} are less than half as wide as the truth.`
  );
}
