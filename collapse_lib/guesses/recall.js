/* The answer, beside what the reader guessed. */

import { inWords, onChange, read } from "./store.js";

/** @import { Guess } from "./store.js" */

/**
 * Show the guess with the answer; without one, the way to the question.
 * @param {HTMLElement} card
 */
export function recall(card) {
  const key = card.dataset.recall ?? "";
  const status = /** @type {HTMLElement} */ (card.querySelector(".guess-status"));
  const invitation = /** @type {HTMLElement} */ (card.querySelector(".guess-invitation"));
  const details = /** @type {HTMLDetailsElement} */ (card.querySelector("details"));
  const show = (/** @type {Guess | null} */ guess) => {
    status.textContent = guess ? `You guessed ${inWords(guess)}.` : "";
    invitation.hidden = Boolean(guess);
    details.open = Boolean(guess);
  };
  show(read(key));
  link(invitation, key);
  onChange(key, show);
}

/**
 * Lead to the question. Outside the published site (Lab, Colab) there may be no such page to go to.
 * @param {HTMLElement} invitation
 * @param {string} key
 */
function link(invitation, key) {
  const here = document.getElementById(`guess-${key}`);
  if (!here && !location.pathname.endsWith(".html")) return;
  const way = document.createElement("a");
  way.href = here ? `#${here.id}` : `01-warm-up.html#guess-${key}`;
  way.textContent = here ? "Guess first" : "Guess first, in the warm-up";
  invitation.replaceChildren(way, ", or look at once.");
}
