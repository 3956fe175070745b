/* What a chart says aloud, and what it says beneath the pointer. */

const PAUSE = 400; // milliseconds after which the reader has come to rest
const MOST = 8; // more than so many texts at once are not news but another picture

/**
 * Say something where a screen reader hears it.
 * @param {Element} figure
 * @param {string} words
 */
export function say(figure, words) {
  const says = figure.querySelector(".chart-says");
  if (says) says.textContent = words;
}

/** @param {VegaView} view */
function texts(view) {
  const found = view.container()?.querySelectorAll(".role-mark text") ?? [];
  return new Set([...found].map((text) => text.textContent));
}

/**
 * Return a function that tells what the chart says in words within its picture, when a control has changed it.
 * @param {Element} figure
 * @param {VegaView} view
 */
export function teller(figure, view) {
  let before = texts(view);
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const now = texts(view);
      const news = [...now].filter((text) => text && !before.has(text));
      before = now;
      if (news.length && news.length <= MOST) say(figure, news.join(". "));
    }, PAUSE);
  };
}

/**
 * Return Vega's handler of tooltips: a box beside the pointer, within the box of the chart.
 * @param {HTMLElement} box
 * @returns {Parameters<VegaView["tooltip"]>[0]}
 */
export function tooltip(box) {
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.hidden = true;
  box.append(tip);
  return (_, event, __, value) => {
    tip.hidden = value == null || value === "";
    if (tip.hidden) return;
    const rows = typeof value === "object" ? Object.entries(value) : [["", value]];
    tip.replaceChildren(...rows.map(([name, told]) => row(name ? `${name}: ${told}` : told)));
    const frame = box.getBoundingClientRect();
    const left = event.clientX - frame.left;
    tip.style.left = `${Math.max(0, Math.min(left + 12, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${event.clientY - frame.top + 16}px`;
  };
}

/** @param {string} words */
function row(words) {
  const made = document.createElement("div");
  made.textContent = words;
  return made;
}
