import { expect, test } from "vitest";
import { dayOf, isoOf } from "../dates";
import { across, axisOf, daysOf, monthsOf } from "./axis";

const axis = axisOf(dayOf("2026-11-26"), dayOf("2027-01-27"));

test("the axis starts with the week and ends on a Friday two weeks past what is in view", () => {
  expect([isoOf(axis.start), isoOf(axis.end)]).toEqual(["2026-11-23", "2027-02-19"]);
  expect(across(axis, axis.start - 9)).toBe(0);
});

test("months stand on their first day and January says its year", () => {
  expect(monthsOf(axis, 5).map((mark) => mark.text)).toEqual(["Nov", "Dec", "Jan 2027", "Feb"]);
  const long = axisOf(dayOf("2026-11-26"), dayOf("2028-06-01"));
  const marks = monthsOf(long, 8);
  for (let at = 1; at < marks.length; at++) expect(marks[at]!.x - marks[at - 1]!.x).toBeGreaterThanOrEqual(8);
});

test("Sprint ends on closed days are left out and awaited days stand out", () => {
  const closed = (day: number) => day >= dayOf("2026-12-19") && day <= dayOf("2027-01-03");
  const marks = daysOf(axis, dayOf("2026-12-04"), 14, [dayOf("2026-12-04"), dayOf("2027-01-15")], closed, 4);
  expect(marks.map((mark) => `${mark.text}${mark.strong ? "!" : ""}`)).toEqual(["4!", "18", "15!", "29", "12"]);
});
