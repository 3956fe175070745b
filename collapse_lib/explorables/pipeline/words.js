/* What the content pipeline says. */

import { ceiling, machineShare, refreshesBy, tippingMonth } from "./laws.js";

/** @import { Team } from "./laws.js" */

/** @param {number} share */
export const percent = (share) => `${Math.round(100 * share)}%`;

/**
 * Say what there is to see.
 * @param {Team} team
 * @param {number} month
 */
export function describe(team, month) {
  const refreshes = refreshesBy(team, month);
  const share = percent(machineShare(team, refreshes));
  const tipping = tippingMonth(team);
  const when =
    tipping < Infinity ? `more than half descends from machines from month ${tipping} on` : "more than half never does";
  const times = `${refreshes} ${refreshes === 1 ? "refresh" : "refreshes"} of the model`;
  const at = month ? `Month ${month}, after ${times}` : "At the beginning";
  return `${at}: ${share} of the training text descends from machines. It levels off at ${percent(ceiling(team))}; ${when}.`;
}
