/* A wall of rare words: those that stand in a bag once, and what becomes of them when the bag is copied and its copy is
   copied. It plays once by itself; then it is the reader's. */

import { element } from "../element.js";
import { COPIES, play } from "../game.js";
import { generator } from "../random.js";
import { mount } from "../stage.js";

/** @import { Host } from "../stage.js" */

const KEY = { here: "still there", going: "went in this copy", gone: "gone" };

/** @param {Host<{ words: string[], bag: number[] }>} host */
function render({ model, el }) {
  const words = model.get("words");
  const bag = model.get("bag");
  const once = [...bag.keys()].filter((word) => bag[word] === 1);
  const size = bag.reduce((sum, count) => sum + count, 0);
  const bricks = once.map((word) => element("span", {}, words[word]));
  const names = Object.entries(KEY).map(([state, meaning]) => element("span", { class: state }, meaning));
  const key = element("p", { class: "xp-key", "aria-hidden": "true" }, ...names);
  const wall = element("p", { class: "xp-words", "aria-hidden": "true" }, ...bricks);

  return mount(el, {
    kind: "wall",
    title: "A bag of words, copied",
    controls: {},
    last: COPIES,
    pace: 700,
    words: { made: "Copies made", value: String, next: "Next copy", rerun: "Run again" },
    shown: ["next", "play", "rerun"],
    opens: true,
    picture: element("div", { class: "xp-picture" }, wall, key),
    simulate: (_, seed) => play(bag, "replace", COPIES, generator(seed)),
    draw(bags, step) {
      const [newest, before] = [bags[step], bags[Math.max(0, step - 1)]];
      for (const [i, word] of once.entries())
        bricks[i].className = newest[word] ? "here" : before[word] ? "going" : "gone";
    },
    describe(bags, step, _, seed) {
      const left = once.filter((word) => bags[step][word]).length;
      if (!step)
        return `Each of these ${once.length} words stands once in a bag of ${size} words. Copy the bag, then copy the copy.`;
      const share = Math.round((100 * left) / once.length);
      const end = step === COPIES ? " Run again: others will be left, but about as many." : "";
      return `Copy ${step}, run ${seed}: ${left} of the ${once.length} words are left (${share}%).${end}`;
    },
  });
}

export default { render };
