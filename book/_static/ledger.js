/* The ledger: show the rows that a reader chooses, and say how many they are. */
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".ledger-choice"));
  const count = form?.querySelector("output");
  if (!form || !count) return;
  const rows = /** @type {NodeListOf<HTMLTableRowElement>} */ (document.querySelectorAll(".ledger tbody tr"));

  const choose = () => {
    const { status, page } = Object.fromEntries(new FormData(form));
    for (const row of rows) {
      const known = row.dataset.status?.split("|").includes(String(status));
      row.hidden = Boolean((status && !known) || (page && row.dataset.page !== page));
    }
    const shown = [...rows].filter((row) => !row.hidden).length;
    count.textContent = shown === rows.length ? `${shown} sentences` : `${shown} of ${rows.length} sentences`;
  };

  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  choose(); // a browser may remember what was chosen when a page is opened again
})();
