/* A wall of rare words: those that stand in a bag once, and what becomes of them when the bag is copied and its copy is
   copied. It plays once by itself; then it is the reader's. */

import { COPIES, play } from "./game.js";
import { generator } from "./random.js";
import { make, perform } from "./stage.js";

const KEY = { here: "still there", going: "went in this copy", gone: "gone" };

function render({ model, el }) {
  const bag = model.get("bag");
  const once = model.get("words").map((name, word) => [name, word]).filter(([, word]) => bag[word] === 1);
  const size = bag.reduce((sum, count) => sum + count, 0);
  const bricks = once.map(([name, word]) => ({ word, element: make("span", {}, name) }));
  const names = Object.entries(KEY).map(([state, meaning]) => make("span", { class: state }, meaning));
  const key = make("p", { class: "xp-key", "aria-hidden": "true" }, ...names);
  const wall = make("p", { class: "xp-words", "aria-hidden": "true" }, ...bricks.map(({ element }) => element));

  function draw(bags, step) {
    const [newest, before] = [bags[step], bags[Math.max(0, step - 1)]];
    for (const { word, element } of bricks) element.className = newest[word] ? "here" : before[word] ? "going" : "gone";
  }

  function tell(bags, step, _, seed) {
    const left = once.filter(([, word]) => bags[step][word]).length;
    if (!step) return `Each of these ${once.length} words stands once in a bag of ${size} words. Copy the bag, then copy the copy.`;
    const share = Math.round((100 * left) / once.length);
    const end = step === COPIES ? " Run again: others will be left, but about as many." : "";
    return `Copy ${step}, run ${seed}: ${left} of the ${once.length} words are left (${share}%).${end}`;
  }

  return perform(el, {
    kind: "wall",
    title: "A bag of words, copied",
    last: COPIES,
    pace: 700,
    words: { made: "Copies made", value: String, next: "Next copy", again: "Run again" },
    shown: ["next", "play", "again"],
    opens: true,
    picture: make("div", { class: "xp-picture" }, wall, key),
    simulate: (_, seed) => play(bag, "replace", COPIES, generator(seed)),
    draw,
    tell,
  });
}

export default { render };
