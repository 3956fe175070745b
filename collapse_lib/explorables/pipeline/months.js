/* The months: the share that descends from machines, behind and ahead of the month that is shown. */

import { element } from "../element.js";
import { FRAME, label, linear, panel, rule } from "../panel.js";
import { ceiling, machineShare, refreshesBy, tippingMonth } from "./laws.js";
import { percent } from "./words.js";

/** @import { Tick } from "../panel.js" */
/** @import { Team } from "./laws.js" */

export const MONTHS = 120;

const inTime = linear(0, MONTHS, FRAME.left, FRAME.right);
const upward = linear(0, 1, FRAME.bottom, FRAME.top);

/** The picture, without its lines. */
export function months() {
  /** @type {Tick[]} */
  const years = [0, 24, 48, 72, 96, 120].map((month) => [inTime(month), String(month)]);
  /** @type {Tick[]} */
  const shares = [0, 0.25, 0.5, 0.75, 1].map((share) => [upward(share), percent(share)]);
  const svg = panel("Descends from machines", "month", years, shares);
  const ahead = element("path", { class: "xp-line xp-ahead" });
  const behind = element("path", { class: "xp-line xp-behind" });
  const tips = element("circle", { r: 6, class: "xp-machine" });
  const verdict = label(FRAME.left + 4, FRAME.top + 16, "", "xp-heading xp-halo");
  const now = element("circle", { r: 4.5, class: "xp-now" });
  svg.append(rule(FRAME.left, upward(0.5), FRAME.right, upward(0.5), "xp-half"), ahead, behind, tips, now, verdict);
  return { svg, ahead, behind, tips, verdict, now };
}

/**
 * @param {Team} team
 * @param {number} from
 * @param {number} to
 */
function staircase(team, from, to) {
  const first = refreshesBy(team, from);
  let path = `M${inTime(from).toFixed(1)},${upward(machineShare(team, first)).toFixed(1)}`;
  for (let refresh = first + 1; refresh * team.interval <= to; refresh++)
    path += `H${inTime(refresh * team.interval).toFixed(1)}V${upward(machineShare(team, refresh)).toFixed(1)}`;
  return `${path}H${inTime(to).toFixed(1)}`;
}

/**
 * @param {SVGCircleElement} circle
 * @param {number} month
 * @param {number} share
 */
function place(circle, month, share) {
  circle.setAttribute("cx", String(inTime(month)));
  circle.setAttribute("cy", String(upward(share)));
}

/**
 * @param {ReturnType<typeof months>} picture
 * @param {Team} team
 * @param {number} month
 */
export function drawMonths({ ahead, behind, tips, verdict, now }, team, month) {
  behind.setAttribute("d", staircase(team, 0, month));
  ahead.setAttribute("d", staircase(team, month, MONTHS));
  const tipping = tippingMonth(team);
  tips.setAttribute("visibility", tipping <= MONTHS ? "visible" : "hidden");
  place(tips, tipping, 0.5);
  place(now, month, machineShare(team, refreshesBy(team, month)));
  verdict.textContent =
    tipping < Infinity
      ? `More than half from month ${tipping} on`
      : `Never half: it levels off at ${percent(ceiling(team))}`;
}
