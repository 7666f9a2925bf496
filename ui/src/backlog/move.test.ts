import { expect, test } from "vitest";
import type { Line } from "./finish";
import { moveIn, noteOf, shortTitle } from "./move";

const said = [0, 5, 7, 8, 12, 14, 18, 20, 21, 39];
const dates = { percentile: 85, middle: said.map((day) => day - 1), said };
const line: Line = { key: "l", name: "Board", day: 12, said: 5, middle: 6 };
const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const wants = new Map([
  [8, [70]],
  [5, [71, 70]],
  [9, [72]],
  [7, [73]],
]);
const note = (moved: number[], at: number) =>
  noteOf(ids, new Set(moved), at, dates, [line], [{ name: "Holidays", first: 25, last: 35 }], (id) => wants.get(id) ?? []);

test("moving up pushes those between later and says whom it delays", () => {
  const said = note([8], 2);
  expect([said.from, said.to, said.fromDay, said.toDay]).toEqual([8, 3, 20, 7]);
  expect(said.pushed.map((one) => one.id)).toEqual([3, 4, 5, 6, 7]);
  expect(said.pushedDays).toBe(2);
  expect(said.pulled).toEqual([]);
  expect(said.drops.map((one) => [one.line.name, one.ids])).toEqual([["Board", [5]]]);
  expect(said.serves).toEqual([70]);
  expect(said.delays).toEqual([71, 73]);
});

test("moving down pulls those between earlier and raises what crosses a line", () => {
  const said = note([5], 8);
  expect(said.pushed).toEqual([]);
  expect(said.pulled.map((one) => [one.id, one.to])).toEqual([
    [6, 5],
    [7, 6],
    [8, 7],
    [9, 8],
  ]);
  expect(said.rises.map((one) => one.ids)).toEqual([[6]]);
  expect(said.serves).toEqual([73, 72]);
  expect(said.delays).toEqual([71, 70]);
});

test("a jump over closed days is named", () => {
  expect(note([10], 8).slips).toEqual([{ id: 9, name: "Holidays" }]);
});

test("a move to the same place says nothing", () => {
  const said = note([4], 3);
  expect([said.from, said.to, said.pushed.length, said.pulled.length, said.serves.length]).toEqual([4, 4, 0, 0, 0]);
});

test("the note agrees with a comparison of both orders, item by item", () => {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 500; round++) {
    const moved = new Set(ids.filter(() => random(4) === 0));
    if (moved.size === 0) moved.add(ids[random(10)]!);
    const at = random(ids.length - moved.size + 1);
    const told = note([...moved], at);
    const after = moveIn(ids, moved, at);
    expect([...after].sort((a, b) => a - b)).toEqual(ids);
    const place = (list: number[], id: number) => list.indexOf(id);
    const rest = ids.filter((id) => !moved.has(id));
    const later = rest.filter((id) => place(after, id) > place(ids, id));
    const earlier = rest.filter((id) => place(after, id) < place(ids, id));
    expect(told.pushed.map((one) => one.id)).toEqual(later);
    expect(told.pulled.map((one) => one.id)).toEqual(earlier);
    const drops = later.filter((id) => said[place(ids, id)]! <= line.day && said[place(after, id)]! > line.day);
    expect(told.drops.flatMap((one) => one.ids)).toEqual(drops);
    const rises = earlier.filter((id) => said[place(ids, id)]! > line.day && said[place(after, id)]! <= line.day);
    expect(told.rises.flatMap((one) => one.ids)).toEqual(rises);
    expect(told.to).toBe(after.findIndex((id) => moved.has(id)) + 1);
    for (const id of told.delays) expect(told.serves).not.toContain(id);
  }
});

test("long titles are cut between words", () => {
  expect(shortTitle("Open a locker compartment with a code", 16)).toBe("Open a locker…");
  expect(shortTitle("Renew", 16)).toBe("Renew");
});
