import { expect, test } from "vitest";
import { approach, dropIndex, inView, type Entry, layOut } from "./layout";
import type { Line } from "./finish";

const ids = [1, 2, 3, 4, 5, 6];
const line: Line = { key: "l", name: "Board", day: 9, said: 2, middle: 4 };
const plan = { ids, shown: null, lines: [line], done: null };

function say(entry: Entry): string {
  if (entry.type === "row") return `${entry.position}:${entry.id}`;
  if (entry.type === "line") return entry.level;
  if (entry.type === "hidden") return `(${entry.count})`;
  if (entry.type === "slot") return `slot ${entry.id}`;
  if (entry.type === "open") return `open ${entry.position}`;
  return entry.type;
}
const text = (entries: Entry[]) => entries.map(say).join(" ");

test("lines stand below the last item they cover", () => {
  expect(text(layOut(plan).entries)).toBe("1:1 2:2 said 3:3 4:4 middle 5:5 6:6 end");
});

test("a filter keeps ranks and says how many it hides", () => {
  const shown = new Set([1, 4, 6]);
  expect(text(layOut({ ...plan, shown }).entries)).toBe("1:1 (1) said (1) 4:4 middle (1) 6:6 end");
});

test("during a drag the lines keep their rank, a gap opens and the old place stays", () => {
  const drag = { moved: new Set([5]), at: 1 };
  expect(text(layOut({ ...plan, drag }).entries)).toBe("1:1 open 2 said 3:2 4:3 middle 5:4 slot 5 6:6 end");
});

test("several items open one gap and count as many places", () => {
  const drag = { moved: new Set([1, 6]), at: 2 };
  expect(text(layOut({ ...plan, drag }).entries)).toBe("slot 1 1:2 2:3 said open 3 middle 5:4 6:5 slot 6 end");
});

test("an open line for a new item stands below its neighbour", () => {
  expect(text(layOut({ ...plan, lines: [], adding: { after: 2 } }).entries)).toBe("1:1 2:2 add 3:3 4:4 5:5 6:6 end");
  expect(text(layOut({ ...plan, lines: [], adding: { after: null } }).entries).startsWith("add 1:1")).toBe(true);
});

test("only what is in view is drawn", () => {
  const many = layOut({ ...plan, ids: Array.from({ length: 10_000 }, (_, index) => index), lines: [] });
  const view = inView(many, { from: 5000, to: 5640 });
  expect(view.length).toBeLessThan(25);
  expect(view[0]!.top).toBeLessThanOrEqual(5000);
});

test("a far jump is drawn in steps that come to an end", () => {
  let now = { from: 0, to: 900 };
  for (const wanted of [{ from: 20_000, to: 21_000 }, { from: 19_500, to: 20_500 }, { from: 0, to: 0 }]) {
    for (let frame = 0; frame < 20; frame++) {
      const next = approach(now, wanted, 300);
      const fresh = Math.max(0, next.to - Math.max(now.to, next.from)) + Math.max(0, now.from - next.from);
      expect(Math.min(fresh, next.to - next.from)).toBeLessThanOrEqual(300);
      now = next;
    }
    expect(now).toEqual(wanted);
  }
});

test("every height of the list drops between the items it lies between", () => {
  for (const moved of [new Set([5]), new Set([1, 2]), new Set([3, 6])]) {
    const rest = layOut(plan);
    const left = ids.filter((id) => !moved.has(id));
    for (let y = -5; y < rest.height + 10; y++) {
      const at = dropIndex(rest, ids, moved, y);
      const centre = (id: number) => {
        const row = rest.entries.find((entry) => entry.type === "row" && entry.id === id)!;
        return row.top + row.height / 2;
      };
      expect(at).toBe(left.filter((id) => centre(id) <= y).length);
    }
  }
});
