/* The switch between a light and a dark page, and scrolling boxes that can be reached by keyboard. */
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".theme-switch");
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  button.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      /* Without storage the choice lasts as long as the page. */
    }
    show();
  });
  show();

  const scrolled = [
    "article pre", "article .math", "article p:has(> math)",
    ".output.text_html:has(> div > table)", ".pst-scrollable-table-container",
  ];
  const boxes = document.querySelectorAll(scrolled.join());
  const reachable = ({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(reachable));
  for (const box of boxes) sizes.observe(box);
})();
