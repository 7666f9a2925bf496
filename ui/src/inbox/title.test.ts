import { describe, expect, it } from "vitest";
import { titleOf } from "./title";

describe("the title of a note", () => {
  it("is its first line", () => {
    expect(titleOf("  Say how long the wait is\nAsked at the desk")).toBe("Say how long the wait is");
  });

  it("is cut at a word when the line is long", () => {
    const title = titleOf("word ".repeat(100));
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title.endsWith("word")).toBe(true);
    expect(titleOf("x".repeat(500))).toHaveLength(120);
  });
});
