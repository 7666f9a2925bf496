import { expect, test } from "vitest";
import { dayOf, isoOf, readDay } from "../dates";
import { dayText, readPastDay } from "./days";

const today = dayOf("2026-11-26");
const past = (text: string) => {
  const day = readPastDay(text, today);
  return day === null ? null : isoOf(day);
};

test("a day in a field reads back as itself", () => {
  for (const day of [today, today - 400, today + 500]) expect(readDay(dayText(day), today)).toBe(day);
});

test("a past day without a year is the last such day", () => {
  expect(past("3 March")).toBe("2026-03-03");
  expect(past("24 Dec")).toBe("2025-12-24");
  expect(past("26 Nov")).toBe("2026-11-26");
  expect(past("yesterday")).toBe("2026-11-25");
});

test("a weekday in the past is the last one", () => {
  expect(past("mon")).toBe("2026-11-23");
});

test("what is no day is not read as one", () => {
  expect(past("soon")).toBeNull();
});
