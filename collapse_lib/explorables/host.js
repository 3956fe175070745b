/* The host of the explorables: it hands an anywidget module what it would get from Jupyter, {model, el}, without a
   kernel. A classic script, so that it runs from file:// too. It stands in every page (book/_ext/course/explorables.py)
   and, with the module behind it, in every output of a notebook; so it takes up only what is not live yet. If a module
   fails, its picture stays. */
window.explorable = (kind, { render }) => {
  for (const figure of document.querySelectorAll(`figure.explorable[data-kind="${kind}"]:not(.live)`)) {
    /** @type {Record<string, unknown>} */
    const state = JSON.parse(figure.querySelector("script")?.textContent ?? "{}");
    const model = {
      get: (/** @type {string} */ name) => state[name],
      set(/** @type {string} */ name, /** @type {unknown} */ value) {
        state[name] = value;
      },
      save_changes() {},
      on() {},
      off() {},
      send() {},
    };
    const el = document.createElement("div");
    el.className = "explorable-live";
    try {
      render({ model, el });
      // JupyterLab would take the arrow keys for itself.
      for (const input of el.querySelectorAll("input")) input.dataset.lmSuppressShortcuts = "true";
      figure.append(el);
      figure.classList.add("live");
    } catch (error) {
      console.error(error);
    }
  }
};
