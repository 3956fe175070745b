/* The telephone game: a bag of words is copied by drawing from it, and the copy is copied. One dot a word; its area is
   how often the word stands in the newest copy, so the dots together always cover the same ground. */

import { COPIES, play } from "./game.js";
import { generator } from "./random.js";
import { make, perform, radios } from "./stage.js";

const SHOWN_RUNS = 30; // earlier runs that leave a mark
const BANDS = [
  ["once", 1, 1],
  ["twice", 2, 2],
  ["three to five times", 3, 5],
  ["six times or more", 6, Infinity],
];
const [ONCE, OFTEN] = [0, BANDS.length - 1];
const POLICIES = [["replace", "Replace"], ["kept", "10% kept"], ["accumulate", "Accumulate"]];

const KEY = { here: "in the newest copy", going: "went in this copy", gone: "gone", mark: "earlier runs" };

const inBand = ([, low, high]) => (count) => count >= low && count <= high;

/* Return for each band how many of its words stand in the bag. */
export function left(original, bag) {
  return BANDS.map((band) => original.filter((count, word) => inBand(band)(count) && bag[word]).length);
}

/* --- The picture ---------------------------------------------------------------------------------------------------- */

const AREA = 6.6; // pixels across, of a word that stands once in a bag of a thousand

function diameter(count, size) {
  return Math.max(4, AREA * Math.sqrt((count * 1000) / size));
}

function dot(word, count, size) {
  const across = diameter(count, size);
  const label = word.length * 6.5 + 8 < across ? word : "";
  const slot = make("i", { class: "xp-slot", "data-word": word }, make("b", {}, label));
  slot.style.setProperty("--slot", `${Math.ceil(1.1 * across + 6)}px`);
  slot.style.setProperty("--dot", `${across.toFixed(1)}px`);
  return slot;
}

/* Lay out the words of one bag in bands; return the parts that change. */
function layOut(words, original, size) {
  const order = original.map((count, word) => [count, word]).filter(([count]) => count).sort((a, b) => b[0] - a[0]);
  const dots = new Map(order.map(([count, word]) => [word, dot(words[word], count, size)]));
  const bands = BANDS.map((band) => {
    const those = order.filter(([count]) => inBand(band)(count)).map(([, word]) => dots.get(word));
    const parts = { tally: make("span", { class: "xp-tally" }), gauge: make("span", { class: "xp-gauge" }) };
    const head = make("div", { class: "xp-head" }, make("span", { class: "xp-band" }, `Stood ${band[0]}`), parts.tally, parts.gauge);
    return { ...parts, total: those.length, element: make("div", {}, head, make("div", { class: "xp-dots" }, ...those)) };
  });
  return { dots, bands: bands.filter((band) => band.total), shown: BANDS.map((_, i) => i).filter((i) => bands[i].total) };
}

/* Show where a share stands between none and all, and where it stood in earlier runs. */
function fillGauge(gauge, share, before) {
  const bar = make("span", { class: "xp-fill" });
  bar.style.width = `${100 * share}%`;
  const marks = before.map((other) => {
    const mark = make("span", { class: "xp-mark" });
    mark.style.left = `${100 * other}%`;
    return mark;
  });
  gauge.replaceChildren(bar, ...marks);
}

function named(list, most) {
  const shown = list.slice(0, most).join(", ");
  return list.length > most ? `${shown} and ${list.length - most} more` : shown;
}

/* --- The explorable ------------------------------------------------------------------------------------------------- */

function render({ model, el }) {
  const words = model.get("words");
  const bags = model.get("bags");
  const sizes = Object.keys(bags).map((size) => [size, Number(size).toLocaleString("en")]);
  const controls = {
    size: radios("Words in the bag", sizes, sizes[Math.floor(sizes.length / 2)][0]),
    policy: radios("Policy", POLICIES),
  };
  const field = make("div", { class: "xp-field", "aria-hidden": "true" });
  const news = make("p", { class: "xp-news" });
  const key = make("p", { class: "xp-key", "aria-hidden": "true" });
  for (const [name, meaning] of Object.entries(KEY)) key.append(make("span", {}, make("i", { class: name }), meaning));
  const lists = make("div", {});
  const which = make("details", { class: "xp-which" }, make("summary", {}, "Which words?"), lists);
  const picture = make("div", { class: "xp-picture" }, key, field, news);
  let parts = null;
  let now = null;

  const seeded = ({ size, policy }, seed) => play(bags[size], policy, COPIES, generator(seed));

  function simulate(settings, seed) {
    if (parts?.size !== settings.size) {
      parts = { ...layOut(words, bags[settings.size], Number(settings.size)), size: settings.size };
      field.replaceChildren(...parts.bands.map((band) => band.element));
    }
    const first = Math.max(1, seed - SHOWN_RUNS);
    const before = Array.from({ length: seed - first }, (_, i) => seeded(settings, first + i));
    return { bags: seeded(settings, seed), before };
  }

  function draw(course, step, { size }) {
    now = { course, step };
    const [bag, last] = [course.bags[step], course.bags[Math.max(0, step - 1)]];
    for (const [word, slot] of parts.dots) {
      slot.className = `xp-slot ${bag[word] ? "here" : last[word] ? "going" : "gone"}`;
      const scale = bag[word] ? diameter(bag[word], size) / diameter(course.bags[0][word], size) : 1;
      slot.style.setProperty("--grown", scale.toFixed(3));
    }
    const counts = left(course.bags[0], bag);
    const earlier = course.before.map((run) => left(run[0], run[step]));
    parts.bands.forEach((band, i) => {
      const place = parts.shown[i];
      band.tally.replaceChildren(`${counts[place]} of ${band.total}`, make("span", { class: "xp-roomy" }, " left"));
      fillGauge(band.gauge, counts[place] / band.total, earlier.map((run) => run[place] / band.total));
    });
    news.textContent = headline(bag, last, step);
    if (which.open) list();
  }

  function headline(bag, last, step) {
    if (!step) return "Nothing is copied yet. Point at a dot to see its word.";
    const went = words.filter((_, word) => last[word] && !bag[word]);
    const back = words.filter((_, word) => !last[word] && bag[word] && now.course.bags[0][word]);
    const lines = [`Went in copy ${step}: ${named(went, 6) || "none"}.`];
    if (back.length) lines.push(`Came back: ${named(back, 4)}.`);
    return lines.join(" ");
  }

  function list() {
    const [original, bag] = [now.course.bags[0], now.course.bags[now.step]];
    const rows = BANDS.flatMap((band) => {
      const those = words.map((word, i) => [word, i]).filter(([, i]) => inBand(band)(original[i]));
      const say = (here) => those.filter(([, i]) => Boolean(bag[i]) === here).map(([word]) => word).join(", ") || "none";
      return those.length ? [make("dt", {}, `Words that stood ${band[0]}`), make("dd", {}, `Left: ${say(true)}.`), make("dd", {}, `Gone: ${say(false)}.`)] : [];
    });
    lists.replaceChildren(make("dl", {}, ...rows));
  }

  function point(event) {
    const slot = event.target.closest(".xp-slot");
    if (!slot) return;
    const word = words.indexOf(slot.dataset.word);
    const [original, bag] = [now.course.bags[0][word], now.course.bags[now.step][word]];
    news.textContent = `“${slot.dataset.word}” stood ${times(original)} in the original. In ${now.step ? `copy ${now.step}` : "the bag"} it stands ${times(bag)}.`;
  }

  field.addEventListener("pointerover", point);
  which.addEventListener("toggle", list);

  return perform(el, {
    kind: "telephone",
    title: "The telephone game",
    controls,
    last: COPIES,
    pace: 1000,
    words: { made: "Copies made", value: String, next: "Next copy", again: "Run again" },
    picture,
    after: which,
    simulate,
    draw,
    tell: sentence,
  });
}

const times = (count) => (count === 0 ? "no longer" : count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/* What there is to see, in words. */
export function sentence({ bags, before }, step, settings, seed) {
  const [original, bag] = [bags[0], bags[step]];
  const counts = left(original, bag);
  const totals = left(original, original);
  const run = `Run ${seed} (seed ${seed})`;
  if (!step) return `${run}, before any copy: ${totals[ONCE]} of ${original.filter(Boolean).length} different words stand in the bag once.`;
  const share = Math.round((100 * counts[ONCE]) / totals[ONCE]);
  const often = counts[OFTEN] === totals[OFTEN] ? `All ${totals[OFTEN]}` : `${counts[OFTEN]} of the ${totals[OFTEN]}`;
  const parts = [`${run}, copy ${step}: of the ${totals[ONCE]} words that stood once ${counts[ONCE]} are left (${share}%).`];
  if (before.length) {
    const same = before.at(-1)[step].filter((count, word) => original[word] === 1 && count && bag[word]).length;
    parts.push(`Of these ${counts[ONCE]}, ${same} were left in run ${seed - 1} too.`);
  }
  if (totals[OFTEN]) parts.push(`${often} that stood six times or more are left.`);
  return parts.join(" ");
}

export default { render };
