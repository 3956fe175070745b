/* The workflow: the arithmetic of collapse_lib.experiments.pipeline; shares between 0 and 1. */

/**
 * A team: the share of new pages that is drafted by machines, of the training text that each refresh exchanges for new
 * pages, of it that is kept from people; and the months between two refreshes.
 * @typedef {{ drafted: number, scraped: number, kept: number, interval: number }} Team
 */

const ROUNDING = 1e-9;

/**
 * What a refresh brings: alpha from machines, beta from the training text before, the rest from people.
 * @param {Team} team
 */
function mix({ drafted, scraped, kept }) {
  return { alpha: (1 - kept) * scraped * drafted, beta: (1 - kept) * (1 - scraped) };
}

/**
 * Where the share that descends from machines levels off.
 * @param {Team} team
 */
export function ceiling(team) {
  const { alpha, beta } = mix(team);
  return alpha / (1 - beta);
}

/**
 * The share of the training text that descends from machines after so many refreshes.
 * @param {Team} team
 * @param {number} refreshes
 */
export const machineShare = (team, refreshes) => ceiling(team) * (1 - mix(team).beta ** refreshes);

/**
 * How many refreshes there were up to a month.
 * @param {Team} team
 * @param {number} month
 */
export const refreshesBy = (team, month) => Math.floor(month / team.interval);

/**
 * The first month with more than half; Infinity for never.
 * @param {Team} team
 */
export function tippingMonth(team) {
  const level = ceiling(team);
  if (level <= 0.5 + ROUNDING) return Infinity;
  const { beta } = mix(team);
  const refreshes = beta ? Math.log(1 - 0.5 / level) / Math.log(beta) : 0;
  return team.interval * (Math.floor(refreshes + ROUNDING) + 1);
}

/** @typedef {"people" | "kept" | "machine"} Whose */
/** @typedef {[from: "archive" | "stayed" | "new", whose: Whose, share: number]} Part */

/**
 * What the training text is made of, from top to bottom.
 * @param {Team} team
 * @param {number} refreshes
 * @returns {Part[]}
 */
export function parts(team, refreshes) {
  if (!refreshes) return [["stayed", "people", 1]];
  const { drafted, scraped, kept } = team;
  const before = machineShare(team, refreshes - 1);
  const stayed = (1 - kept) * (1 - scraped);
  const scrapedNow = (1 - kept) * scraped;
  return [
    ["archive", "kept", kept],
    ["stayed", "people", stayed * (1 - before)],
    ["new", "people", scrapedNow * (1 - drafted)],
    ["new", "machine", scrapedNow * drafted],
    ["stayed", "machine", stayed * before],
  ];
}
