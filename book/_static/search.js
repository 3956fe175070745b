/* Words are looked up in the page that is open, so that the search works with the network cut.
   From a file, or without a network, the pages found may not be read: then their titles are listed only. */
(() => {
  const reachable = () => location.protocol !== "file:" && navigator.onLine;
  const results = document.getElementById("search-results");
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = reachable();
  document.querySelector(".search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = event.target.elements.q.value;
    history.replaceState(null, "", `?${new URLSearchParams({ q: words })}`);
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = reachable();
    results.replaceChildren();
    Search.performSearch(words);
  });
})();
