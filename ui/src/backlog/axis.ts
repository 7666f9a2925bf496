// The time axis above the cascade: how far it reaches and what stands on it, in percent of its width.

import { dayFrom, monthName, partsOf } from "../dates";

export type Axis = { start: number; end: number };
export type Mark = { x: number; text: string; strong: boolean };

const WEEKS = 28;
const FRIDAY = 4;
const LONGEST = 28 * 27;

/**
 * Returns the axis from the running Sprint, or this week, to two weeks past the last day in view,
 * in steps of four weeks and ending on a Friday, so that it rests while the list moves a little.
 */
export function axisOf(firstDay: number, lastInView: number | null): Axis {
  const start = firstDay - partsOf(firstDay).weekday;
  const wanted = (lastInView ?? start) + 14 - start - FRIDAY;
  const steps = Math.max(3, Math.ceil(wanted / WEEKS));
  return { start, end: start + Math.min(LONGEST, steps * WEEKS) + FRIDAY };
}

/** Returns where a day begins, 0 to 100. */
export function across(axis: Axis, day: number): number {
  return Math.min(100, Math.max(0, ((day - axis.start) / (axis.end - axis.start)) * 100));
}

/** Returns where a day is over: what is finished on a day is drawn up to its evening. */
export function evening(axis: Axis, day: number): number {
  return across(axis, day + 1);
}

/** Returns the months of the axis that are at least `room` percent apart; January says its year. */
export function monthsOf(axis: Axis, room: number): Mark[] {
  const first = partsOf(axis.start);
  const marks: Mark[] = [{ x: 0, text: monthName(first.month), strong: false }];
  for (let index = 1; ; index++) {
    const day = dayFrom(first.year, first.month + index, 1);
    if (day >= axis.end) break;
    const { month, year } = partsOf(day);
    const mark = {
      x: across(axis, day),
      text: month === 0 ? `${monthName(month)} ${year}` : monthName(month),
      strong: false,
    };
    const last = marks[marks.length - 1]!;
    const needed = /\d/.test(last.text) ? room * 1.8 : room;
    if (mark.x - last.x >= needed) marks.push(mark);
    else if (marks.length === 1) marks[0] = mark;
  }
  if (100 - marks[marks.length - 1]!.x < room / 2) marks.pop();
  return marks;
}

/**
 * Returns the Sprint ends that fall on open days, and the days someone waits for, which come first
 * when there is no room for both.
 */
export function daysOf(
  axis: Axis,
  sprintEnd: number | null,
  sprintLength: number,
  waited: readonly number[],
  isClosed: (day: number) => boolean,
  room: number,
): Mark[] {
  const mark = (day: number, strong: boolean): Mark => ({
    x: evening(axis, day),
    text: String(partsOf(day).date),
    strong,
  });
  const inside = (day: number) => day > axis.start && day < axis.end;
  const marks = [...new Set(waited)].filter(inside).map((day) => mark(day, true));
  if (sprintEnd !== null && sprintLength > 0) {
    for (let day = sprintEnd; day < axis.end; day += sprintLength) {
      if (!inside(day) || isClosed(day)) continue;
      const next = mark(day, false);
      if (marks.every((one) => Math.abs(one.x - next.x) >= room)) marks.push(next);
    }
  }
  return marks.sort((a, b) => a.x - b.x);
}
