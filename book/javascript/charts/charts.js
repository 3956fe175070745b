/* Charts come alive where their pictures stand: when the reader reaches for one, or has begun to read and one is near.
   Each <figure class="chart"> holds its controls and its pictures (see book/_ext/course/charts.py). What is needed besides,
   Vega and the specifications, the page names in <link rel="prefetch">. Once alive a figure carries data-live.
   Vega runs with its own interpreter: nothing of a specification is compiled to code. */

import { choose, inputs, inWords } from "./controls.js";
import { loaded } from "./load.js";
import { say, teller, tooltip } from "./says.js";

const NEAR = "400px";

/**
 * Draw a chart in place of its pictures.
 * @param {HTMLElement} figure
 */
async function draw(figure) {
  await loaded();
  const { parse, View, expressionInterpreter } = window.vega;
  const box = /** @type {HTMLElement} */ (figure.querySelector(".chart-view"));
  const stage = document.createElement("div");
  stage.className = "chart-live";
  box.append(stage);
  const runtime = parse(window.charts[figure.id], undefined, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, renderer: "svg", container: stage, hover: true });
  view.tooltip(tooltip(box));
  choose(figure, view);
  await view.runAsync();
  for (const picture of box.querySelectorAll(":scope > svg")) picture.remove();
  figure.dataset.live = "";
  follow(figure, view);
}

/**
 * Let the chart follow its controls, once a frame.
 * @param {HTMLElement} figure
 * @param {VegaView} view
 */
function follow(figure, view) {
  const tell = teller(figure, view);
  let asked = false;
  figure.addEventListener("input", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(async () => {
      asked = false;
      choose(figure, view);
      await view.runAsync();
      tell();
    });
  });
}

/** @type {WeakSet<HTMLElement>} */
const alive = new WeakSet();

/** @param {HTMLElement} figure */
function enliven(figure) {
  if (alive.has(figure)) return;
  alive.add(figure);
  draw(figure).catch((error) => {
    alive.delete(figure);
    say(figure, error.message);
  });
}

/** @param {HTMLElement} figure */
function listen(figure) {
  for (const reach of ["pointerenter", "focusin", "touchstart", "input"])
    figure.addEventListener(reach, () => enliven(figure), { passive: true });
  for (const input of inputs(figure)) {
    inWords(input);
    input.addEventListener("input", () => inWords(input));
  }
  figure.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
}

const rest = window.requestIdleCallback ?? ((/** @type {() => void} */ task) => setTimeout(task, 50));

/**
 * Enliven each chart when it is near.
 * @param {Iterable<HTMLElement>} figures
 */
function watch(figures) {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
        near.unobserve(target);
        rest(() => enliven(/** @type {HTMLElement} */ (target)));
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of figures) near.observe(figure);
}

/** @type {NodeListOf<HTMLElement>} */
const figures = document.querySelectorAll("figure.chart");
for (const figure of figures) listen(figure);
let begun = false;
const begin = () => {
  if (!begun) watch(figures);
  begun = true;
};
for (const sign of ["scroll", "pointerdown", "keydown"]) addEventListener(sign, begin, { once: true, passive: true });
