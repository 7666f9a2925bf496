import { expect, test } from "vitest";
import { readNumber, sayNumber } from "./numbers";

test("a comma is a decimal point", () => {
  expect(readNumber("3,5")).toBe(3.5);
  expect(readNumber(" 70 ")).toBe(70);
  expect(readNumber("-2")).toBe(-2);
});

test("what is not a number is not read as one", () => {
  for (const text of ["", "many", "1e5", "3.5.1", "0x10", "%"]) expect(readNumber(text)).toBeNull();
});

test("a number is written without needless digits", () => {
  expect(sayNumber(70)).toBe("70");
  expect(sayNumber(0.1 + 0.2)).toBe("0.3");
});
