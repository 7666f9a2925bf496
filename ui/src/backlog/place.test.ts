import { expect, test } from "vitest";
import type { Item } from "../core/types";
import { dayOf } from "../dates";
import { nextLine, readPlace, titlesOf } from "./place";

const items = [11, 12, 13].map(
  (id) => ({ id, key: `LW-${id}`, externalId: `JIRA-${id}`, title: `Title ${id}` }) as Item,
);
const known = {
  ids: [11, 12, 13],
  item: (id: number) => items.find((one) => one.id === id),
  lines: [{ key: "b", name: "Board meeting", day: dayOf("2027-01-15"), said: 2, middle: 3 }],
  today: dayOf("2026-11-26"),
};

test("places are read as people say them", () => {
  const read = (text: string) => readPlace(text, known);
  expect(read("7")).toEqual({ type: "position", position: 7 });
  expect(read(" Top ")).toEqual({ type: "top" });
  expect(read("by 15 Jan")).toEqual({ type: "byDay", day: "2027-01-15" });
  expect(read("board")).toEqual({ type: "byDay", day: "2027-01-15" });
  expect(read("before lw-12")).toEqual({ type: "before", id: 12 });
  expect(read("after 3")).toEqual({ type: "after", id: 13 });
  expect(read("below JIRA-11")).toEqual({ type: "after", id: 11 });
  expect(read("0")).toBe(null);
  expect(read("before LW-99")).toBe(null);
  expect(read("somewhere")).toBe(null);
});

test("the next line is the last place above it or the first below it", () => {
  const lines = [2, 5].map((said) => ({ key: `${said}`, name: "", day: 0, said, middle: said }));
  expect([8, 5, 3, 2, 1].map((at) => nextLine(at, -1, lines, 9))).toEqual([5, 2, 2, 1, 1]);
  expect([1, 2, 3, 5, 6].map((at) => nextLine(at, 1, lines, 9))).toEqual([3, 3, 6, 6, 9]);
});

test("a pasted list loses its bullets", () => {
  expect(titlesOf("- One\n\n2. Two\n* [ ] Three\n  Four  ")).toEqual(["One", "Two", "Three", "Four"]);
  expect(titlesOf("2027 plan")).toEqual(["2027 plan"]);
});
