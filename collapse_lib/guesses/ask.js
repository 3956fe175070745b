/* The question: a slider or radio buttons, and a button that keeps what is guessed. */

import { announce, colab, inWords, keeps, read, write } from "./store.js";

/** @import { Guess } from "./store.js" */

const KEPT = "Your guess stays in this browser. It is sent nowhere.";
const NOT_KEPT = colab
  ? "Colab gives each output a frame of its own, so a guess is not kept here. Note it down."
  : "Your guess cannot be kept in this browser. Note it down.";

/**
 * The parts of a card: a range with its output, or radio buttons in its place.
 * @param {HTMLElement} card
 */
function partsOf(card) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (card.querySelector(selector));
  return {
    range: /** @type {HTMLInputElement | null} */ (card.querySelector("input[type=range]")),
    output: /** @type {HTMLOutputElement | null} */ (card.querySelector("output")),
    buttons: part(".guess-buttons"),
    keep: part(".guess-keep"),
    forget: part(".guess-forget"),
    status: part(".guess-status"),
    note: part(".guess-note"),
  };
}

/**
 * The radio buttons of a group, "option" or "sure".
 * @param {HTMLElement} card
 * @param {string} group
 * @returns {HTMLInputElement[]}
 */
const radios = (card, group) => [...card.querySelectorAll(`input[name$='-${group}']`)].filter(isInput);

/**
 * @param {Element} element
 * @returns {element is HTMLInputElement}
 */
const isInput = (element) => element instanceof HTMLInputElement;

/**
 * @param {HTMLElement} card
 * @param {string} group
 */
const checked = (card, group) => radios(card, group).find((radio) => radio.checked)?.value;

/**
 * @param {HTMLElement} card
 * @param {string} group
 * @param {number | string | null} value
 */
function check(card, group, value) {
  for (const radio of radios(card, group)) radio.checked = radio.value === value;
}

/**
 * Say whether a value answers the card: a number on its range, or one of its options.
 * @param {HTMLElement} card
 * @param {number | string} value
 */
function answers(card, value) {
  const { range } = partsOf(card);
  if (range) return typeof value === "number" && value >= Number(range.min) && value <= Number(range.max);
  return radios(card, "option").some((radio) => radio.value === value);
}

/**
 * @param {string} value
 * @param {string} unit
 */
function withUnit(value, unit) {
  const number = Number(value).toLocaleString("en");
  if (unit === "%") return `${number}%`;
  return `${number} ${number === "1" ? unit.replace(/s$/, "") : unit}`.trim();
}

/**
 * Take up a card that asks.
 * @param {HTMLElement} card
 */
export function ask(card) {
  const { guess: key = "", unit = "" } = card.dataset;
  const { range, output, buttons, keep, forget, status, note } = partsOf(card);

  function show() {
    if (!range || !output) return;
    output.hidden = false;
    output.textContent = withUnit(range.value, unit);
    range.setAttribute("aria-valuetext", output.textContent);
  }

  /** @returns {Guess | null} */
  function made() {
    const sure = checked(card, "sure") ?? "";
    if (range) return { value: Number(range.value), words: withUnit(range.value, unit), sure };
    const picked = checked(card, "option");
    return picked === undefined ? null : { value: picked, words: `“${picked}”`, sure };
  }

  keep.addEventListener("click", () => {
    const guess = made();
    if (!guess) {
      status.textContent = "Pick an answer first.";
      return;
    }
    const stored = write(key, guess);
    status.textContent = `${stored ? "Kept" : "Your guess"}: ${inWords(guess)}.`;
    note.textContent = stored ? KEPT : NOT_KEPT;
    forget.hidden = !stored;
    announce(key, guess);
  });
  forget.addEventListener("click", () => {
    write(key, null);
    status.textContent = "Forgotten.";
    keep.focus();
    forget.hidden = true;
    check(card, "option", null);
    check(card, "sure", null);
    announce(key, null);
  });
  range?.addEventListener("input", show);

  const kept = read(key);
  const guess = kept && answers(card, kept.value) ? kept : null;
  if (guess) {
    if (range) range.value = String(guess.value);
    check(card, "option", guess.value);
    check(card, "sure", guess.sure);
    status.textContent = `Kept: ${inWords(made() ?? guess)}.`;
  }
  note.textContent = keeps() ? KEPT : NOT_KEPT;
  buttons.hidden = false;
  forget.hidden = !guess;
  show();
}
