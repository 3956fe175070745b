/* Guesses of the reader, kept in the browser's localStorage and nowhere else. */

const STORE = "model-collapse-guess:";
const KEPT = "model-collapse-guess-kept";

/**
 * A guess: what was chosen, the same in words, and how sure the reader is ("" if that was not asked).
 * @typedef {{ value: number | string, words: string, sure: string }} Guess
 */

/** @type {Window & { google?: { colab?: object } }} */
const { google } = window;
/* Colab gives each output a frame with an origin of its own: what one keeps, no other could read. */
export const colab = Boolean(google?.colab) || location.hostname.endsWith("googleusercontent.com");

/**
 * Return the guess that is kept under a key, null if there is none.
 * @param {string} key
 * @returns {Guess | null}
 */
export function read(key) {
  if (colab) return null;
  try {
    const guess = JSON.parse(localStorage.getItem(STORE + key) ?? "null");
    return typeof guess?.words === "string" ? guess : null;
  } catch {
    return null;
  }
}

/**
 * Keep a guess, or forget it where it is null; return whether that was possible.
 * @param {string} key
 * @param {Guess | null} guess
 */
export function write(key, guess) {
  if (colab) return false;
  try {
    if (guess) localStorage.setItem(STORE + key, JSON.stringify(guess));
    else localStorage.removeItem(STORE + key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tell all cards of the page about a guess that was made here, kept or not.
 * @param {string} key
 * @param {Guess | null} guess
 */
export function announce(key, guess) {
  window.dispatchEvent(new CustomEvent(KEPT, { detail: { key, guess } }));
}

/**
 * Do `action` whenever the guess of a key is made or forgotten, in this page or in another tab.
 * @param {string} key
 * @param {(guess: Guess | null) => void} action
 */
export function onChange(key, action) {
  window.addEventListener(KEPT, (event) => {
    const { detail } = /** @type {CustomEvent<{ key: string, guess: Guess | null }>} */ (event);
    if (detail.key === key) action(detail.guess);
  });
  window.addEventListener("storage", (event) => event.key === STORE + key && action(read(key)));
}

/** @param {Guess} guess */
export const inWords = (guess) => (guess.sure ? `${guess.words}, ${guess.sure}` : guess.words);
