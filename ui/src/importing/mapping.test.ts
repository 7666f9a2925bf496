import { expect, test } from "vitest";
import type { ImportPreview, PreviewColumn } from "../core/types";
import {
  columnsShown,
  delimiters,
  encodings,
  fieldKey,
  noOptions,
  obstacle,
  withColumn,
  withDelimiter,
  withState,
} from "./mapping";

const column = (header: string, field: string | null, samples = ["x"]): PreviewColumn => ({
  header,
  field,
  samples,
});
const preview = (change: Partial<ImportPreview>): ImportPreview => ({
  file: "a.csv",
  format: "CSV",
  encoding: "UTF-8",
  delimiter: ",",
  columns: [column("Summary", "title")],
  fields: ["title"],
  read: 3,
  skipped: [],
  warnings: [],
  unknownStates: [],
  counts: { added: 0, updated: 0, unchanged: 0, sprints: 0 },
  doneWithDate: 0,
  items: [],
  ...change,
});

test("choices add up and the first options stay as they are", () => {
  const once = withColumn(noOptions, [], "Points", "size");
  const twice = withState(withColumn(once, [], "Tags", "labels"), "Doing", "in_sprint");
  expect(twice).toEqual({ columns: { Points: "size", Tags: "labels" }, states: { Doing: "in_sprint" } });
  expect(noOptions.columns).toEqual({});
});

test("a new title column takes the place of the old one", () => {
  const columns = [column("Key", "title"), column("Text", null)];
  expect(withColumn(noOptions, columns, "Text", "title").columns).toEqual({ Key: "ignore", Text: "title" });
  expect(withColumn(noOptions, columns, "Key", "title").columns).toEqual({ Key: "title" });
});

test("another delimiter forgets the columns of the old one", () => {
  expect(withDelimiter(withColumn(noOptions, [], "a;b", "title"), ";")).toEqual({
    columns: {},
    states: {},
    delimiter: ";",
  });
});

test("the encoding in use is on offer as the file's reader spells it", () => {
  expect(encodings("utf-8")).toContain("utf-8");
  expect(encodings("utf-8")).not.toContain("UTF-8");
  expect(encodings("KOI8-U")[0]).toBe("KOI8-U");
});

test("a delimiter without a name stands for itself", () => {
  expect(delimiters("^").at(-1)).toEqual({ value: "^", key: null });
  expect(delimiters(";")).toHaveLength(4);
});

test("repeated headers are shown once, with samples, and read columns come first", () => {
  const shown = columnsShown([
    column("Watchers", null),
    column("Sprint", "sprint", []),
    column("Sprint", "sprint", ["Sprint 3"]),
    column("Empty", null, []),
    column("Summary", "title"),
  ]);
  expect(shown.map((one) => one.header)).toEqual(["Sprint", "Summary", "Watchers", "Empty"]);
  expect(shown[0]?.samples).toEqual(["Sprint 3"]);
});

test("why nothing can come in is told apart", () => {
  expect(obstacle(preview({ counts: { added: 1, updated: 0, unchanged: 0, sprints: 0 } }))).toBeNull();
  expect(obstacle(preview({ counts: { added: 0, updated: 0, unchanged: 4, sprints: 0 } }))).toBe("nothing-new");
  expect(obstacle(preview({ counts: { added: 0, updated: 0, unchanged: 4, sprints: 1 } }))).toBeNull();
  expect(obstacle(preview({ columns: [column("Text", null)] }))).toBe("no-title");
  expect(obstacle(preview({}))).toBe("no-items");
});

test("a field without words is known as such", () => {
  expect(fieldKey("size")).toBe("bring-field-size");
  expect(fieldKey("colour")).toBeNull();
});
