/* Takes up the cards of guesses. Stands, as bundle.js, in every output that has a card, and may run any number of times:
   each run takes up only what no earlier one has. */

import { ask } from "./ask.js";
import { recall } from "./recall.js";

/**
 * @param {"guess" | "recall"} name
 * @param {(card: HTMLElement) => void} start
 */
function takeUp(name, start) {
  for (const card of document.querySelectorAll(`[data-${name}]:not([data-ready])`)) {
    if (!(card instanceof HTMLElement)) continue;
    card.dataset.ready = "";
    start(card);
  }
}

takeUp("guess", ask);
takeUp("recall", recall);
