// What the stand-in host answers about files and past days: one invented export, read and read again.

import type { HistoryLine, ImportedItem, ImportOptions, ImportPreview, Item, PastDay } from "../src/core/types";

const TITLES = [
  ["Show me where I stand in the queue", "In Progress", 3, "SHOP-101"],
  ["Hold expires after seven days and the next reader is told", "To Do", 3, "SHOP-94"],
  ["Two desks confirm at once and both get the hold", "Waiting for print", 2, "SHOP-117"],
  ["Choose the pick-up branch when reserving, with a title so long that it can't stand in one line of any preview there is", "To Do", 5, "SHOP-88"],
  ["Tell the reader when the item is ready to collect", "Done", 2, "SHOP-61"],
  ["Van list: what travels to which branch today", "Done", null, "SHOP-60"],
] as const;

const COLUMNS: [string, string | null, string[]][] = [
  ["Summary", "title", ["Show me where I stand in the queue", "Hold expires after seven days"]],
  ["Issue key", "external-id", ["SHOP-101", "SHOP-94"]],
  ["Issue Type", "kind", ["Story", "Bug"]],
  ["Status", "state", ["To Do", "In Progress", "Waiting for print"]],
  ["Custom field (Story Points)", "size", ["3", "5"]],
  ["Created", "created", ["12/Oct/26 9:41 AM"]],
  ["Resolved", "done", ["19/Nov/26 4:12 PM"]],
  ["Watchers", null, ["ines", "petra"]],
  ["Watchers", null, []],
  ["Custom field (Team colour)", null, ["teal", "ochre"]],
  ["Σ Progress", null, []],
];

const FIELDS =
  "title external-id internal-id kind state state-group resolution finished size labels parent body url rank sprint created started done updated state-changed ignore".split(
    " ",
  );

/** Answers a request about a file or a past day; `undefined` for any other. */
export function answerFiles(
  request: { type: string; options?: ImportOptions; day?: string; format?: string },
  now: { items: Item[]; history: HistoryLine[] },
): unknown {
  switch (request.type) {
    case "previewImport":
      return preview(request.options ?? { columns: {}, states: {} });
    case "export":
      return { file: request.format === "copy" ? "Lendwell.cairn" : `Lendwell.${request.format}`, items: 44 };
    case "day":
      return pastDay(request.day ?? "", now);
  }
  return undefined;
}

function preview(options: ImportOptions): ImportPreview {
  const columns = COLUMNS.map(([header, field, samples]) => ({
    header,
    field: options.columns[header] === "ignore" ? null : (options.columns[header] ?? field),
    samples,
  }));
  const titled = columns.some((column) => column.field === "title");
  const items: ImportedItem[] = Array.from({ length: 22 }, (_, index) => {
    const [title, state, size, key] = TITLES[index % TITLES.length]!;
    return {
      line: index + 2,
      externalId: key,
      title,
      kind: index % 5 === 2 ? "bug" : "story",
      state: state === "Done" ? "done" : state === "In Progress" ? "in_sprint" : "needs_conversation",
      sourceState: state,
      size,
      labels: [],
      parent: null,
      body: null,
      url: null,
      sprint: null,
      createdOn: "2026-10-12",
      startedOn: null,
      stages: [],
      doneOn: state === "Done" ? "2026-11-19" : null,
    };
  });
  return {
    file: "Jira export_lendwell 2026-11-26.csv",
    format: "Jira CSV",
    encoding: options.encoding ?? "UTF-8",
    delimiter: options.delimiter ?? ",",
    columns,
    fields: FIELDS,
    read: 24,
    skipped: [
      { line: 14, reason: "Row 14 has no title." },
      { line: 25, reason: "Row 25 has 9 cells where the header has 11." },
    ],
    warnings: ["3 items have a done date while their state is open; they are not counted as finished."],
    unknownStates: [{ sourceState: "Waiting for print", items: 4, state: "needs_conversation" }],
    counts: titled ? { added: 22, updated: 0, unchanged: 0 } : { added: 0, updated: 0, unchanged: 0 },
    doneWithDate: titled ? 8 : 0,
    items: titled ? items : [],
  };
}

function pastDay(day: string, now: { items: Item[]; history: HistoryLine[] }): PastDay {
  const open = now.items.filter((item) => !item.container);
  const items = [...open.slice(2, 9), ...open.slice(0, 2), ...open.slice(9, -3)];
  return {
    day,
    items: items.map((item, index) => ({ ...item, position: index + 1 })),
    since: [...now.history].reverse(),
  };
}
