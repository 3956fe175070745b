/* A hundred lineages: each fits a bell curve to samples of the bell curve before. */

import { radios } from "../controls.js";
import { element } from "../element.js";
import { mount } from "../stage.js";
import { distances, drawDistances, drawPlaces, places } from "./picture.js";
import { describe, LAST, STRIDE, simulate } from "./run.js";

/** @import { Host } from "../stage.js" */
/** @import { Policy } from "./laws.js" */

/** @type {[string, string][]} */
const SIZES = [
  ["20", "20"],
  ["100", "100"],
  ["500", "500"],
];
/** @type {[Policy, string][]} */
const POLICIES = [
  ["replace", "Replace"],
  ["fresh", "10% fresh"],
  ["accumulate", "Accumulate"],
];
/** @type {[string, string][]} */
const FORMULAS = [
  ["1", "M − 1"],
  ["0", "M"],
];

/** @param {Host<{}>} host */
function render({ el }) {
  const [where, howFar] = [places(), distances()];
  return mount(el, {
    kind: "lineages",
    title: "A hundred lineages",
    controls: {
      samples: radios("Samples per generation, M", SIZES, "100"),
      policy: radios("Policy", POLICIES),
      ddof: radios("Variance: divide by", FORMULAS),
    },
    last: LAST / STRIDE,
    pace: 80,
    words: {
      made: "Generation",
      value: (step) => String(step * STRIDE),
      next: `${STRIDE} generations on`,
      rerun: "Run again",
    },
    picture: element("div", { class: "xp-picture xp-pair" }, where.svg, howFar.svg),
    simulate,
    draw(run, step) {
      drawPlaces(where, run, step);
      drawDistances(howFar, run, step);
    },
    describe,
  });
}

export default { render };
