/* The content pipeline: people and a model draft pages, the pages are published and scraped, the model is trained on
   them and drafts again. Each of a hundred dots is one per cent of the training text. */

import { radios, slider } from "../controls.js";
import { element } from "../element.js";
import { mount } from "../stage.js";
import { refreshesBy } from "./laws.js";
import { drawMonths, MONTHS, months } from "./months.js";
import { describe } from "./words.js";
import { drawWorkflow, workflow } from "./workflow.js";

/** @import { Host } from "../stage.js" */
/** @import { Team } from "./laws.js" */

/** @typedef {Team & { name: string }} NamedTeam */

const KEY = { people: "from people", kept: "from the archive", machine: "descends from machines" };

function sliders() {
  const words = (/** @type {number} */ value) => `${value}%`;
  return {
    drafted: slider("Drafted by AI", { min: 0, max: 100, step: 5, words }),
    scraped: slider("Exchanged for new pages", { min: 5, max: 100, step: 5, words }),
    kept: slider("Kept from people", { min: 0, max: 60, words }),
    interval: slider("Months between refreshes", { min: 1, max: 24 }),
  };
}

/**
 * Radio buttons that set the sliders; a slider that is moved makes it a team of one's own.
 * @param {NamedTeam[]} teams
 * @param {ReturnType<typeof sliders>} controls
 */
function presets(teams, controls) {
  /** @type {[string, string][]} */
  const options = teams.map(({ name }) => [name, name[0].toUpperCase() + name.slice(1)]);
  const team = radios("Team", [...options, ["own", "Yours"]]);
  const set = () => {
    const chosen = teams.find(({ name }) => name === team.value);
    if (!chosen) return;
    controls.drafted.value = Math.round(100 * chosen.drafted);
    controls.scraped.value = Math.round(100 * chosen.scraped);
    controls.kept.value = Math.round(100 * chosen.kept);
    controls.interval.value = chosen.interval;
  };
  const own = () => {
    team.value = "own";
  };
  team.element.addEventListener("input", set);
  for (const control of Object.values(controls)) control.element.addEventListener("input", own);
  set();
  return team.element;
}

function key() {
  const meanings = Object.entries(KEY).map(([kind, meaning]) =>
    element("span", {}, element("i", { class: `xp-${kind}` }), meaning),
  );
  return element("p", { class: "xp-key", "aria-hidden": "true" }, ...meanings);
}

/** @param {Host<{ teams: NamedTeam[] }>} host */
function render({ model, el }) {
  const controls = sliders();
  const [flow, share] = [workflow(), months()];
  return mount(el, {
    kind: "pipeline",
    title: "The content pipeline",
    presets: [presets(model.get("teams"), controls)],
    controls,
    last: MONTHS,
    pace: 90,
    words: { made: "Month", value: String, next: "Next refresh" },
    nextStep: (month, way, { interval }) =>
      (way > 0 ? Math.floor(month / interval) + 1 : Math.ceil(month / interval) - 1) * interval,
    picture: element("div", { class: "xp-picture" }, key(), element("div", { class: "xp-pair" }, flow.svg, share.svg)),
    simulate: ({ drafted, scraped, kept, interval }) => ({
      drafted: drafted / 100,
      scraped: scraped / 100,
      kept: kept / 100,
      interval,
    }),
    draw(team, month) {
      drawWorkflow(flow, team, refreshesBy(team, month));
      drawMonths(share, team, month);
    },
    describe,
  });
}

export default { render };
