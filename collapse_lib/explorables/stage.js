/* The stage that the explorables share: a player that steps, plays and starts anew, and one sentence that says what is
   to be seen. */

import { clock, whenSeen } from "./clock.js";
import { button, disable, slider } from "./controls.js";
import { element } from "./element.js";

/** @import { Controls, Settings } from "./controls.js" */

/**
 * What anywidget hands to `render`: the data of the explorable, and the element to fill.
 * @template State
 * @typedef {{ model: { get<Name extends keyof State>(name: Name): State[Name] }, el: HTMLElement }} Host
 */

/** @typedef {"next" | "play" | "back" | "reset" | "rerun"} ButtonName */

/**
 * An explorable: what it shows, what can be chosen, and what there is to see in each step.
 * @template {Controls} Chosen
 * @template Run
 * @typedef {object} Explorable
 * @property {string} kind its folder
 * @property {string} title
 * @property {Chosen} controls
 * @property {HTMLElement[]} [presets] what stands before the controls
 * @property {number} last the last step; the first is 0
 * @property {number} pace milliseconds from step to step while it plays
 * @property {{ made: string, value: (step: number) => string, next: string, rerun?: string }} words what a step is called
 * @property {ButtonName[]} [shown] the buttons, in their order
 * @property {boolean} [opens] it plays once by itself when it is first seen
 * @property {HTMLElement} picture
 * @property {HTMLElement} [after] what stands beneath it all
 * @property {(step: number, way: 1 | -1, settings: Settings<Chosen>) => number} [nextStep] where next and back lead
 * @property {(settings: Settings<Chosen>, seed: number) => Run} simulate
 * @property {(run: Run, step: number, settings: Settings<Chosen>, seed: number) => void} draw show a step
 * @property {(run: Run, step: number, settings: Settings<Chosen>, seed: number) => string} describe say what it shows
 */

const SPOKEN = 2000; // milliseconds between two sentences while it plays
/** @type {ButtonName[]} */
const BUTTONS = ["next", "play", "back", "reset", "rerun"];

/**
 * Put an explorable into `el`; return a function that takes it away.
 * @template {Controls} Chosen
 * @template Run
 * @param {HTMLElement} el
 * @param {Explorable<Chosen, Run>} explorable
 */
export function mount(el, explorable) {
  const { controls, last, words, picture, simulate, draw, describe } = explorable;
  const { presets = [], shown = BUTTONS, after = "", nextStep = (at, way) => at + way } = explorable;
  let [seed, step, spoken] = [1, 0, 0];
  const playing = clock(explorable.pace, turn);
  const caption = element("p", { class: "xp-caption", "aria-hidden": "true" });
  const liveRegion = element("p", { class: "xp-live-region", "aria-live": "polite" }); // the same, at the pace of speech
  const at = slider(words.made, { min: 0, max: last, words: words.value });
  const buttons = {
    next: button(words.next, () => go(nextStep(step, 1, settings())), "xp-first"),
    play: button("Play", () => (playing.running ? stop() : start())),
    back: button("Back", () => go(nextStep(step, -1, settings()))),
    reset: button("Start over", () => go(0)),
    rerun: words.rerun ? button(words.rerun, () => rerun(seed + 1)) : "",
  };
  const form = element("form", { class: "xp-controls", autocomplete: "off" }, ...presets);
  form.append(...Object.values(controls).map((control) => control.element));
  const row = element("div", { class: "xp-buttons" }, ...shown.map((name) => buttons[name]));
  const root = element("section", { class: `xp xp-${explorable.kind}`, "aria-label": explorable.title });
  root.append(form, row, at.element, picture, caption, liveRegion, after);

  const settings = () => {
    const values = Object.entries(controls).map(([name, control]) => [name, control.value]);
    return /** @type {Settings<Chosen>} */ (Object.fromEntries(values));
  };
  let run = simulate(settings(), seed);

  function show() {
    at.value = step;
    root.dataset.step = String(step);
    disable(buttons.back, step === 0);
    disable(buttons.reset, step === 0);
    disable(buttons.next, step === last);
    draw(run, step, settings(), seed);
    caption.textContent = describe(run, step, settings(), seed);
    if (!playing.running || performance.now() - spoken > SPOKEN) speak();
  }

  function speak() {
    if ("opening" in root.dataset) return; // nobody asked, so nobody is interrupted
    if (liveRegion.textContent !== caption.textContent) liveRegion.textContent = caption.textContent;
    spoken = performance.now();
  }

  /** @param {number} wanted */
  function go(wanted) {
    stop();
    step = Math.max(0, Math.min(last, wanted));
    show();
  }

  /** @param {number} wanted */
  function rerun(wanted) {
    seed = wanted;
    run = simulate(settings(), seed);
    show();
  }

  function start() {
    if (step === last) step = 0;
    buttons.play.textContent = "Pause";
    root.dataset.playing = "";
    playing.start();
  }

  function turn() {
    if (!root.isConnected || document.hidden) return stop();
    step++;
    show();
    if (step >= last) stop();
  }

  function stop() {
    if (!playing.running) return;
    playing.stop();
    buttons.play.textContent = "Play";
    delete root.dataset.playing;
    speak();
    delete root.dataset.opening;
  }

  /* Play by itself, unless the reader was quicker. */
  function open() {
    if (step || playing.running || seed > 1) return;
    root.dataset.opening = "";
    start();
  }

  at.element.addEventListener("input", () => go(at.value));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => rerun(seed));
  el.replaceChildren(root);
  show();
  if (explorable.opens && matchMedia("(prefers-reduced-motion: no-preference)").matches) whenSeen(picture, open);
  return () => {
    stop();
    root.remove();
  };
}
