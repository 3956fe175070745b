/* The switch between a light and a dark page, scrolling boxes that can be reached by keyboard, and paper. */
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".theme-switch");
  const show = () => button?.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  button?.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      /* Without storage the choice lasts as long as the page. */
    }
    show();
  });
  show();

  const SCROLLED = [
    "article pre",
    "article .math",
    "article p:has(> math)",
    ".output.text_html:has(> div > table)",
    ".pst-scrollable-table-container",
  ];
  /** @param {Element} box */
  const reachable = (box) => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) reachable(target);
  });
  for (const box of document.querySelectorAll(SCROLLED.join())) sizes.observe(box);

  /* What is folded stands open on paper: course.css says so, to browsers that know the word. To others this does. */
  if (CSS.supports("selector(::details-content)")) return;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((part) => !part.open && !part.matches(".code"));
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
})();
