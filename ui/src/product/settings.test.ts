import { expect, test } from "vitest";
import type { Settings } from "../core/types";
import { nextSprint, percentiles, withWorkingDay } from "./settings";

const settings: Settings = {
  name: "Lendwell",
  prefix: "LW",
  workingDays: [true, false, false, false, false, false, false],
  weekStart: 0,
  percentile: 85,
  definitionOfDone: "",
  nothingFinishedUntil: null,
};

test("a percentile of one's own is on offer", () => {
  expect(percentiles(85)).toEqual([50, 70, 80, 85, 90, 95]);
  expect(percentiles(77)).toContain(77);
});

test("a week keeps a working day", () => {
  expect(withWorkingDay(settings, 1).workingDays[1]).toBe(true);
  expect(withWorkingDay(settings, 0)).toBe(settings);
});

test("the next Sprint follows the last one and is as long", () => {
  const last = { id: 1, number: 15, first: "2026-11-23", last: "2026-12-04", goal: "", name: "", met: null, endedOn: null, reviewOn: null };
  expect(nextSprint([last], "2026-11-26")).toEqual({ number: 16, first: "2026-12-07", last: "2026-12-18" });
});

test("a Sprint that ends within the week is followed the day after", () => {
  const last = { id: 1, number: 3, first: "2026-11-18", last: "2026-12-01", goal: "", name: "", met: null, endedOn: null, reviewOn: null };
  expect(nextSprint([last], "2026-11-26").first).toBe("2026-12-02");
});

test("the first Sprint starts this Monday", () => {
  expect(nextSprint([], "2026-11-26")).toEqual({ number: 1, first: "2026-11-23", last: "2026-12-04" });
});
