import { expect, test } from "vitest";
import { sprintDay } from "./sprint";

test("only working days of the Sprint are counted", () => {
  const sprint = { id: 1, number: 15, first: "2026-11-23", last: "2026-12-04", goal: "", name: "", met: null, endedOn: null, reviewOn: null };
  const week = [true, true, true, true, true, false, false];
  expect(sprintDay(sprint, "2026-11-26", week, [])).toEqual({ day: 4, days: 10 });
  const closed = [{ id: 1, name: "", first: "2026-11-24", last: "2026-11-25" }];
  expect(sprintDay(sprint, "2026-11-26", week, closed)).toEqual({ day: 2, days: 8 });
});
