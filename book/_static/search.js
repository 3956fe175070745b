/* Words are looked up in the page that is open, so that the search works with the network cut.
   From a file, or without a network, the pages found may not be read: then their titles are listed only.
   Sphinx's searchtools.js does the work; what it does badly is mended here, as far as it lets itself be told. */
(() => {
  const NOT_PROSE =
    "details.code, .guess, .track, .launch, #check-yourself details, table, figure, noscript, nav, .headerlink";
  const BLOCKS = "p, li, dt, dd, h1, h2, h3, h4, summary, .admonition-title";
  const LONGEST = 200; // letters, as the boxes say too
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

  // Sphinx hands the words of a search on to the next page in localStorage, which a browser may refuse. Ours are marked
  // here, in the extracts, and nothing is kept.
  window.SPHINX_HIGHLIGHT_ENABLED = false;
  const extract = Search.makeSearchSummary;
  Search.makeSearchSummary = (html, stems, anchor) => {
    const paragraph = extract(html, stems, anchor);
    if (paragraph) mark(paragraph, [...stems]);
    return paragraph;
  };

  /**
   * Mark the words that were looked for, as the index has them: by their stem, or by a part of it.
   * @param {HTMLElement} paragraph
   * @param {string[]} stems
   */
  function mark(paragraph, stems) {
    const stemmer = new Stemmer();
    const parts = paragraph.textContent.split(/([\p{Letter}\p{Number}_]+)/u).map((part, place) => {
      const stem = stemmer.stemWord(part.toLowerCase());
      const found = place % 2 && stems.some((word) => stem === word || (word.length > 2 && stem.includes(word)));
      return found ? Object.assign(document.createElement("mark"), { textContent: part }) : part;
    });
    paragraph.replaceChildren(...parts);
  }

  // Sphinx looks words up in plain objects, where `constructor` is found though no page says it. Here it is not.
  const setIndex = Search.setIndex;
  Search.setIndex = (index) => {
    const nothing = Object.assign(Object.create(null), { hasOwnProperty: Object.prototype.hasOwnProperty });
    for (const words of [index.terms, index.titleterms]) Object.setPrototypeOf(words, nothing);
    setIndex(index);
  };

  // Each word is compared with each of the index: a book that is pasted into the box would take minutes.
  const query = Search.query;
  Search.query = (words) => query(words.slice(0, LONGEST));

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
