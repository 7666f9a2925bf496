import { describe, expect, it } from "vitest";
import type { Decision, Delegation } from "../core/types";
import { dueFirst, isDue, isOverdue, waiting } from "./due";

const TODAY = "2026-11-26";
const decision = (id: number, lookAgain: string | null, outcome = ""): Decision => ({
  id,
  day: "2026-10-01",
  title: `Decision ${id}`,
  context: "",
  options: "",
  decision: "",
  effect: "",
  lookAgain,
  outcome,
});
const handed = (by: string | null, doneOn: string | null = null): Delegation => ({
  id: 1,
  what: "Ask the vendor",
  who: "Marc",
  by,
  item: null,
  result: "",
  doneOn,
});

describe("what waits for a look", () => {
  it("is a decision from its day on until somebody said what came of it", () => {
    expect(["2026-11-25", TODAY, "2026-11-27", null].map((day) => isDue(decision(1, day), TODAY))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isDue(decision(1, TODAY, "It held."), TODAY)).toBe(false);
  });

  it("is what was handed over from the day after its date on until it is done", () => {
    expect([TODAY, "2026-11-25", null].map((day) => isOverdue(handed(day), TODAY))).toEqual([false, true, false]);
    expect(isOverdue(handed("2026-11-25", "2026-11-26"), TODAY)).toBe(false);
  });

  it("stands first, the longest due on top, and is counted", () => {
    const decisions = [decision(4, null), decision(3, TODAY), decision(2, "2026-12-24"), decision(1, "2026-11-01")];
    expect(dueFirst(decisions, TODAY).map(({ id }) => id)).toEqual([1, 3, 4, 2]);
    expect(waiting(decisions, [handed("2026-11-01"), handed(null)], TODAY)).toBe(3);
  });
});
