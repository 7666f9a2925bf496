// The invented product behind the stand-in host. It knows enough rules to look at every state of
// the screens; the real ones are the core's.

import { readFileSync } from "node:fs";
import type {
  Edit,
  HistoryLine,
  Item,
  ItemDetail,
  Outcome,
  Place,
  Snapshot,
  State,
  Stakeholder,
} from "../src/core/types";
import { dayOf, isoOf } from "../src/dates";
import { positionsOf } from "../src/order";
import { answerFiles } from "./fake-import";

type Source = {
  people: { name: string; role: string; group: string }[];
  items: [string, string, State, string | null, string[], number | null, number | null, number | null][];
  days50: number[];
  days85: number[];
};
type Texts = Pick<
  ItemDetail,
  "body" | "notes" | "needNote" | "businessNote" | "feasibilityNote" | "links" | "risks"
>;
type Model = Omit<Snapshot, "undo" | "redo" | "items"> & {
  items: Item[];
  texts: Map<number, Texts>;
  gone: Item[];
};
type Step = { line: HistoryLine; before: Model; after: Model };

const TODAY = "2026-11-26";
const source = JSON.parse(readFileSync(new URL("./lendwell.json", import.meta.url), "utf8")) as Source;
const wanted = Number(process.env.CAIRN_ITEMS ?? 0);
const variant = process.env.CAIRN_VARIANT ?? "";

let model: Model | null = variant === "none" ? null : invent();
let done: Step[] = [];
let undone: Step[] = [];
let history: HistoryLine[] = [];
let nextId = 100_000;
let nextOperation = 1;

function person(index: number): Stakeholder {
  return { id: 500 + index, ...source.people[index]! };
}

function blank(id: number, title: string): Item {
  return {
    id,
    key: `LW-${id}`,
    title,
    kind: "story",
    state: "needs_conversation",
    position: null,
    size: null,
    partOf: null,
    goal: null,
    slice: null,
    container: false,
    labels: [],
    wantedBy: [],
    need: null,
    business: null,
    feasibility: null,
    urgency: null,
    externalId: null,
    sourceState: null,
    url: null,
    createdOn: "2026-09-01",
    doneOn: null,
  };
}

function invent(): Model {
  const parts = [...new Set(source.items.map((row) => row[3]).filter((name) => name !== null))];
  const containers = parts.map((name, index) => ({ ...blank(900 + index, name), container: true }));
  let items: Item[] = source.items.map((row, index) => ({
    ...blank(200 + index, row[0]),
    kind: row[1],
    state: row[2],
    partOf: containers.find((one) => one.title === row[3])?.id ?? null,
    wantedBy: row[4].map((name) => 500 + source.people.findIndex((one) => one.name === name)),
    size: row[5],
    need: row[6],
    business: row[6] === null ? null : Math.max(0, row[6] - 1),
    urgency: row[7],
  }));
  for (let id = 2000; items.length < wanted; id++) {
    const like = items[6 + (id % 38)]!;
    items.push({ ...like, id, key: `LW-${id}`, title: `${like.title} (${id})` });
  }
  let days50 = source.days50;
  let days85 = source.days85;
  if (wanted) {
    days50 = items.map((_, index) => Math.round(index * 1.2)).filter((day) => day < 730);
    days85 = items.map((_, index) => Math.round(3 + index * 1.6)).filter((day) => day < 730);
  }
  if (variant === "empty") items = [];
  if (variant === "nohistory") days50 = days85 = [];
  const bare = variant === "empty";
  const model: Model = {
    today: TODAY,
    settings: {
      name: "Lendwell",
      prefix: "LW",
      workingDays: [true, true, true, true, true, false, false],
      weekStart: 0,
      percentile: 85,
      definitionOfDone: "",
      nothingFinishedUntil: null,
    },
    goals: bare
      ? []
      : [
          {
            id: 1,
            sentence:
              "Readers reserve and collect any item at any of our 11 branches without help from the desk.",
            state: "current",
            measure: {
              what: "of reservations need no desk help",
              unit: "%",
              baseline: 38,
              baselineOn: "2026-05-11",
              target: 70,
              by: "2027-03-26",
            },
            readings: [{ day: "2026-11-20", value: 52 }],
          },
        ],
    sprints: bare
      ? []
      : [
          {
            id: 15,
            number: 15,
            first: "2026-11-23",
            last: "2026-12-04",
            goal: "A reader always knows where a hold stands and when it ends.",
          },
        ],
    stakeholders: source.people.map((_, index) => person(index)),
    views: bare ? [] : [{ id: 1, name: "Maria's wants", filter: "wants:maria" }],
    dateLines: bare ? [] : [{ id: 1, name: "Board meeting", day: "2027-01-15" }],
    closedDays: [{ id: 1, name: "Holidays", first: "2026-12-19", last: "2027-01-03" }],
    items: [...items, ...containers],
    counts: { done: 104, doneInSprint: 3, notDoing: 2 },
    finish: {
      asOf: TODAY,
      percentiles: [50, 85],
      days: [days50, days85],
      notes: variant === "nohistory" ? ["Nothing was finished yet, so there are no dates."] : [],
      thin: false,
    },
    texts: new Map(),
    slices: [],
    kept: [],
    gone: [],
  };
  number(model);
  return model;
}

function number(model: Model): void {
  const order = model.items.filter((item) => !item.container);
  const positions = positionsOf(order.map((item) => item.id));
  model.items = [
    ...order.map((item) => ({ ...item, position: positions.get(item.id) ?? null })),
    ...model.items.filter((item) => item.container),
  ];
}

export function answer(url: string, body: Buffer, words: string): { status: number; reply: unknown } {
  try {
    if (!url.startsWith("/call")) {
      return { status: 200, reply: { token: 1, name: new URL(url, "http://host").searchParams.get("name") } };
    }
    return { status: 200, reply: reply(JSON.parse(body.toString()) as { type: string }, words) };
  } catch (error) {
    const failure = error instanceof Refused ? error.failure : { code: "internal", message: String(error) };
    return { status: 422, reply: { field: null, hint: null, ...failure } };
  }
}

class Refused extends Error {
  constructor(public failure: { code: string; field?: string; message: string; hint?: string }) {
    super(failure.message);
  }
}

function reply(request: any, words: string): unknown {
  const open = model;
  switch (request.type) {
    case "start":
      return {
        version: "0.1.0",
        words,
        products: [{ id: "lendwell", name: "Lendwell" }],
        current: open ? "lendwell" : null,
        snapshot: open ? snapshot() : null,
        failure: null,
        unopened: null,
      };
    case "createProduct":
    case "openProduct":
    case "openSample":
    case "openFile":
      model = invent();
      return snapshot();
    case "closeProduct":
      model = null;
      return reply({ type: "start" }, words);
  }
  if (!open) throw new Refused({ code: "notFound", message: "No product is open." });
  switch (request.type) {
    case "load":
      return snapshot();
    case "apply":
      return step(request.edit as Edit);
    case "undo": {
      const last = done.pop();
      if (!last) return outcome(open, open, null, []);
      undone.push(last);
      return back(last.after, last.before, "undo", `Undone: ${last.line.text}`);
    }
    case "redo": {
      const last = undone.pop();
      if (!last) return outcome(open, open, null, []);
      done.push(last);
      return back(last.before, last.after, "redo", `Done again: ${last.line.text}`);
    }
    case "item":
      return detail(open, request.id as number);
    case "history":
      return history
        .filter((line) => request.item === null || line.item === request.item)
        .slice(-request.limit)
        .reverse();
    case "filter":
      return filterIds(open, request.text as string);
    case "search":
      return open.items.filter((item) => has(item.title, request.text)).slice(0, request.limit);
    case "finished":
      return Array.from({ length: Math.min(request.limit, Math.max(0, 104 - request.offset)) }, (_, index) => ({
        ...blank(190 - request.offset - index, `Something that was finished, ${104 - request.offset - index}`),
        state: "done",
        doneOn: isoOf(dayOf(TODAY) - 1 - 2 * (request.offset + index)),
      }));
  }
  const files = answerFiles(request, { items: open.items, history });
  if (files !== undefined) return files;
  throw new Refused({ code: "internal", message: `The stand-in does not know ${request.type}.` });
}

const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

function filterIds(open: Model, text: string): number[] {
  let items = open.items.filter((item) => !item.container);
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, key, value] = /^(\w+):(.*)$/.exec(word) ?? [];
    if (!key) items = items.filter((item) => has(item.title, word));
    else if (key === "kind") items = items.filter((item) => item.kind === value);
    else if (key === "state") items = items.filter((item) => item.state.replace("_", "-").startsWith(value!));
    else if (key === "wants")
      items = items.filter((item) => item.wantedBy.some((id) => has(person(id - 500).name, value!)));
    else if (key === "size") {
      const size = Number(value!.replace(/^[<>]=?/, ""));
      if (!value || Number.isNaN(size))
        throw new Refused({
          code: "invalid",
          field: "filter",
          message: "Size compares with a number, for example size:>3.",
        });
      items = items.filter((item) => (value.startsWith(">") ? (item.size ?? 0) > size : item.size === size));
    } else throw new Refused({ code: "invalid", field: "filter", message: `There is no field “${key}”.` });
  }
  return items.map((item) => item.id);
}

function snapshot(): Snapshot {
  const { texts: _, gone: __, ...rest } = model!;
  return { ...rest, undo: done.at(-1)?.line ?? null, redo: undone.at(-1)?.line ?? null };
}

function detail(open: Model, id: number): ItemDetail {
  const item = open.items.find((one) => one.id === id) ?? open.gone.find((one) => one.id === id);
  if (!item) throw new Refused({ code: "notFound", message: "This item is no more." });
  return {
    item,
    ...textsOf(open, id),
    notDoing: null,
    wants: item.wantedBy.map((stakeholder, index) => ({ stakeholder, strength: 3 - (index % 3), why: "" })),
    parts: open.items.filter((one) => one.partOf === id),
  };
}

function textsOf(open: Model, id: number): Texts {
  return (
    open.texts.get(id) ?? {
      body: "As a reader who works in one town and lives in another, I want to choose where I collect, so that I do not travel for a book.",
      notes: "",
      needNote: "Nine of twelve readers would pick the branch next to work.",
      businessNote: "",
      feasibilityNote: "",
      links: [],
      risks: [],
    }
  );
}

function line(text: string, kind: HistoryLine["kind"]): HistoryLine {
  return {
    operation: nextOperation++,
    at: Date.now(),
    day: TODAY,
    text,
    reason: null,
    item: null,
    moved: null,
    serves: [],
    delays: [],
    kind,
  };
}

function back(from: Model, to: Model, kind: "undo" | "redo", text: string): Outcome {
  model = to;
  const told = line(text, kind);
  history.push(told);
  return outcome(from, to, told, []);
}

function step(edit: Edit): Outcome {
  const before = model!;
  const after: Model = {
    ...before,
    items: before.items.map((item) => ({ ...item })),
    texts: new Map(before.texts),
    gone: [...before.gone],
  };
  const created: number[] = [];
  const told = line("Changed", "edit");
  if (edit.type === "giveReason") {
    const earlier = history.find((one) => one.operation === edit.operation);
    if (earlier) earlier.reason = edit.reason;
  }
  perform(after, edit, told, created);
  number(after);
  model = after;
  history.push(told);
  done.push({ line: told, before, after });
  undone = [];
  return outcome(before, after, told, created);
}

function placeIndex(rest: Item[], place: Place, open: Model): number {
  switch (place.type) {
    case "top":
      return 0;
    case "bottom":
      return rest.length;
    case "before":
      return rest.findIndex((item) => item.id === place.id);
    case "after":
      return rest.findIndex((item) => item.id === place.id) + 1;
    case "position":
      return Math.min(rest.length, place.position - 1);
    case "byDay": {
      const limit = dayOf(place.day) - dayOf(open.finish.asOf);
      return Math.max(0, open.finish.days[1]!.filter((day) => day <= limit).length - 1);
    }
  }
}

function perform(open: Model, edit: Edit, told: HistoryLine, created: number[]): void {
  const order = () => open.items.filter((item) => !item.container);
  const containers = () => open.items.filter((item) => item.container);
  const each = (ids: number[], change: (item: Item) => void) =>
    open.items.filter((item) => ids.includes(item.id)).forEach(change);
  const text = (id: number, change: Partial<Texts>) => open.texts.set(id, { ...textsOf(open, id), ...change });
  const leave = (ids: number[]) => {
    open.gone.push(...open.items.filter((item) => ids.includes(item.id)));
    open.items = open.items.filter((item) => !ids.includes(item.id));
  };
  const named = (ids: number[]) =>
    ids.length === 1 ? `“${open.items.find((item) => item.id === ids[0])?.title}”` : `${ids.length} items`;

  switch (edit.type) {
    case "moveItems": {
      const moved = order().filter((item) => edit.ids.includes(item.id));
      const rest = order().filter((item) => !edit.ids.includes(item.id));
      const at = placeIndex(rest, edit.place, open);
      told.item = edit.ids.length === 1 ? edit.ids[0]! : null;
      told.moved = [moved[0]!.position!, at + 1];
      told.text = `Moved ${named(edit.ids)} from ${told.moved[0]} to ${told.moved[1]}`;
      rest.splice(at, 0, ...moved);
      open.items = [...rest, ...containers()];
      return;
    }
    case "addItems": {
      const added = edit.items.map((fields) => {
        const item = { ...blank(nextId++, fields.title), kind: fields.kind || "story" };
        created.push(item.id);
        return item;
      });
      const rest = order();
      rest.splice(placeIndex(rest, edit.place, open), 0, ...added);
      open.items = [...rest, ...containers()];
      told.text = added.length === 1 ? `Added “${added[0]!.title}”` : `Added ${added.length} items`;
      return;
    }
    case "changeItems": {
      if (edit.changes.some(({ field, value }) => field === "title" && !String(value).trim()))
        throw new Refused({ code: "invalid", field: "title", message: "An item needs a title." });
      for (const { field, value } of edit.changes) {
        for (const id of edit.ids)
          if (["body", "notes", "needNote", "businessNote", "feasibilityNote"].includes(field)) {
            text(id, { [field]: value });
          }
        each(edit.ids, (item) => Object.assign(item, field in item ? { [field]: value } : {}));
      }
      told.item = edit.ids[0] ?? null;
      told.text = `Changed ${edit.changes.map(({ field }) => field).join(", ")} of ${named(edit.ids)}`;
      return;
    }
    case "labelItems":
      each(edit.ids, (item) => {
        item.labels = [...new Set([...item.labels, ...edit.add])].filter((one) => !edit.remove.includes(one));
      });
      told.text = `Labelled ${named(edit.ids)}`;
      return;
    case "want":
      each(edit.items, (item) => {
        item.wantedBy = [...new Set([...item.wantedBy, edit.stakeholder])];
      });
      told.text = `Noted who wants ${named(edit.items)}`;
      return;
    case "unwant":
      each(edit.items, (item) => {
        item.wantedBy = item.wantedBy.filter((id) => id !== edit.stakeholder);
      });
      told.text = `Noted who wants ${named(edit.items)}`;
      return;
    case "finishItems":
      told.text = `Done: ${named(edit.ids)}`;
      leave(edit.ids);
      open.counts = {
        ...open.counts,
        done: open.counts.done + edit.ids.length,
        doneInSprint: open.counts.doneInSprint + edit.ids.length,
      };
      return;
    case "declineItems":
      told.text = `Not doing ${named(edit.ids)}`;
      leave(edit.ids);
      return;
    case "deleteItems":
      told.text = `Deleted ${named(edit.ids)}`;
      leave(edit.ids);
      return;
    case "addLink":
      text(edit.item, {
        links: [...textsOf(open, edit.item).links, { id: nextId++, title: edit.title, url: edit.url }],
      });
      told.text = "Added a link";
      return;
    case "removeLink":
      for (const [id, texts] of open.texts)
        text(id, { links: texts.links.filter((link) => link.id !== edit.id) });
      told.text = "Removed a link";
      return;
    case "addRisk":
      text(edit.item, {
        risks: [
          ...textsOf(open, edit.item).risks,
          { id: nextId++, text: edit.text, probability: edit.probability },
        ],
      });
      told.text = "Added a risk";
      return;
    case "removeRisk":
      for (const [id, texts] of open.texts)
        text(id, { risks: texts.risks.filter((risk) => risk.id !== edit.id) });
      told.text = "Removed a risk";
      return;
    case "addView":
      open.views = [...open.views, { id: nextId++, name: edit.name, filter: edit.filter }];
      told.text = `Saved the view ${edit.name}`;
      return;
    case "removeView":
      open.views = open.views.filter((view) => view.id !== edit.id);
      told.text = "Removed a view";
      return;
    case "changeSettings":
      open.settings = edit.settings;
      told.text = "Changed the settings";
      return;
    case "giveReason":
      told.text = "Said why";
      return;
    default:
      told.text = edit.type;
  }
}

function outcome(before: Model, after: Model, told: HistoryLine | null, created: number[]): Outcome {
  const was = new Map(before.items.map((item) => [item.id, item]));
  const now = new Set(after.items.map((item) => item.id));
  const same = (a: Item | undefined, b: Item) => a && JSON.stringify(a) === JSON.stringify(b);
  return {
    done: told,
    created: created as unknown as Outcome["created"],
    changes: {
      settings: after.settings,
      goals: null,
      sprints: null,
      stakeholders: null,
      views: after.views,
      dateLines: null,
      closedDays: null,
      slices: null,
      kept: null,
      items: {
        put: after.items.filter((item) => !same(was.get(item.id), item)),
        removed: before.items.filter((item) => !now.has(item.id)).map((item) => item.id),
      },
      counts: after.counts,
      finish: null,
    },
    undo: done.at(-1)?.line ?? null,
    redo: undone.at(-1)?.line ?? null,
  };
}
