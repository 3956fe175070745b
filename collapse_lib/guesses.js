/* Guesses of the reader, kept in the browser's localStorage and nowhere else. Stands in every output that needs it and
   may run any number of times: each run takes up only what no earlier one has. A kept guess is {value, words, sure}. */
(() => {
  const STORE = "model-collapse-guess:";
  const KEPT = "model-collapse-guess-kept";
  // Colab gives each output a frame with an origin of its own: what one keeps, no other could read.
  const colab = Boolean(window.google?.colab) || location.hostname.endsWith("googleusercontent.com");

  const read = (key) => {
    if (colab) return null;
    try {
      const guess = JSON.parse(localStorage.getItem(STORE + key));
      return typeof guess?.words === "string" ? guess : null;
    } catch {
      return null;
    }
  };

  const write = (key, guess) => {
    if (colab) return false;
    try {
      if (guess) localStorage.setItem(STORE + key, JSON.stringify(guess));
      else localStorage.removeItem(STORE + key);
      return true;
    } catch {
      return false;
    }
  };

  const told = (guess) => (guess.sure ? `${guess.words}, ${guess.sure}` : guess.words);

  const ask = (card) => {
    const key = card.dataset.guess;
    const find = (selector) => card.querySelector(selector);
    const [range, output, keep, forget, status] = ["input[type=range]", "output", ".guess-keep", ".guess-forget", ".guess-status"].map(find);

    const inWords = (value) => {
      const unit = card.dataset.unit;
      const number = Number(value).toLocaleString("en");
      if (unit === "%") return `${number}%`;
      return `${number} ${number === "1" ? unit.replace(/s$/, "") : unit}`.trim();
    };
    const show = () => {
      if (!range) return;
      output.textContent = inWords(range.value);
      range.setAttribute("aria-valuetext", output.textContent);
    };
    const made = () => {
      const picked = find("input[name$='-option']:checked");
      if (!range && !picked) return null;
      return {
        value: range ? Number(range.value) : picked.value,
        words: range ? inWords(range.value) : `“${picked.value}”`,
        sure: find("input[name$='-sure']:checked")?.value ?? "",
      };
    };
    const check = (group, value) => {
      for (const radio of card.querySelectorAll(`input[name$='-${group}']`)) radio.checked = radio.value === value;
    };
    const announce = (guess) => window.dispatchEvent(new CustomEvent(KEPT, { detail: { key, guess } }));

    keep.addEventListener("click", () => {
      const guess = made();
      if (!guess) {
        status.textContent = "Pick an answer first.";
        return;
      }
      const stored = write(key, guess);
      status.textContent = stored ? `Kept: ${told(guess)}.` : `Your guess: ${told(guess)}. It cannot be kept here, so note it down.`;
      forget.hidden = !stored;
      announce(guess);
    });
    forget.addEventListener("click", () => {
      write(key, null);
      status.textContent = "Forgotten.";
      keep.focus();
      forget.hidden = true;
      check("option", null);
      check("sure", null);
      announce(null);
    });
    range?.addEventListener("input", show);

    const guess = read(key);
    if (guess) {
      if (range) range.value = guess.value;
      check("option", guess.value);
      check("sure", guess.sure);
      status.textContent = `Kept: ${told(guess)}.`;
    }
    find(".guess-note").textContent = colab
      ? "Colab gives each output a frame of its own, so a guess is not kept here. Note it down."
      : "Your guess stays in this browser. It is sent nowhere.";
    keep.parentElement.hidden = false;
    forget.hidden = !guess;
    if (output) output.hidden = false;
    show();
  };

  const recall = (card) => {
    const key = card.dataset.recall;
    const status = card.querySelector(".guess-status");
    const invitation = card.querySelector(".guess-invitation");
    const details = card.querySelector("details");

    const show = (guess) => {
      status.textContent = guess ? `You guessed ${told(guess)}.` : "";
      invitation.hidden = Boolean(guess);
      details.open = Boolean(guess);
    };
    const link = () => {
      const here = document.getElementById(`guess-${key}`);
      const way = document.createElement("a");
      way.href = here ? `#${here.id}` : `01-warm-up.html#guess-${key}`;
      way.textContent = here ? "Guess first" : "Guess first, in the warm-up";
      // Outside the published site (Lab, Colab) there is no such page to go to.
      if (here || location.pathname.endsWith(".html")) invitation.replaceChildren(way, ", or look at once.");
    };
    show(read(key));
    link();
    window.addEventListener(KEPT, ({ detail }) => detail.key === key && show(detail.guess));
    window.addEventListener("storage", (event) => event.key === STORE + key && show(read(key)));
  };

  const takeUp = (name, start) => {
    for (const card of document.querySelectorAll(`[data-${name}]:not([data-ready])`)) {
      card.dataset.ready = "";
      start(card);
    }
  };
  takeUp("guess", ask);
  takeUp("recall", recall);
})();
