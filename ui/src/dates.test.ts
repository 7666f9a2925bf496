import { expect, test } from "vitest";
import { dayOf, isoOf, momentOf, readDay, shortDate, weekDate } from "./dates";

const today = dayOf("2026-11-26");
const read = (text: string) => {
  const day = readDay(text, today);
  return day === null ? null : isoOf(day);
};

test("days are said with the year only when it is far", () => {
  expect(shortDate(dayOf("2027-01-15"), today)).toBe("15 Jan");
  expect(shortDate(dayOf("2028-01-15"), today)).toBe("15 Jan 2028");
  expect(weekDate(dayOf("2026-12-04"), today)).toBe("Fri 4 Dec");
});

test("a moment of today is a time, an earlier one a day", () => {
  expect(momentOf(new Date(2026, 10, 26, 9, 42).getTime(), today)).toBe("9:42");
  expect(momentOf(new Date(2026, 10, 25, 16, 0).getTime(), today)).toBe("25 Nov");
});

test("days are read as people write them", () => {
  expect(read("15 Jan")).toBe("2027-01-15");
  expect(read("15th january")).toBe("2027-01-15");
  expect(read("Jan 15, 2028")).toBe("2028-01-15");
  expect(read("2026-12-04")).toBe("2026-12-04");
  expect(read("4.12.")).toBe("2026-12-04");
  expect(read("fri")).toBe("2026-11-27");
  expect(read("thursday")).toBe("2026-12-03");
  expect(read("31 Feb")).toBe(null);
  expect(read("soon")).toBe(null);
});
