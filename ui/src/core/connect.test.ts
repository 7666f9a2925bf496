import { expect, test } from "vitest";
import { useWords } from "../words";
import { failureOf } from "./connect";

test("a failure of the core stays what it is", () => {
  const failure = { code: "invalid", field: "title", message: "An item needs a title.", hint: null };
  expect(failureOf(failure)).toBe(failure);
});

test("anything else that is thrown becomes a failure with its message", () => {
  expect(failureOf(new Error("No."))).toMatchObject({ code: "internal", message: "No." });
  expect(failureOf("gone")).toMatchObject({ code: "internal", message: "gone" });
});

test("once the words are there, it is a sentence that says what to do", () => {
  useWords("error-internal = A mistake ({ $detail }).\nerror-internal-hint = Try again.\n");
  expect(failureOf(new Error("No."))).toMatchObject({ message: "A mistake (No.).", hint: "Try again." });
});
