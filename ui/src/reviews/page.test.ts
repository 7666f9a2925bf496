import { expect, test } from "vitest";
import type { Page, Words } from "../core/types";
import { itemOf, itemsOn, wordsOn } from "./page";

const words = (key: string | null): Words => ({ text: "Said", key, data: null, moved: false });
const page = {
  boxes: [
    { piece: { type: "text", passage: { words: words("done.title") } } },
    {
      piece: {
        type: "table",
        table: {
          rows: [
            { id: "item 12", cells: [{ words: words(null) }, { words: words("done.12") }] },
            { id: null, cells: [{ words: null }] },
            { id: "item 7", cells: [{ words: words("done.7") }] },
          ],
        },
      },
    },
    { piece: { type: "text", passage: { words: words("done.title") } } },
  ],
} as unknown as Page;

test("a row names its item, or none", () => {
  expect(itemOf("item 138")).toBe(138);
  expect(itemOf("person 4")).toBeNull();
  expect(itemOf(null)).toBeNull();
});

test("items come from top to bottom", () => {
  expect(itemsOn(page)).toEqual([12, 7]);
});

test("each text that can be edited comes once", () => {
  expect(wordsOn(page).map(({ key }) => key)).toEqual(["done.title", "done.12", "done.7"]);
});
