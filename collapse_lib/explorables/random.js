/* Random numbers that can be had again: one seed, one sequence, the same in every browser.

   The generator is sfc32 (Chris Doty-Humphrey's Small Fast Counter). All samplers are exact: none approximates one law
   by another. tests/explorables compares them with scipy's. */

const TWO_TO_53 = 2 ** 53;

/** @typedef {() => number} Random the next number of (0, 1) */

/**
 * Return a function that gives the next number of (0, 1), with 53 random bits.
 * @param {number} seed
 * @returns {Random}
 */
export function generator(seed) {
  let [a, b, c, counter] = [0, seed >>> 0, (seed * 0x9e3779b9) >>> 0, 1];
  const next = () => {
    const mixed = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + mixed) >>> 0;
    return mixed;
  };
  for (let i = 0; i < 16; i++) next(); // until every bit of the seed has reached every bit of the state
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6) + 0.5) / TWO_TO_53;
}

/**
 * A standard normal number, by Marsaglia's polar method.
 * @param {Random} random
 * @returns {number}
 */
export function normal(random) {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * A gamma number with scale 1, by the rejection of Marsaglia & Tsang (2000).
 * @param {Random} random
 * @param {number} shape
 * @returns {number}
 */
export function gamma(random, shape) {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A chi-square number.
 * @param {Random} random
 * @param {number} freedom
 */
export const chiSquare = (random, freedom) => 2 * gamma(random, freedom / 2);

/**
 * How many of n tries succeed. A middle one of n uniform numbers is a beta number: it halves n until few are left.
 * @param {Random} random
 * @param {number} n
 * @param {number} p
 */
export function binomial(random, n, p) {
  let successes = 0;
  while (n > 16) {
    const below = 1 + (n >> 1);
    const left = gamma(random, below);
    const middle = left / (left + gamma(random, n + 1 - below));
    if (middle < p) {
      successes += below;
      n -= below;
      p = (p - middle) / (1 - middle);
    } else {
      n = below - 1;
      p /= middle;
    }
  }
  while (n-- > 0) if (random() < p) successes++;
  return successes;
}

/**
 * How often each kind comes, when n are drawn with replacement from kinds with these weights.
 * @param {Random} random
 * @param {number} n
 * @param {number[]} weights
 */
export function multinomial(random, n, weights) {
  let rest = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => {
    const drawn = weight ? binomial(random, n, Math.min(1, weight / rest)) : 0;
    n -= drawn;
    rest -= weight;
    return drawn;
  });
}

/**
 * How often each kind comes, when n are drawn without replacement from so many of each.
 * @param {Random} random
 * @param {number} n
 * @param {number[]} counts
 */
export function subset(random, n, counts) {
  const pool = counts.flatMap((count, kind) => Array(count).fill(kind));
  const drawn = counts.map(() => 0);
  for (let i = 0; i < n; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    drawn[pool[j]]++;
    pool[j] = pool[i];
  }
  return drawn;
}
