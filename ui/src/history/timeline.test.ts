import { describe, expect, it } from "vitest";
import { dayOf } from "../dates";
import { along, monthsOn, nearest, stepFrom } from "./timeline";

describe("a line of days", () => {
  it("places a day between its ends", () => {
    expect([10, 15, 20].map((day) => along(day, 10, 20))).toEqual([0, 0.5, 1]);
    expect(along(10, 10, 10)).toBe(1);
    expect([5, 25].map((day) => along(day, 10, 20))).toEqual([0, 1]);
  });

  it("steps from day to day and stops at its ends", () => {
    const days = [3, 7, 20];
    expect([1, -1].map((by) => stepFrom(days, 7, by))).toEqual([20, 3]);
    expect([1, -1].map((by) => stepFrom(days, 20, by))).toEqual([20, 7]);
    expect([1, -1].map((by) => stepFrom(days, 3, by))).toEqual([7, 3]);
    expect([5, -5].map((by) => stepFrom(days, 7, by))).toEqual([20, 3]);
  });

  it("steps from a day on which nothing was done to its neighbours", () => {
    expect([1, -1].map((by) => stepFrom([3, 7, 20], 9, by))).toEqual([20, 7]);
    expect(stepFrom([], 9, 1)).toBe(9);
  });

  it("finds the nearest day", () => {
    expect([0, 4, 6, 14, 99].map((day) => nearest([3, 7, 20], day))).toEqual([3, 3, 7, 20, 20]);
  });

  it("names the months that begin on it, the year at January", () => {
    const months = monthsOn(dayOf("2026-11-15"), dayOf("2027-02-03"));
    expect(months.map(({ name }) => name)).toEqual(["Dec", "Jan 2027", "Feb"]);
    expect(monthsOn(dayOf("2020-01-01"), dayOf("2026-11-26")).length).toBeLessThanOrEqual(12);
  });
});
