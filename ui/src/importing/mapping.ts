// What the preview says and how the person's choices become options of the next reading.

import type { ImportCounts, ImportOptions, ImportPreview, PreviewColumn, State } from "../core/types";

/** A column is left out under this name. */
export const IGNORE = "ignore";

/** Key of the words for each field that a column can be read as. */
const FIELDS: Record<string, string> = {
  title: "bring-field-title",
  "external-id": "bring-field-external-id",
  "internal-id": "bring-field-internal-id",
  kind: "bring-field-kind",
  state: "bring-field-state",
  "state-group": "bring-field-state-group",
  resolution: "bring-field-resolution",
  finished: "bring-field-finished",
  size: "bring-field-size",
  labels: "bring-field-labels",
  parent: "bring-field-parent",
  body: "bring-field-body",
  url: "bring-field-url",
  rank: "bring-field-rank",
  sprint: "bring-field-sprint",
  "sprint-start": "bring-field-sprint-start",
  "sprint-end": "bring-field-sprint-end",
  created: "bring-field-created",
  started: "bring-field-started",
  done: "bring-field-done",
  updated: "bring-field-updated",
  "state-changed": "bring-field-state-changed",
  [IGNORE]: "bring-field-ignore",
};

/** Returns the key of the words for a field, or `null` for one the page has no words for. */
export function fieldKey(field: string): string | null {
  return FIELDS[field] ?? null;
}

export const noOptions: ImportOptions = { columns: {}, states: {} };

/** The first column, by its number, is the title. */
export const FIRST_IS_TITLE: ImportOptions["columns"] = { "1": "title" };

/** The options with one column read as something else; a new title takes the place of the old one. */
export function withColumn(
  options: ImportOptions,
  columns: readonly PreviewColumn[],
  header: string,
  field: string,
): ImportOptions {
  const chosen = { ...options.columns };
  if (field === "title") {
    for (const column of columns) if (column.field === "title") chosen[column.header] = IGNORE;
  }
  chosen[header] = field;
  return { ...options, columns: chosen };
}

/** The options with one state of the other tool taken for another one of Cairn. */
export function withState(options: ImportOptions, sourceState: string, state: State): ImportOptions {
  return { ...options, states: { ...options.states, [sourceState]: state } };
}

/** The options with another encoding; what was said of columns falls, since their headers may change. */
export function withEncoding(options: ImportOptions, encoding: string): ImportOptions {
  return { ...options, columns: {}, states: {}, encoding };
}

/** The options with another delimiter; what was said of columns falls with the old columns. */
export function withDelimiter(options: ImportOptions, delimiter: string): ImportOptions {
  return { ...options, columns: {}, states: {}, delimiter };
}

const ENCODINGS = [
  "UTF-8",
  "UTF-16LE",
  "UTF-16BE",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "ISO-8859-2",
  "ISO-8859-15",
  "macintosh",
  "Shift_JIS",
  "EUC-JP",
  "EUC-KR",
  "GB18030",
  "Big5",
];

/** The encodings on offer, the one in use among them. */
export function encodings(inUse: string): string[] {
  const known = ENCODINGS.some((one) => one.toLowerCase() === inUse.toLowerCase());
  const rest = ENCODINGS.map((one) => (one.toLowerCase() === inUse.toLowerCase() ? inUse : one));
  return known ? rest : [inUse, ...rest];
}

const DELIMITERS: Record<string, string> = {
  ",": "bring-comma",
  ";": "bring-semicolon",
  "\t": "bring-tab",
  "|": "bring-bar",
};

/** The delimiters on offer with the key of their name; one the page has no name for stands for itself. */
export function delimiters(inUse: string): { value: string; key: string | null }[] {
  const values = Object.keys(DELIMITERS);
  if (!values.includes(inUse)) values.push(inUse);
  return values.map((value) => ({ value, key: DELIMITERS[value] ?? null }));
}

/** Columns that are read first, each header once; repeated headers are read alike. */
export function columnsShown(columns: readonly PreviewColumn[]): PreviewColumn[] {
  const byHeader = new Map<string, PreviewColumn>();
  for (const column of columns) {
    const known = byHeader.get(column.header);
    if (!known) byHeader.set(column.header, column);
    else if (known.samples.length === 0) byHeader.set(column.header, { ...column, field: known.field ?? column.field });
  }
  const shown = [...byHeader.values()];
  const rank = (column: PreviewColumn) => (isRead(column) ? 0 : column.samples.length > 0 ? 1 : 2);
  return shown.sort((a, b) => rank(a) - rank(b));
}

/** Whether a column is read as something. */
export function isRead(column: PreviewColumn): boolean {
  return column.field !== null && column.field !== IGNORE;
}

/** Why nothing can be brought in: no title column, no rows, nothing new; `null` when something can. */
export type Obstacle = "no-title" | "no-items" | "nothing-new";

export function obstacle(preview: ImportPreview): Obstacle | null {
  const { added, updated, unchanged, sprints } = preview.counts;
  if (added + updated + sprints > 0) return null;
  if (unchanged > 0) return "nothing-new";
  const table = preview.columns.length > 0;
  if (table && !preview.columns.some((column) => column.field === "title")) return "no-title";
  return "no-items";
}

/** How many items an import changes. */
export function coming(counts: ImportCounts): number {
  return counts.added + counts.updated;
}
