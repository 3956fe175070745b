/* The host of the explorables: it hands an anywidget module what it would get from Jupyter, {model, el}, without a
   kernel. A deferred classic script, so that it runs from file:// too. book/_ext/course/explorables.py writes the
   modules as files that call `explorable`. If one fails, its picture stays. */
window.explorable = (kind, { render }) => {
  for (const figure of document.querySelectorAll(`figure.explorable[data-kind="${kind}"]`)) {
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
      figure.append(el);
      figure.classList.add("live");
    } catch (error) {
      console.error(error);
    }
  }
};
