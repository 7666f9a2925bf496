// The order of the backlog as the page holds it, and how an answer of the core patches it.

import type { Item, ItemChanges, ItemId } from "./core/types";

/** Items by id, the ids in order, and the containers, which have no place in the order. */
export type Order = {
  items: ReadonlyMap<ItemId, Item>;
  ids: readonly ItemId[];
  containers: readonly ItemId[];
};

/** Reads the items of a snapshot: those in order first, then the containers. */
export function orderOf(items: readonly Item[]): Order {
  return {
    items: new Map(items.map((item) => [item.id, item])),
    ids: items.filter((item) => item.position !== null).map((item) => item.id),
    containers: items.filter((item) => item.position === null).map((item) => item.id),
  };
}

/**
 * Takes what was put or removed out of the order, then inserts what has a position at that
 * position, in ascending order. Positions of the other items follow from where they stand.
 */
export function patch(order: Order, changes: ItemChanges): Order {
  if (changes.put.length === 0 && changes.removed.length === 0) return order;
  const gone = new Set<ItemId>(changes.removed);
  for (const item of changes.put) gone.add(item.id);
  const rest = order.ids.filter((id) => !gone.has(id));
  const placed = changes.put.filter((item) => item.position !== null);
  placed.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));

  const ids: ItemId[] = [];
  let from = 0;
  for (const item of placed) {
    while (ids.length + 1 < (item.position ?? 0) && from < rest.length) ids.push(rest[from++]!);
    ids.push(item.id);
  }
  while (from < rest.length) ids.push(rest[from++]!);

  const items = new Map(order.items);
  for (const id of gone) items.delete(id);
  const containers = order.containers.filter((id) => !gone.has(id));
  for (const item of changes.put) {
    if (item.position !== null) items.set(item.id, item);
    else if (item.container) {
      items.set(item.id, item);
      containers.push(item.id);
    }
  }
  return { items, ids, containers };
}

/** Returns the place of each item in the order, from 1. */
export function positionsOf(ids: readonly ItemId[]): Map<ItemId, number> {
  const positions = new Map<ItemId, number>();
  for (let index = 0; index < ids.length; index++) positions.set(ids[index]!, index + 1);
  return positions;
}
