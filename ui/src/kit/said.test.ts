import { expect, test } from "vitest";
import { pieces, plain, strong } from "./said";

test("marked words stand out and the sentence stays whole", () => {
  const text = `Moves ${strong("Open a locker…")} to ${strong(7)}`;
  expect(pieces(text)).toEqual([
    { text: "Moves ", strong: false },
    { text: "Open a locker…", strong: true },
    { text: " to ", strong: false },
    { text: "7", strong: true },
  ]);
  expect(plain(text)).toBe("Moves Open a locker… to 7");
  expect(pieces(strong("A\uE001B"))).toEqual([{ text: "AB", strong: true }]);
});
