import { expect, test } from "vitest";
import { fieldsOf } from "../kit/people";
import type { Item, Stakeholder } from "../core/types";
import { filterName } from "../parts/filter-name";
import { itemsNumbered, named, readQuery, stepped } from "./results";

test("a first mark chooses what is searched", () => {
  expect(readQuery("lock ")).toEqual({ mode: "all", query: "lock" });
  expect(readQuery("> undo")).toEqual({ mode: "commands", query: "undo" });
  expect(readQuery("@maria")).toEqual({ mode: "people", query: "maria" });
  expect(readQuery("#18")).toEqual({ mode: "numbers", query: "18" });
});

test("names that begin with what was typed come first", () => {
  const all = ["Show the history", "History of one item", "Undo"].map((name) => ({ name }));
  expect(named(all, "hist").map((one) => one.name)).toEqual(["History of one item", "Show the history"]);
  expect(named(all, "")).toHaveLength(3);
});

test("a number is a place in the order first, then part of a key", () => {
  const item = (id: number, key: string) => ({ id, key, externalId: null }) as Item;
  const items = new Map([item(1, "LW-12"), item(2, "LW-3"), item(3, "LW-20")].map((one) => [one.id, one]));
  expect(itemsNumbered([2, 3, 1], items, "2", 8).map((one) => one.id)).toEqual([3, 1]);
  expect(itemsNumbered([2, 3, 1], items, "lw-3", 8).map((one) => one.id)).toEqual([2]);
  expect(itemsNumbered([2, 3, 1], items, "", 8)).toEqual([]);
});

test("going past an end comes back at the other", () => {
  expect(stepped(0, -1, 3)).toBe(2);
  expect(stepped(2, 1, 3)).toBe(0);
  expect(stepped(0, 1, 0)).toBe(0);
});

test("a person is filtered by first name unless somebody else has it", () => {
  const person = (id: number, name: string): Stakeholder => ({ ...fieldsOf(null), id, name, lastContact: null, due: null });
  const maria = person(1, "Maria Okafor");
  expect(filterName(maria, [maria, person(2, "Ines Duarte")])).toBe("maria");
  expect(filterName(maria, [maria, person(2, "Ana Maria Lopes")])).toBe('"Maria Okafor"');
});
