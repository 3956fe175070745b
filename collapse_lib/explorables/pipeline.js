/* The content pipeline: people and a model draft pages, the pages are published and scraped, the model is trained on
   them and drafts again. Each of a hundred dots is one per cent of the training text. */

import { FRAME, HEIGHT, linear, panel, rule, WIDTH, words } from "./panel.js";
import { make, perform, radios, slider } from "./stage.js";

const MONTHS = 120;
const KEY = { people: "from people", kept: "from the archive", machine: "descends from machines" };
const ROUNDING = 1e-9;

/* --- The workflow: the arithmetic of collapse_lib.pipeline; shares between 0 and 1 --------------------------------- */

/* What a refresh brings: alpha from machines, beta from the training text before, the rest from people. */
function mix({ drafted, scraped, kept }) {
  return { alpha: (1 - kept) * scraped * drafted, beta: (1 - kept) * (1 - scraped) };
}

/* Where the share that descends from machines levels off. */
export function ceiling(team) {
  const { alpha, beta } = mix(team);
  return alpha / (1 - beta);
}

/* The share of the training text that descends from machines after so many refreshes. */
export const machineShare = (team, refreshes) => ceiling(team) * (1 - mix(team).beta ** refreshes);

/* The first month with more than half; Infinity for never. */
export function tippingMonth(team) {
  const level = ceiling(team);
  if (level <= 0.5 + ROUNDING) return Infinity;
  const { beta } = mix(team);
  const refreshes = beta ? Math.log(1 - 0.5 / level) / Math.log(beta) : 0;
  return team.interval * (Math.floor(refreshes + ROUNDING) + 1);
}

/* What the training text is made of, from top to bottom: [where from, whose, share]. */
export function parts(team, refreshes) {
  if (!refreshes) return [["stayed", "people", 1]];
  const { drafted, scraped, kept } = team;
  const before = machineShare(team, refreshes - 1);
  const stayed = (1 - kept) * (1 - scraped);
  const scrapedNow = (1 - kept) * scraped;
  return [
    ["archive", "kept", kept],
    ["stayed", "people", stayed * (1 - before)],
    ["new", "people", scrapedNow * (1 - drafted)],
    ["new", "machine", scrapedNow * drafted],
    ["stayed", "machine", stayed * before],
  ];
}

/* --- The workflow as a picture --------------------------------------------------------------------------------------- */

const [TOP, TALL] = [46, 150];
const STATIONS = { draft: 0, publish: 92, scrape: 196, train: 228 };
const BAR = 20;
const CELL = 11;
const percent = (share) => `${Math.round(100 * share)}%`;

function loop() {
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" }, words(0, 12, "The workflow", "xp-heading"));
  const names = { draft: "Draft", publish: "Publish", scrape: "Scrape", train: "Train" };
  for (const [station, x] of Object.entries(STATIONS)) {
    const last = station === "scrape";
    svg.append(words(last ? x + BAR : x, TOP + TALL + 17, names[station], "xp-heading", last ? "end" : "start"));
  }
  const flows = make("g");
  const dots = Array.from({ length: 100 }, (_, i) => {
    const x = STATIONS.train + CELL * ((i % 10) + 0.5);
    return make("circle", { r: 4.4, cx: x, cy: TOP + (TALL / 10) * (Math.floor(i / 10) + 0.5) });
  });
  const under = TOP + TALL + 40;
  const home = `M${STATIONS.train + 18},${under - 17}V${under}H${BAR / 2}V${under - 14}`;
  svg.append(flows, ...dots, make("path", { d: home, class: "xp-home" }), make("path", { d: `M${BAR / 2 - 5},${under - 9}l5,-7l5,7`, class: "xp-home" }));
  svg.append(words(BAR, under + 16, "the model drafts what it has learnt", "xp-tick"));
  const level = words(STATIONS.train + 110, 12, "", "xp-synthetic", "end");
  svg.append(level);
  return { svg, flows, dots, level };
}

const bar = (x, y, height, kind) => make("rect", { x, y: y.toFixed(1), width: BAR, height: Math.max(0, height).toFixed(1), class: `xp-${kind}` });

/* A band from one bar to the next; its middle line runs while the picture plays. */
function ribbon([x1, y1, tall1], [x2, y2, tall2], kind) {
  const bend = (x1 + x2) / 2;
  const curve = (a, b) => `C${bend},${a.toFixed(1)} ${bend},${b.toFixed(1)}`;
  const [end1, end2] = [y1 + tall1, y2 + tall2];
  const band = `M${x1},${y1.toFixed(1)}${curve(y1, y2)} ${x2},${y2.toFixed(1)}V${end2.toFixed(1)}${curve(end2, end1)} ${x1},${end1.toFixed(1)}Z`;
  const [middle1, middle2] = [(y1 + end1) / 2, (y2 + end2) / 2];
  const line = `M${x1},${middle1.toFixed(1)}${curve(middle1, middle2)} ${x2},${middle2.toFixed(1)}`;
  return [make("path", { d: band, class: `xp-${kind} xp-ribbon` }), make("path", { d: line, class: `xp-stream xp-on-${kind}` })];
}

function drawLoop({ flows, dots, level }, team, refreshes) {
  const { draft, publish, scrape } = STATIONS;
  const pages = [["people", 1 - team.drafted], ["machine", team.drafted]];
  flows.replaceChildren();
  let y = TOP;
  const published = {};
  for (const [whose, share] of pages) {
    const tall = share * TALL;
    published[whose] = [publish + BAR, y, tall];
    if (share) flows.append(bar(draft, y, tall, whose), ...ribbon([draft + BAR, y, tall], [publish, y, tall], whose), bar(publish, y, tall, whose));
    if (share >= 0.12) flows.append(words(draft + BAR + 5, y + tall / 2 + 4, `${percent(share)} ${whose === "people" ? "people" : "model"}`, "xp-small xp-halo"));
    y += tall;
  }
  y = TOP;
  const made = parts(team, refreshes);
  for (const [from, whose, share] of made) {
    const tall = share * TALL;
    if (from === "new" && share) flows.append(...ribbon(published[whose], [scrape, y, tall], whose));
    if (from === "archive" && share)
      flows.append(...ribbon([publish + 60, TOP - 26, tall], [scrape, y, tall], whose), words(publish + 56, TOP - 14, `archive ${percent(share)}`, "xp-small", "end"));
    flows.append(bar(scrape, y, tall, `${whose}${from === "stayed" ? " xp-stayed" : ""}`));
    y += tall;
  }
  const share = machineShare(team, refreshes);
  const machine = Math.round(100 * share);
  const archive = Math.round(100 * (made[0][0] === "archive" ? made[0][2] : 0));
  dots.forEach((dot, i) => dot.setAttribute("class", i >= 100 - machine ? "xp-machine" : i < archive ? "xp-kept" : "xp-people"));
  level.textContent = `${machine}% from machines`;
}

/* --- The months ------------------------------------------------------------------------------------------------------ */

const inTime = linear(0, MONTHS, FRAME.left, FRAME.right);
const upward = linear(0, 1, FRAME.bottom, FRAME.top);

function months() {
  const years = [0, 24, 48, 72, 96, 120].map((month) => [inTime(month), String(month)]);
  const svg = panel("Descends from machines", "month", years, [0, 0.25, 0.5, 0.75, 1].map((share) => [upward(share), percent(share)]));
  const ahead = make("path", { class: "xp-line xp-ahead" });
  const behind = make("path", { class: "xp-line xp-behind" });
  const tips = make("circle", { r: 6, class: "xp-machine" });
  const verdict = words(FRAME.left + 4, FRAME.top + 16, "", "xp-heading xp-halo");
  const now = make("circle", { r: 4.5, class: "xp-now" });
  svg.append(rule(FRAME.left, upward(0.5), FRAME.right, upward(0.5), "xp-half"), ahead, behind, tips, now, verdict);
  return { svg, ahead, behind, tips, verdict, now };
}

function staircase(team, from, to) {
  let path = `M${inTime(from).toFixed(1)},${upward(machineShare(team, Math.floor(from / team.interval))).toFixed(1)}`;
  for (let refresh = Math.floor(from / team.interval) + 1; refresh * team.interval <= to; refresh++)
    path += `H${inTime(refresh * team.interval).toFixed(1)}V${upward(machineShare(team, refresh)).toFixed(1)}`;
  return `${path}H${inTime(to).toFixed(1)}`;
}

function drawMonths({ ahead, behind, tips, verdict, now }, team, month) {
  behind.setAttribute("d", staircase(team, 0, month));
  ahead.setAttribute("d", staircase(team, month, MONTHS));
  const tipping = tippingMonth(team);
  tips.setAttribute("visibility", tipping <= MONTHS ? "visible" : "hidden");
  tips.setAttribute("cx", inTime(tipping));
  tips.setAttribute("cy", upward(0.5));
  now.setAttribute("cx", inTime(month));
  now.setAttribute("cy", upward(machineShare(team, Math.floor(month / team.interval))));
  verdict.textContent = tipping < Infinity ? `More than half from month ${tipping} on` : `Never half: it levels off at ${percent(ceiling(team))}`;
}

/* --- The explorable -------------------------------------------------------------------------------------------------- */

/* What there is to see, in words. */
export function sentence(team, month) {
  const refreshes = Math.floor(month / team.interval);
  const share = percent(machineShare(team, refreshes));
  const tipping = tippingMonth(team);
  const when = tipping < Infinity ? `more than half descends from machines from month ${tipping} on` : "more than half never does";
  const at = month ? `Month ${month}, after ${refreshes} ${refreshes === 1 ? "refresh" : "refreshes"} of the model` : "At the beginning";
  return `${at}: ${share} of the training text descends from machines. It levels off at ${percent(ceiling(team))}; ${when}.`;
}

function sliders() {
  const share = (label, limits) => slider(label, { ...limits, words: (value) => `${value}%` });
  return {
    drafted: share("Drafted by AI", { min: 0, max: 100, step: 5 }),
    scraped: share("Exchanged for new pages", { min: 5, max: 100, step: 5 }),
    kept: share("Kept from people", { min: 0, max: 60 }),
    interval: slider("Months between refreshes", { min: 1, max: 24 }),
  };
}

const inShares = ({ drafted, scraped, kept, interval }) => ({ drafted: drafted / 100, scraped: scraped / 100, kept: kept / 100, interval });

/* Radio buttons that set the sliders; a slider that is moved makes it a team of one's own. */
function choice(teams, controls) {
  const options = [...teams.map(({ name }) => [name, name[0].toUpperCase() + name.slice(1)]), ["own", "Yours"]];
  const team = radios("Team", options);
  const set = () => {
    const chosen = teams.find(({ name }) => name === team.value);
    if (!chosen) return;
    for (const name of ["drafted", "scraped", "kept"]) controls[name].value = Math.round(100 * chosen[name]);
    controls.interval.value = chosen.interval;
  };
  team.element.addEventListener("input", set);
  for (const { element } of Object.values(controls)) element.addEventListener("input", () => (team.value = "own"));
  set();
  return team.element;
}

function render({ model, el }) {
  const controls = sliders();
  const key = make("p", { class: "xp-key", "aria-hidden": "true" });
  for (const [kind, meaning] of Object.entries(KEY)) key.append(make("span", {}, make("i", { class: `xp-${kind}` }), meaning));
  const [workflow, course] = [loop(), months()];
  return perform(el, {
    kind: "pipeline",
    title: "The content pipeline",
    presets: [choice(model.get("teams"), controls)],
    controls,
    last: MONTHS,
    pace: 90,
    words: { made: "Month", value: String, next: "Next refresh" },
    hop: (month, way, { interval }) => (way > 0 ? Math.floor(month / interval) + 1 : Math.ceil(month / interval) - 1) * interval,
    picture: make("div", { class: "xp-picture" }, key, make("div", { class: "xp-pair" }, workflow.svg, course.svg)),
    simulate: inShares,
    draw(team, month) {
      drawLoop(workflow, team, Math.floor(month / team.interval));
      drawMonths(course, team, month);
    },
    tell: sentence,
  });
}

export default { render };
