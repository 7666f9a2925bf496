import { expect, test } from "vitest";
import { failureOf } from "./connect";

test("a failure of the core stays what it is", () => {
  const failure = { code: "invalid", field: "title", message: "An item needs a title.", hint: null };
  expect(failureOf(failure)).toBe(failure);
});

test("anything else that is thrown becomes a failure with its message", () => {
  expect(failureOf(new Error("No."))).toMatchObject({ code: "internal", message: "No." });
  expect(failureOf("gone")).toMatchObject({ code: "internal", message: "gone" });
});
