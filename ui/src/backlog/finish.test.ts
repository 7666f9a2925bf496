import { expect, test } from "vitest";
import { dayOf } from "../dates";
import { datesOf, dayAt, finishedBy, linesOf, zoneOf } from "./finish";

const finish = {
  asOf: "2026-11-26",
  percentiles: [50, 85],
  days: [
    [0, 1, 4, 5, 7],
    [0, 5, 7, 8],
  ],
  notes: [],
  thin: false,
};
const today = dayOf("2026-11-26");
const dates = datesOf(finish, 85);

test("a place beyond the table has no date", () => {
  expect(dayAt(dates.said, 4)).toBe(today + 8);
  expect(dayAt(dates.said, 5)).toBe(null);
  expect(dayAt(dates.middle, 5)).toBe(today + 7);
});

test("the number finished by a day is what counting gives", () => {
  let seed = 3;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    const days = Array.from({ length: random(12) }, () => random(20)).sort((a, b) => a - b);
    const day = random(22) - 1;
    expect(finishedBy(days, day)).toBe(days.filter((one) => one <= day).length);
  }
});

test("a line knows its place at both percentiles and past days are left out", () => {
  const named = [
    { id: 1, name: "Board", day: "2026-12-03" },
    { id: 2, name: "Gone", day: "2026-11-01" },
  ];
  const sprint = { id: 1, number: 1, first: "2026-11-23", last: "2026-12-01", goal: "", name: "", met: null, endedOn: null, reviewOn: null };
  const lines = linesOf(dates, named, sprint, "Sprint Review", today, 5);
  expect(lines.map((line) => [line.name, line.said, line.middle])).toEqual([
    ["Sprint Review", 2, 4],
    ["Board", 3, 5],
  ]);
  expect([1, 3, 5].map((position) => zoneOf(position, dates, lines, today))).toEqual(["near", "maybe", "far"]);
});

test("without a forecast there are no lines", () => {
  const none = datesOf({ ...finish, days: [[], []] }, 85);
  expect(linesOf(none, [{ id: 1, name: "Board", day: "2026-12-03" }], null, "", today, 5)).toEqual([]);
});
