/* The telephone game: a bag of words is copied by drawing from it, and the copy is copied. */

import { radios } from "../controls.js";
import { element } from "../element.js";
import { COPIES, play } from "../game.js";
import { generator } from "../random.js";
import { mount } from "../stage.js";
import { draw, layOut } from "./picture.js";
import { aboutOne, describe, headline, whichWords } from "./words.js";

/** @import { Policy } from "../game.js" */
/** @import { Host } from "../stage.js" */
/** @import { Layout } from "./picture.js" */

/** @typedef {{ words: string[], bags: Record<string, number[]> }} State the words, and by size how often each stands */

const SHOWN_RUNS = 30; // earlier runs that leave a mark
/** @type {[Policy, string][]} */
const POLICIES = [
  ["replace", "Replace"],
  ["kept", "10% kept"],
  ["accumulate", "Accumulate"],
];
const KEY = { here: "in the newest copy", going: "went in this copy", gone: "gone", mark: "earlier runs" };

/** @param {Host<State>} host */
function render({ model, el }) {
  const words = model.get("words");
  const bags = model.get("bags");
  const field = element("div", { class: "xp-field", "aria-hidden": "true" });
  const news = element("p", { class: "xp-news" });
  const key = element("p", { class: "xp-key", "aria-hidden": "true" });
  for (const [name, meaning] of Object.entries(KEY))
    key.append(element("span", {}, element("i", { class: name }), meaning));
  const lists = element("div");
  const which = element("details", { class: "xp-which" }, element("summary", {}, "Which words?"), lists);
  /** @type {Layout | undefined} */
  let layout;
  /** @type {{ original: number[], bag: number[], step: number }} */
  let now;

  /** @param {string} size */
  function laidOut(size) {
    if (layout?.size === Number(size)) return layout;
    layout = layOut(words, bags[size], Number(size));
    field.replaceChildren(...layout.rows.map((row) => row.element));
    return layout;
  }

  function list() {
    const bands = whichWords(words, now.original, now.bag).flatMap(({ band, left, gone }) => [
      element("dt", {}, `Words that stood ${band}`),
      element("dd", {}, `Left: ${left}.`),
      element("dd", {}, `Gone: ${gone}.`),
    ]);
    lists.replaceChildren(element("dl", {}, ...bands));
  }

  /** @param {PointerEvent} event */
  function point({ target }) {
    const name = /** @type {Element} */ (target).closest(".xp-slot")?.getAttribute("data-word");
    if (!name) return;
    const word = words.indexOf(name);
    news.textContent = aboutOne(name, now.original[word], now.bag[word], now.step);
  }

  field.addEventListener("pointerover", point);

  /** @type {[string, string][]} */
  const sizes = Object.keys(bags).map((size) => [size, Number(size).toLocaleString("en")]);
  return mount(el, {
    kind: "telephone",
    title: "The telephone game",
    controls: {
      size: radios("Words in the bag", sizes, sizes[Math.floor(sizes.length / 2)][0]),
      policy: radios("Policy", POLICIES),
    },
    last: COPIES,
    pace: 1000,
    words: { made: "Copies made", value: String, next: "Next copy", rerun: "Run again" },
    picture: element("div", { class: "xp-picture" }, key, field, news),
    after: which,
    simulate({ size, policy }, seed) {
      const copied = (/** @type {number} */ s) => play(bags[size], policy, COPIES, generator(s));
      const first = Math.max(1, seed - SHOWN_RUNS);
      return { bags: copied(seed), before: Array.from({ length: seed - first }, (_, i) => copied(first + i)) };
    },
    draw({ bags, before }, step, { size }) {
      const [original, bag, last] = [bags[0], bags[step], bags[Math.max(0, step - 1)]];
      now = { original, bag, step };
      draw(laidOut(size), { original, bag, last, earlier: before.map((other) => other[step]) });
      news.textContent = headline(words, bags, step);
      list();
    },
    describe,
  });
}

export default { render };
