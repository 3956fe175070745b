/* Radio buttons, sliders in words, and buttons. All are the browser's own, so the keyboard works as everywhere. */

import { element } from "./element.js";

/**
 * Something that the reader sets: its element, and the value that it stands at.
 * @template {string | number} Value
 * @typedef {{ readonly element: HTMLElement, value: Value }} Control
 */

/** @typedef {Record<string, Control<string> | Control<number>>} Controls */

/**
 * The values of the controls, by name.
 * @template {Controls} Chosen
 * @typedef {{ [Name in keyof Chosen]: Chosen[Name]["value"] }} Settings
 */

/**
 * How a slider goes from `min` to `max`, and how a value reads; it starts at `start`.
 * @typedef {{ min: number, max: number, step?: number, start?: number, words?: (value: number) => string }} Scale
 */

let made = 0;
const unique = () => `xp-${++made}`; // ids and groups, for several explorables in one page

/**
 * Radio buttons. The first is chosen unless `start` names another.
 * @template {string} Value
 * @param {string} legend
 * @param {[value: Value, label: string][]} options
 * @param {Value} [start]
 * @returns {Control<Value>}
 */
export function radios(legend, options, start = options[0][0]) {
  const group = unique();
  const inputs = options.map(([value]) => element("input", { type: "radio", name: group, value }));
  const labels = options.map(([, label], i) => element("label", {}, inputs[i], element("span", {}, label)));
  const choose = (/** @type {string} */ wanted) => {
    for (const input of inputs) input.checked = input.value === wanted;
  };
  choose(start);
  return {
    element: element("fieldset", { class: "xp-radios" }, element("legend", {}, legend), ...labels),
    get value() {
      return options[inputs.findIndex((input) => input.checked)][0];
    },
    set value(wanted) {
      choose(wanted);
    },
  };
}

/**
 * A slider with its value in words beside its label.
 * @param {string} label
 * @param {Scale} scale
 * @returns {Control<number>}
 */
export function slider(label, { min, max, step = 1, start = min, words = String }) {
  const id = unique();
  const input = element("input", { type: "range", id, min, max, step, value: start });
  const output = element("output", { for: id });
  const describe = () => {
    output.textContent = words(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", describe);
  describe();
  return {
    element: element("div", { class: "xp-slider" }, element("label", { for: id }, label), output, input),
    get value() {
      return Number(input.value);
    },
    set value(wanted) {
      input.value = String(wanted);
      describe();
    },
  };
}

/**
 * A button that does `action`.
 * @param {string} label
 * @param {() => void} action
 * @param {string} [kind] a class of its own
 */
export function button(label, action, kind = "") {
  const made = element("button", { type: "button", class: `xp-button ${kind}`.trim() }, label);
  made.addEventListener("click", action);
  return made;
}

/**
 * Put a button out of use, or back. It stays where the keyboard's focus was: a disabled one would lose it.
 * @param {HTMLButtonElement} button
 * @param {boolean} off
 */
export function disable(button, off) {
  button.setAttribute("aria-disabled", String(off));
}
