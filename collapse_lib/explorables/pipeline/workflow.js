/* The workflow as a picture: pages are drafted, published, scraped, and become training text, which is a hundred dots. */

import { element } from "../element.js";
import { HEIGHT, label, WIDTH } from "../panel.js";
import { BAR, bar, ribbon } from "./bands.js";
import { machineShare, parts } from "./laws.js";
import { percent } from "./words.js";

/** @import { End } from "./bands.js" */
/** @import { Part, Team } from "./laws.js" */

const [TOP, TALL] = [46, 150];
const STATIONS = { draft: 0, publish: 92, scrape: 196, train: 228 };
const CELL = 11;

/** The picture, without what flows in it. */
export function workflow() {
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
  const level = label(STATIONS.train + 110, 12, "", "xp-synthetic", "end");
  const flows = element("g");
  const dots = Array.from({ length: 100 }, (_, i) => dot(i % 10, Math.floor(i / 10)));
  svg.append(label(0, 12, "The workflow", "xp-heading"), ...names(), flows, ...dots, ...wayHome(), level);
  return { svg, flows, dots, level };
}

function names() {
  const under = TOP + TALL + 17;
  return [
    label(STATIONS.draft, under, "Draft", "xp-heading"),
    label(STATIONS.publish, under, "Publish", "xp-heading"),
    label(STATIONS.scrape + BAR, under, "Scrape", "xp-heading", "end"),
    label(STATIONS.train, under, "Train", "xp-heading"),
  ];
}

/**
 * @param {number} column
 * @param {number} row
 */
const dot = (column, row) =>
  element("circle", { r: 4.4, cx: STATIONS.train + CELL * (column + 0.5), cy: TOP + (TALL / 10) * (row + 0.5) });

/* The arrow from training back to drafting. */
function wayHome() {
  const under = TOP + TALL + 40;
  const line = `M${STATIONS.train + 18},${under - 17}V${under}H${BAR / 2}V${under - 14}`;
  return [
    element("path", { d: line, class: "xp-home" }),
    element("path", { d: `M${BAR / 2 - 5},${under - 9}l5,-7l5,7`, class: "xp-home" }),
    label(BAR, under + 16, "the model drafts what it has learnt", "xp-tick"),
  ];
}

/**
 * @param {ReturnType<typeof workflow>} picture
 * @param {Team} team
 * @param {number} refreshes
 */
export function drawWorkflow({ flows, dots, level }, team, refreshes) {
  const made = parts(team, refreshes);
  const machine = Math.round(100 * machineShare(team, refreshes));
  const archive = Math.round(100 * (made[0][0] === "archive" ? made[0][2] : 0));
  const published = { people: TOP, machine: TOP + (1 - team.drafted) * TALL };
  flows.replaceChildren(
    ...drafting("people", 1 - team.drafted, published.people),
    ...drafting("machine", team.drafted, published.machine),
    ...scraping(made, team, published),
  );
  for (const [i, circle] of dots.entries())
    circle.setAttribute("class", i >= 100 - machine ? "xp-machine" : i < archive ? "xp-kept" : "xp-people");
  level.textContent = `${machine}% from machines`;
}

/**
 * The new pages of people or of the model, drafted and published.
 * @param {"people" | "machine"} whose
 * @param {number} share
 * @param {number} y where they begin
 */
function* drafting(whose, share, y) {
  const { draft, publish } = STATIONS;
  const tall = share * TALL;
  if (share) {
    yield bar(draft, y, tall, whose);
    yield* ribbon([draft + BAR, y, tall], [publish, y, tall], whose);
    yield bar(publish, y, tall, whose);
  }
  const words = `${percent(share)} ${whose === "people" ? "people" : "model"}`;
  if (share >= 0.12) yield label(draft + BAR + 5, y + tall / 2 + 4, words, "xp-small xp-halo");
}

/**
 * What the training text is made of, and where it comes from.
 * @param {Part[]} made
 * @param {Team} team
 * @param {{ people: number, machine: number }} tops where the published pages begin
 */
function* scraping(made, { drafted }, tops) {
  const { publish, scrape } = STATIONS;
  let y = TOP;
  for (const [from, whose, share] of made) {
    const tall = share * TALL;
    /** @type {End} */
    const end = [scrape, y, tall];
    if (from === "new" && share && whose !== "kept") {
      const all = whose === "machine" ? drafted : 1 - drafted;
      yield* ribbon([publish + BAR, tops[whose], all * TALL], end, whose);
    }
    if (from === "archive" && share) {
      yield* ribbon([publish + 60, TOP - 26, tall], end, whose);
      yield label(publish + 56, TOP - 14, `archive ${percent(share)}`, "xp-small", "end");
    }
    yield bar(scrape, y, tall, `${whose}${from === "stayed" ? " xp-stayed" : ""}`);
    y += tall;
  }
}
