/* Words are looked up in the page that is open, so that the search works with the network cut.
   From a file, or without a network, the pages found may not be read: then their titles are listed only. */
(() => {
  const NOT_PROSE =
    "details.code, .guess, .track, .launch, #check-yourself details, table, figure, noscript, nav, .headerlink";
  const BLOCKS = "p, li, dt, dd, h1, h2, h3, h4, summary, .admonition-title";
  const reachable = () => location.protocol !== "file:" && navigator.onLine;

  // The extract of a page: what it says, without its code and its controls; of a term, its definition too.
  Search.htmlToText = (html, anchor) => {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("[role=main]");
    const found = (anchor && main?.querySelector(anchor)) || main;
    if (!main || !found) return "";
    for (const element of main.querySelectorAll(NOT_PROSE)) element.remove();
    for (const element of main.querySelectorAll(BLOCKS)) element.append(" ");
    const definition = found.matches("dt") ? (found.nextElementSibling?.textContent ?? "") : "";
    return `${found.textContent.trim()} ${definition}`.replace(/\s+/g, " ").trim();
  };

  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = reachable();
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-form"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = String(new FormData(form).get("q"));
    history.replaceState(null, "", `?${new URLSearchParams({ q: words })}`);
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = reachable();
    document.getElementById("search-results")?.replaceChildren();
    Search.performSearch(words);
  });
})();
