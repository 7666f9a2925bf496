import { expect, test } from "vitest";
import type { Item } from "./core/types";
import { orderOf, patch } from "./order";

const item = (id: number, position: number | null, container = false): Item => ({
  id,
  key: `A-${id}`,
  title: `Item ${id}`,
  kind: "story",
  state: "ready",
  position,
  size: null,
  partOf: null,
    goal: null,
    slice: null,
  container,
  labels: [],
  wantedBy: [],
  need: null,
  business: null,
  feasibility: null,
  urgency: null,
  risk: null,
  externalId: null,
  sourceState: null,
  url: null,
  createdOn: "2026-01-01",
  doneOn: null,
});
const start = (count: number) => orderOf(Array.from({ length: count }, (_, index) => item(index + 1, index + 1)));

test("a moved item is put at its position and the rest closes up", () => {
  expect(patch(start(4), { put: [item(4, 1)], removed: [] }).ids).toEqual([4, 1, 2, 3]);
  expect(patch(start(4), { put: [item(1, 3)], removed: [] }).ids).toEqual([2, 3, 1, 4]);
});

test("an item that is Done leaves the order", () => {
  const order = patch(start(3), { put: [{ ...item(2, null), state: "done" }], removed: [] });
  expect(order.ids).toEqual([1, 3]);
  expect(order.items.has(2)).toBe(false);
});

test("a container keeps its name but has no place", () => {
  const order = patch(start(2), { put: [item(1, null, true)], removed: [] });
  expect(order.ids).toEqual([2]);
  expect(order.containers).toEqual([1]);
  expect(order.items.get(1)?.title).toBe("Item 1");
});

test("any patch gives the same order as the rule read word for word", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 400; round++) {
    const order = start(1 + random(9));
    const target = [...order.ids].filter(() => random(5) > 0).sort(() => random(3) - 1);
    for (let extra = random(3); extra > 0; extra--) target.splice(random(target.length + 1), 0, 100 + extra);
    // What the core would send: at least every item that does not follow from the others.
    const put = target.flatMap((id, index) =>
      id >= 100 || random(2) || order.ids[index] !== id ? [item(id, index + 1)] : [],
    );
    const removed = order.ids.filter((id) => !target.includes(id));
    const literal = order.ids.filter((id) => !removed.includes(id) && !put.some((one) => one.id === id));
    for (const one of [...put].sort((a, b) => a.position! - b.position!)) literal.splice(one.position! - 1, 0, one.id);
    expect(patch(order, { put, removed }).ids).toEqual(literal);
  }
});
