/* The lineages: the laws of collapse_lib.ensembles. A fit looks at nothing but the mean and the sum of squares of its
   samples, so one normal and one chi-square number stand for all of them, exactly. */

import { chiSquare, normal } from "../random.js";

/** @import { Random } from "../random.js" */
/** @typedef {{ size: number, mean: number, squares: number }} Data samples, summed up: squares of deviations from the mean */
/** @typedef {[mean: number, std: number]} Curve */
/** @typedef {"replace" | "fresh" | "accumulate"} Policy */

const FRESH = 0.1;

/**
 * Return `size` samples of a bell curve. Of no samples the mean weighs nothing.
 * @param {Random} random
 * @param {number} size
 * @param {number} mean
 * @param {number} std
 * @returns {Data}
 */
function drawn(random, size, mean, std) {
  const squares = size > 1 ? std * std * chiSquare(random, size - 1) : 0;
  return { size, mean: mean + (std / Math.sqrt(Math.max(size, 1))) * normal(random), squares };
}

/**
 * @param {Data} one
 * @param {Data} other
 * @returns {Data}
 */
function merged(one, other) {
  const size = one.size + other.size;
  const gap = other.mean - one.mean;
  const squares = one.squares + other.squares + (gap * gap * one.size * other.size) / size;
  return { size, mean: one.mean + (gap * other.size) / size, squares };
}

/**
 * Return what the next generation is fitted to.
 * @param {Data} data
 * @param {number} std
 * @param {Policy} policy
 * @param {number} samples
 * @param {Random} random
 */
function nextData(data, std, policy, samples, random) {
  if (policy === "accumulate") return merged(data, drawn(random, samples, data.mean, std));
  const fresh = policy === "fresh" ? Math.round(FRESH * samples) : 0;
  const synthetic = drawn(random, samples - fresh, data.mean, std);
  return fresh ? merged(synthetic, drawn(random, fresh, 0, 1)) : synthetic;
}

/**
 * Return one lineage in generation 0, stride, 2 stride, ... up to `last`; the truth is N(0, 1).
 * @param {{ policy: Policy, samples: number, ddof: number }} settings
 * @param {{ last: number, stride: number }} generations
 * @param {Random} random
 */
export function lineage({ policy, samples, ddof }, { last, stride }, random) {
  /** @type {Curve[]} */
  const curves = [];
  let data = drawn(random, samples, 0, 1);
  for (let generation = 0; ; generation++) {
    const std = Math.sqrt(data.squares / (data.size - ddof));
    if (generation % stride === 0) curves.push([data.mean, std]);
    if (generation === last) return curves;
    data = nextData(data, std, policy, samples, random);
  }
}

/**
 * The squared Wasserstein-2 distance from N(0, 1).
 * @param {Curve} curve
 */
export const distance = ([mean, std]) => mean * mean + (std - 1) ** 2;

/** @param {number[]} values */
export const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
