/* What the explorables share: radio buttons and sliders in words, a player that steps, plays and starts anew, and one
   sentence that says what is to be seen. All controls are the browser's own, so the keyboard works as everywhere. */

const SPOKEN = 2000; // milliseconds between two sentences while it plays
const BUTTONS = ["next", "play", "back", "whole", "again"];

/* Return an element: make("p", { class: "note" }, "text", child). */
export function make(tag, attributes = {}, ...children) {
  const svg = ["svg", "g", "path", "circle", "rect", "line", "text"].includes(tag);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

let made = 0;
const unique = () => `xp-${++made}`; // ids and groups, for several explorables in one page

/* Radio buttons. options: [[value, label], ...]; the first is chosen unless `start` names another. */
export function radios(legend, options, start = options[0][0]) {
  const group = unique();
  const buttons = options.map(([value, label]) => {
    const input = make("input", { type: "radio", name: group, value });
    input.checked = value === start;
    return make("label", {}, input, make("span", {}, label));
  });
  const element = make("fieldset", { class: "xp-radios" }, make("legend", {}, legend), ...buttons);
  return {
    element,
    get value() {
      return element.querySelector("input:checked").value;
    },
    set value(wanted) {
      for (const input of element.querySelectorAll("input")) input.checked = input.value === wanted;
    },
  };
}

/* A slider with its value in words beside its label. */
export function slider(label, { min, max, step = 1, start = min, words = String }) {
  const id = unique();
  const input = make("input", { type: "range", id, min, max, step, value: start });
  const output = make("output", { for: id });
  const tell = () => {
    output.textContent = words(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", tell);
  tell();
  return {
    element: make("div", { class: "xp-slider" }, make("label", { for: id }, label), output, input),
    get value() {
      return Number(input.value);
    },
    set value(wanted) {
      input.value = wanted;
      tell();
    },
  };
}

function button(label, action, kind = "") {
  const element = make("button", { type: "button", class: `xp-button ${kind}`.trim() }, label);
  element.addEventListener("click", action);
  return element;
}

/* Put an explorable into `el`; return a function that takes it away.

   simulate(settings, seed) gives its course; draw(course, step, settings, seed) shows one step of it; tell(...) the same
   in a sentence. `settings` holds the values of `controls` by name. `words`: what a step is called.
   hop(step, way, settings) says where the buttons for the next step and the one before lead. `shown` are its buttons.
   opens: it plays once by itself when it is first seen. */
export function perform(el, { kind, title, controls = {}, presets = [], last, pace, words, shown = BUTTONS, opens = false, picture, after = "", hop = (at, way) => at + way, simulate, draw, tell }) {
  let [seed, step, course, timer, spoken] = [1, 0, null, 0, 0];
  const says = make("p", { class: "xp-says", "aria-hidden": "true" });
  const heard = make("p", { class: "xp-heard", "aria-live": "polite" }); // the same, at the pace of speech
  const at = slider(words.made, { min: 0, max: last, words: words.value });
  const play = button("Play", () => (timer ? stop() : start()));
  const back = button("Back", () => go(hop(step, -1, settings())));
  const next = button(words.next, () => go(hop(step, 1, settings())), "xp-first");
  const again = words.again && button(words.again, () => run(seed + 1));
  const whole = button("Start over", () => go(0));
  const all = { next, play, back, whole, again };
  const buttons = make("div", { class: "xp-buttons" }, ...shown.map((name) => all[name]).filter(Boolean));
  const chosen = Object.values(controls).map((control) => control.element);
  const form = make("form", { class: "xp-controls", autocomplete: "off" }, ...presets, ...chosen);
  const root = make("section", { class: `xp xp-${kind}`, "aria-label": title }, form, buttons, at.element, picture, says, heard, after);

  const settings = () => Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value]));

  function show() {
    at.value = step;
    root.dataset.step = step;
    disable(back, step === 0);
    disable(whole, step === 0);
    disable(next, step === last);
    draw(course, step, settings(), seed);
    says.textContent = tell(course, step, settings(), seed);
    if (!timer || performance.now() - spoken > SPOKEN) speak();
  }

  function speak() {
    if ("opening" in root.dataset) return; // nobody asked, so nobody is interrupted
    if (heard.textContent !== says.textContent) heard.textContent = says.textContent;
    spoken = performance.now();
  }

  function go(wanted) {
    stop();
    step = Math.max(0, Math.min(last, wanted));
    show();
  }

  function run(wanted) {
    seed = wanted;
    course = simulate(settings(), seed);
    show();
  }

  function start() {
    if (step === last) step = 0;
    timer = setInterval(turn, pace);
    play.textContent = "Pause";
    root.dataset.playing = "";
    turn();
  }

  function turn() {
    if (!root.isConnected || document.hidden) return stop();
    step++;
    show();
    if (step >= last) stop();
  }

  function stop() {
    if (!timer) return;
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
    delete root.dataset.playing;
    speak();
    delete root.dataset.opening;
  }

  /* Play by itself when a good part of it is first seen, unless the reader was quicker or asked for less motion. */
  function open() {
    const seen = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        if (!isIntersecting) return;
        seen.disconnect();
        if (step || timer || seed > 1) return;
        root.dataset.opening = "";
        start();
      },
      { threshold: 0.3 },
    );
    seen.observe(picture);
  }

  at.element.addEventListener("input", () => go(at.value));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => run(seed));
  el.replaceChildren(root);
  run(1);
  if (opens && matchMedia("(prefers-reduced-motion: no-preference)").matches) open();
  return () => {
    stop();
    root.remove();
  };
}

/* Out of use, but still where the keyboard's focus was: a disabled button would lose it. */
function disable(element, off) {
  element.setAttribute("aria-disabled", String(off));
}
