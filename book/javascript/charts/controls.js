/* The controls of a chart: inputs of the page, each of which names a signal of Vega. */

/**
 * @param {Element} figure
 * @returns {NodeListOf<HTMLInputElement>}
 */
export const inputs = (figure) => figure.querySelectorAll("[data-signal]");

/**
 * Hand what is chosen to the chart.
 * @param {Element} figure
 * @param {VegaView} view
 */
export function choose(figure, view) {
  for (const { dataset, type, checked, value } of inputs(figure)) {
    if (type === "radio" && !checked) continue;
    view.signal(dataset.signal ?? "", type === "checkbox" ? checked : JSON.parse(value));
  }
}

/**
 * Show the value of a slider in words.
 * @param {HTMLInputElement} input
 */
export function inWords(input) {
  if (input.type !== "range" || !input.previousElementSibling) return;
  const words = Number(input.value).toLocaleString("en");
  input.previousElementSibling.textContent = words;
  input.setAttribute("aria-valuetext", words);
}
