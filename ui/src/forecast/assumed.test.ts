import { beforeAll, expect, test } from "vitest";
import { dayOf } from "../dates";
import { useWords } from "../words";
import { isUsual, nextMonday, USUAL, weekdaysText } from "./assumed";

beforeAll(() => {
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const words = days.map((day) => `weekday-${day} = ${day[0]?.toUpperCase()}${day.slice(1)}`);
  useWords([...words, "fc-days-span = { $first } to { $last }", "fc-days-none = none"].join("\n"));
});

test("working days in a row are said by their ends, others one by one", () => {
  expect(weekdaysText([true, true, true, true, true, false, false])).toBe("Mon to Fri");
  expect(weekdaysText([true, false, true, false, false, false, false])).toBe("Mon, Wed");
  expect(weekdaysText([true, true, false, false, false, false, false])).toBe("Mon, Tue");
  expect(weekdaysText([false, false, false, false, false, false, false])).toBe("none");
});

test("an assumption that was put back is the usual one again", () => {
  const grown = { ...USUAL, growth: { type: "range" as const, low: 2, high: 26 } };
  expect(isUsual(grown, "growth")).toBe(false);
  expect(isUsual(grown, "team")).toBe(true);
  expect(isUsual({ ...grown, growth: { type: "none" } }, "growth")).toBe(true);
});

test("the Monday after a Monday is a week later", () => {
  expect(nextMonday(dayOf("2026-11-26"))).toBe("2026-11-30");
  expect(nextMonday(dayOf("2026-11-30"))).toBe("2026-12-07");
});
