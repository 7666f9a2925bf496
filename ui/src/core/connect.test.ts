import { expect, test } from "vitest";
import { isFailure } from "./connect";

test("a failure of the core is told from any other error", () => {
  expect(isFailure({ code: "invalid", field: null, message: "No.", hint: null })).toBe(true);
  expect(isFailure(new Error("No."))).toBe(false);
  expect(isFailure(null)).toBe(false);
});
