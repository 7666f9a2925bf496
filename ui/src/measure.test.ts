import { expect, test } from "vitest";
import { draftOf, readMeasure } from "./measure";

const written = {
  what: "of reservations need no desk help",
  unit: "%",
  baseline: "38",
  baselineOn: null,
  target: "70",
  by: "2027-03-26",
};

test("an empty form is a goal without a measure", () => {
  expect(readMeasure(draftOf(null))).toEqual({ measure: null, errors: {} });
});

test("a measure survives its form", () => {
  const { measure, errors } = readMeasure(written);
  expect(errors).toEqual({});
  expect(measure).toMatchObject({ baseline: 38, target: 70, unit: "%" });
  expect(draftOf(measure)).toEqual(written);
});

test("a half-written measure says what is missing at each field", () => {
  expect(readMeasure({ ...written, what: "", target: "" }).errors).toEqual({
    what: "measure-what-missing",
    target: "measure-target-missing",
  });
  expect(readMeasure({ ...written, baseline: "some" }).errors).toEqual({ baseline: "measure-number" });
});

test("a target has to differ from the start", () => {
  expect(readMeasure({ ...written, target: "38" }).errors).toEqual({ target: "measure-target-same" });
});
