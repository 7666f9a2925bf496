// The measure of a goal while it is being written.

import type { Measure } from "./core/types";
import { readNumber, sayNumber } from "./numbers";

/** A measure as it stands in a form; numbers as text. */
export type MeasureDraft = {
  what: string;
  unit: string;
  baseline: string;
  baselineOn: string | null;
  target: string;
  by: string | null;
};

export type MeasureField = keyof MeasureDraft;

/** The sentence, by its key, for each field that does not fit. */
export type MeasureErrors = Partial<Record<MeasureField, string>>;

/** Returns what stands in the form for a measure, or an empty one. */
export function draftOf(measure: Measure | null): MeasureDraft {
  if (!measure) return { what: "", unit: "", baseline: "", baselineOn: null, target: "", by: null };
  return {
    what: measure.what,
    unit: measure.unit,
    baseline: sayNumber(measure.baseline),
    baselineOn: measure.baselineOn,
    target: sayNumber(measure.target),
    by: measure.by,
  };
}

/** Reads a draft: no measure when nothing is written, else the measure or what does not fit. */
export function readMeasure(draft: MeasureDraft): { measure: Measure | null; errors: MeasureErrors } {
  const written = [draft.what, draft.unit, draft.baseline, draft.target].some((text) => text.trim() !== "");
  if (!written && draft.by === null && draft.baselineOn === null) return { measure: null, errors: {} };
  const errors: MeasureErrors = {};
  if (draft.what.trim() === "") errors.what = "measure-what-missing";
  const baseline = draft.baseline.trim() === "" ? 0 : readNumber(draft.baseline);
  if (baseline === null) errors.baseline = "measure-number";
  const target = readNumber(draft.target);
  if (target === null) errors.target = draft.target.trim() === "" ? "measure-target-missing" : "measure-number";
  else if (target === baseline) errors.target = "measure-target-same";
  if (Object.keys(errors).length > 0 || baseline === null || target === null) return { measure: null, errors };
  const measure = {
    what: draft.what.trim(),
    unit: draft.unit.trim(),
    baseline,
    baselineOn: draft.baselineOn,
    target,
    by: draft.by,
  };
  return { measure, errors };
}
