/* Charts come alive where their pictures stand: when the reader reaches for one, or has begun to read and one is near.
   Each <figure class="chart"> holds its controls and its pictures (see book/_ext/course/charts.py). What is needed
   besides, Vega and the specifications, the page names in <link rel="prefetch">. Once alive a figure carries data-live.
   Vega runs with its own interpreter: nothing of a specification is compiled to code. */
(() => {
  const FAILED = "The chart cannot be moved just now: its script could not be loaded. The picture shows how it starts.";
  const NEAR = "400px";

  const load = (address) =>
    new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = loaded;
      script.onerror = () => (script.remove(), failed(new Error(FAILED)));
      document.head.append(script);
    });
  const later = [...document.querySelectorAll('link[rel="prefetch"][as="script"]')].map((link) => link.href);
  let needed;
  const ready = () => (needed ??= Promise.all(later.map(load)).catch((error) => ((needed = undefined), Promise.reject(error))));

  const inputs = (figure) => [...figure.querySelectorAll("[data-signal]")];
  const chosen = (figure) =>
    inputs(figure)
      .filter((input) => input.type !== "radio" || input.checked)
      .map((input) => [input.dataset.signal, input.type === "checkbox" ? input.checked : JSON.parse(input.value)]);

  const inWords = (input) => {
    if (input.type !== "range") return;
    const words = Number(input.value).toLocaleString("en");
    input.previousElementSibling.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };

  /* What the chart says in words within its picture: told aloud when a control has changed it. */
  const texts = (view) => [...view.container().querySelectorAll(".role-mark text")].map((text) => text.textContent);
  const teller = (figure, view) => {
    const says = figure.querySelector(".chart-says");
    let before = new Set(texts(view));
    let waiting;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const now = texts(view);
        const news = [...new Set(now)].filter((text) => text && !before.has(text));
        before = new Set(now);
        if (news.length && news.length < 9) says.textContent = news.join(". ");
      }, 400);
    };
  };

  const tooltip = (box) => {
    const tip = document.createElement("div");
    tip.className = "chart-tip";
    tip.hidden = true;
    box.append(tip);
    return (_, event, item, value) => {
      tip.hidden = value == null || value === "";
      if (tip.hidden) return;
      const rows = typeof value === "object" ? Object.entries(value) : [["", value]];
      tip.replaceChildren(
        ...rows.map(([name, told]) => {
          const row = document.createElement("div");
          row.textContent = name ? `${name}: ${told}` : told;
          return row;
        }),
      );
      const frame = box.getBoundingClientRect();
      const left = event.clientX - frame.left;
      tip.style.left = `${Math.max(0, Math.min(left + 12, frame.width - tip.offsetWidth))}px`;
      tip.style.top = `${event.clientY - frame.top + 16}px`;
    };
  };

  const draw = async (figure) => {
    await ready();
    const { parse, View, expressionInterpreter } = window.vega;
    const box = figure.querySelector(".chart-view");
    const stage = document.createElement("div");
    stage.className = "chart-live";
    box.append(stage);
    const runtime = parse(window.charts[figure.id], null, { ast: true });
    const view = new View(runtime, { expr: expressionInterpreter, renderer: "svg", container: stage, hover: true });
    view.tooltip(tooltip(box));
    for (const [signal, value] of chosen(figure)) view.signal(signal, value);
    await view.runAsync();
    for (const picture of box.querySelectorAll(":scope > svg")) picture.remove();
    figure.dataset.live = "";
    const tell = teller(figure, view);
    let asked = false;
    figure.addEventListener("input", () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(async () => {
        asked = false;
        for (const [signal, value] of chosen(figure)) view.signal(signal, value);
        await view.runAsync();
        tell();
      });
    });
  };

  const lives = new WeakMap();
  const live = (figure) => {
    if (!lives.has(figure)) {
      const life = draw(figure).catch((error) => {
        lives.delete(figure);
        figure.querySelector(".chart-says").textContent = error.message;
      });
      lives.set(figure, life);
    }
    return lives.get(figure);
  };

  const figures = [...document.querySelectorAll("figure.chart")];
  for (const figure of figures) {
    for (const reach of ["pointerenter", "focusin", "touchstart", "input"])
      figure.addEventListener(reach, () => live(figure), { passive: true });
    for (const input of inputs(figure)) {
      inWords(input);
      input.addEventListener("input", () => inWords(input));
    }
    figure.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  }

  const rest = window.requestIdleCallback ?? ((task) => setTimeout(task, 50));
  const watch = () => {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
          near.unobserve(target);
          rest(() => live(target));
        }
      },
      { rootMargin: NEAR },
    );
    for (const figure of figures) near.observe(figure);
  };
  let begun = false;
  const begin = () => begun || ((begun = true), watch());
  for (const sign of ["scroll", "pointerdown", "keydown"]) addEventListener(sign, begin, { once: true, passive: true });
})();
