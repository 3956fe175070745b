/* A hundred lineages: each fits a bell curve to samples of the bell curve before. A fit looks at nothing but the mean
   and the sum of squares of its samples, so one normal and one chi-square number stand for all of them, exactly. */

import { chiSquare, generator, normal } from "./random.js";
import { FRAME, linear, panel, rule, words } from "./panel.js";
import { make, perform, radios } from "./stage.js";

export const LINEAGES = 100;
const LAST = 500; // generations
const STRIDE = 5; // generations in a step
const FRESH = 0.1;
const SIZES = [["20", "20"], ["100", "100"], ["500", "500"]];
const POLICIES = [["replace", "Replace"], ["fresh", "10% fresh"], ["accumulate", "Accumulate"]];
const FORMULAS = [["1", "M − 1"], ["0", "M"]];

/* --- The lineages: the laws of collapse_lib.ensembles -------------------------------------------------------------- */

/* Size, mean and sum of squared deviations of `size` samples of a bell curve. Of no samples the mean weighs nothing. */
function drawn(random, size, mean, std) {
  const squares = size > 1 ? std * std * chiSquare(random, size - 1) : 0;
  return { size, mean: mean + (std / Math.sqrt(Math.max(size, 1))) * normal(random), squares };
}

function merged(one, other) {
  const size = one.size + other.size;
  const gap = other.mean - one.mean;
  const squares = one.squares + other.squares + (gap * gap * one.size * other.size) / size;
  return { size, mean: one.mean + (gap * other.size) / size, squares };
}

function nextData(data, std, policy, samples, random) {
  if (policy === "accumulate") return merged(data, drawn(random, samples, data.mean, std));
  const fresh = policy === "fresh" ? Math.round(FRESH * samples) : 0;
  const synthetic = drawn(random, samples - fresh, data.mean, std);
  return fresh ? merged(synthetic, drawn(random, fresh, 0, 1)) : synthetic;
}

/* Return [mean, std] of one lineage in generation 0, stride, 2 stride, ... up to `last`; the truth is N(0, 1). */
export function lineage({ policy, samples, ddof }, { last, stride }, random) {
  const course = [];
  let data = drawn(random, samples, 0, 1);
  for (let generation = 0; ; generation++) {
    const std = Math.sqrt(data.squares / (data.size - ddof));
    if (generation % stride === 0) course.push([data.mean, std]);
    if (generation === last) return course;
    data = nextData(data, std, policy, samples, random);
  }
}

/* The squared Wasserstein-2 distance from N(0, 1). */
export const distance = ([mean, std]) => mean * mean + (std - 1) ** 2;

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/* --- Two pictures: where each lineage is, and how far from the truth ------------------------------------------------ */

const HALF = 3; // centres from -3 to 3
const WIDEST = 2.4;
const [NEAREST, FARTHEST] = [-2, 2]; // distances from 0.01 to 100, as powers of ten

const across = linear(-HALF, HALF, FRAME.left, FRAME.right);
const upward = linear(0, WIDEST, FRAME.bottom, FRAME.top);
const inTime = linear(0, LAST, FRAME.left, FRAME.right - 62);
const powers = linear(NEAREST, FARTHEST, FRAME.bottom, FRAME.top);
const faraway = (value) => powers(Math.log10(Math.max(value, 1e-9)));


function places() {
  const ticks = [-3, -2, -1, 0, 1, 2, 3].map((mean) => [across(mean), String(mean).replace("-", "−")]);
  const svg = panel("How wide each curve is", "where its centre is (on the edge: beyond it)", ticks, [0, 1, 2].map((std) => [upward(std), String(std)]));
  const dots = Array.from({ length: LINEAGES }, () => make("circle", { r: 3.6, class: "xp-lineage" }));
  const runaway = make("circle", { r: 7, class: "xp-ring" });
  const [x, y] = [across(0), upward(1)];
  svg.append(...dots, rule(x - 7, y, x + 7, y, "xp-truth"), rule(x, y - 7, x, y + 7, "xp-truth"), words(x + 9, y - 8, "truth", "xp-real xp-halo"), runaway);
  return { svg, dots, runaway };
}

function distances() {
  const ticks = [0, 100, 200, 300, 400, 500].map((generation) => [inTime(generation), String(generation)]);
  const tens = [0.01, 0.1, 1, 10, 100].map((value) => [faraway(value), String(value)]);
  const svg = panel("Squared distance from the truth", "generation", ticks, tens);
  const dots = Array.from({ length: LINEAGES }, () => make("circle", { r: 2.4, class: "xp-lineage" }));
  const paths = ["typical", "average"].map((name) => make("path", { class: `xp-line xp-${name}` }));
  const labels = [words(0, 0, "typical", "xp-synthetic xp-halo"), words(0, 0, "average", "xp-real xp-halo")];
  const runaway = make("circle", { r: 6, class: "xp-ring" });
  svg.append(...dots, ...paths, ...labels, runaway);
  return { svg, dots, paths, labels, runaway };
}

function place(circle, x, y) {
  circle.setAttribute("cx", x.toFixed(1));
  circle.setAttribute("cy", y.toFixed(1));
}

function drawPlaces({ dots, runaway }, { courses }, step, rarest) {
  courses.forEach((course, i) => place(dots[i], across(course[step][0]), upward(course[step][1])));
  place(runaway, across(courses[rarest][step][0]), upward(courses[rarest][step][1]));
}

function drawDistances({ dots, paths, labels, runaway }, { away, typical, mean }, step, rarest) {
  const x = inTime(step * STRIDE);
  away[step].forEach((value, i) => place(dots[i], x + 4 + ((i * 37) % 11), faraway(value)));
  place(runaway, x + 4 + ((rarest * 37) % 11), faraway(away[step][rarest]));
  [typical, mean].forEach((values, i) => {
    const points = values.slice(0, step + 1).map((value, t) => `${inTime(t * STRIDE).toFixed(1)},${faraway(value).toFixed(1)}`);
    paths[i].setAttribute("d", `M${points.join("L")}`);
    labels[i].setAttribute("x", x + 20);
    labels[i].setAttribute("y", Math.min(faraway(values[step]) + [10, 0][i], FRAME.bottom - [4, 20][i]));
  });
}

/* --- The explorable ------------------------------------------------------------------------------------------------- */

function simulate({ samples, policy, ddof }, seed) {
  const random = generator(seed);
  const settings = { policy, samples: Number(samples), ddof: Number(ddof) };
  const courses = Array.from({ length: LINEAGES }, () => lineage(settings, { last: LAST, stride: STRIDE }, random));
  const away = courses[0].map((_, step) => courses.map((course) => distance(course[step])));
  return { courses, away, typical: away.map(median), mean: away.map(average) };
}

const farthest = (values) => values.indexOf(Math.max(...values));

/* What there is to see, in words. */
export function sentence({ courses, away, typical, mean }, step, { samples }, seed) {
  const top = Math.max(...away[step]);
  const narrow = courses.filter((course) => course[step][1] < 0.5).length;
  return (
    `Run ${seed} (seed ${seed}), generation ${step * STRIDE}, ${samples} samples each: the squared distance from the truth is ` +
    `${short(typical[step])} for the typical lineage and ${short(mean[step])} on average. The farthest one, at ${short(top)}, makes up ` +
    `${Math.round((100 * top) / (LINEAGES * mean[step]))}% of the average. ${narrow} of ${LINEAGES} are less than half as wide as the truth.`
  );
}

const short = (value) => (value >= 9.95 ? value.toFixed(0) : value >= 0.995 ? value.toFixed(1) : value.toFixed(2));

function render({ el }) {
  const controls = {
    samples: radios("Samples per generation, M", SIZES, "100"),
    policy: radios("Policy", POLICIES),
    ddof: radios("Variance: divide by", FORMULAS),
  };
  const [where, howFar] = [places(), distances()];
  return perform(el, {
    kind: "lineages",
    title: "A hundred lineages",
    controls,
    last: LAST / STRIDE,
    pace: 80,
    words: { made: "Generation", value: (step) => String(step * STRIDE), next: `${STRIDE} generations on`, again: "Run again" },
    picture: make("div", { class: "xp-picture xp-pair" }, where.svg, howFar.svg),
    simulate,
    draw(course, step) {
      const rarest = farthest(course.away[step]);
      drawPlaces(where, course, step, rarest);
      drawDistances(howFar, course, step, rarest);
    },
    tell: sentence,
  });
}

export default { render };
