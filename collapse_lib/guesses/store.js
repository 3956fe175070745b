/* Guesses of the reader, kept in the browser's localStorage and nowhere else. */

const STORE = "model-collapse-guess:";
const KEPT = "model-collapse-guess-kept";
const LONGEST = 300; // letters of a text; an option has some eighty

/**
 * A guess: what was chosen, the same in words, and how sure the reader is ("" if that was not asked).
 * @typedef {{ value: number | string, words: string, sure: string }} Guess
 */

/** @type {Window & { google?: { colab?: object } }} */
const { google } = window;
/* Colab gives each output a frame with an origin of its own: what one keeps, no other could read. */
export const colab = Boolean(google?.colab) || location.hostname.endsWith("googleusercontent.com");

/**
 * Return what was found in the store if it is a guess, else null: another version, or another hand, may have put it there.
 * @param {unknown} found
 * @returns {Guess | null}
 */
function guessIn(found) {
  const { value, words, sure } = /** @type {Partial<Guess>} */ (found ?? {});
  if (!(isText(value) || Number.isFinite(value)) || !isText(words) || !words.trim() || !isText(sure)) return null;
  return { value: /** @type {number | string} */ (value), words, sure };
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isText = (value) => typeof value === "string" && value.length <= LONGEST;

/**
 * Return what `action` makes of the store, `otherwise` where there is none for us: in Colab, and where the browser
 * refuses the store, reading, or writing.
 * @template T
 * @param {(store: Storage) => T} action
 * @param {T} otherwise
 */
function inStore(action, otherwise) {
  if (colab) return otherwise;
  try {
    return action(window.localStorage);
  } catch {
    return otherwise;
  }
}

/**
 * Return the guess that is kept under a key, null if there is none. What is no guess stays until the next guess.
 * @param {string} key
 */
export function read(key) {
  return inStore((store) => guessIn(JSON.parse(store.getItem(STORE + key) ?? "null")), null);
}

/**
 * Keep a guess, or forget it where it is null; return whether that was possible.
 * @param {string} key
 * @param {Guess | null} guess
 */
export function write(key, guess) {
  return inStore((store) => {
    if (guess) store.setItem(STORE + key, JSON.stringify(guess));
    else store.removeItem(STORE + key);
    return Boolean(store.getItem(STORE + key)) === Boolean(guess);
  }, false);
}

/** Say whether a guess can be kept here. Only a trial tells. */
export function keeps() {
  return inStore((store) => {
    store.setItem(STORE, "trial");
    const kept = store.getItem(STORE) === "trial";
    store.removeItem(STORE);
    return kept;
  }, false);
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
