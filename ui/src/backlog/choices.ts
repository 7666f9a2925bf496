// The answers to a small question about some items, and what each of them does.

import type { ItemId, Place, StakeholderId } from "../core/types";
import { dayOf, isoOf, readDay, weekDate } from "../dates";
import { fieldsOf } from "../kit/people";
import type { Choice as Offer } from "../parts/Pick.svelte";
import { product } from "../product.svelte";
import { sprints } from "../reviews/sprints.svelte";
import { isOver } from "../sprints";
import { t } from "../words";
import { backlog, type Question } from "./backlog.svelte";
import { readPlace } from "./place";
import { sayState, STATES } from "./say";

export type Choice = {
  key: string;
  text: string;
  /** A word beside it, smaller. */
  aside?: string;
  /** All, some or none of the items have it; `undefined` when it is no property. */
  held?: "all" | "some" | "none";
  run: () => void;
  /** Whether the question stays open for more. */
  stays?: boolean;
};

const MOST = 60;
/** How strongly somebody wants an item when only that they do is said; 1 to 3. */
const USUAL_STRENGTH = 2;

/** Returns the choices for what has been typed so far. */
export function choicesOf(name: Question, ids: ItemId[], typed: string): Choice[] {
  const list = makers[name](ids, typed.trim());
  return list.slice(0, MOST);
}

const makers: Record<Question, (ids: ItemId[], typed: string) => Choice[]> = {
  move: places,
  wants: people,
  partOf: parents,
  state: states,
  kind: kinds,
  size: sizes,
  labels: labels,
  decline: reasons,
  merge: survivors,
  sprint: sprintsToCome,
};

const holds = (text: string, typed: string) => text.toLowerCase().includes(typed.toLowerCase());

function heldBy(ids: ItemId[], test: (id: ItemId) => boolean): "all" | "some" | "none" {
  const count = ids.filter(test).length;
  return count === 0 ? "none" : count === ids.length ? "all" : "some";
}

function places(ids: ItemId[], typed: string): Choice[] {
  return placeChoices(typed).map(({ key, text, aside, value }) => ({
    key,
    text,
    ...(aside ? { aside } : {}),
    run: () => void backlog.moveAndAsk(ids, value),
  }));
}

/** Returns the places in the order that fit what is typed: what it says itself first. */
export function placeChoices(typed: string): Offer<Place>[] {
  const go = (key: string, text: string, value: Place, aside = ""): Offer<Place> => ({ key, text, aside, value });
  const today = product.todayDay;
  const list: Offer<Place>[] = [];
  const place = readPlace(typed, {
    ids: product.order.ids,
    item: (id) => product.item(id),
    lines: backlog.lines,
    today,
  });
  if (place) {
    const says =
      place.type === "position"
        ? t("move-to-position", { position: place.position })
        : place.type === "byDay"
          ? t("move-by", { date: weekDate(dayOf(place.day), today) })
          : place.type === "before" || place.type === "after"
            ? t(place.type === "before" ? "move-before" : "move-after", {
                title: product.item(place.id)?.title ?? "",
              })
            : t(place.type === "top" ? "move-top" : "move-bottom");
    list.push(go("typed", says, place));
  }
  const usual = [
    go("top", t("move-top"), { type: "top" }),
    ...backlog.lines.map((line) =>
      go(
        line.key,
        t("move-by-line", { name: line.name }),
        { type: "byDay", day: isoOf(line.day) },
        weekDate(line.day, today),
      ),
    ),
    go("bottom", t("move-bottom"), { type: "bottom" }),
  ];
  list.push(...usual.filter((one) => holds(one.text, typed) && one.text !== list[0]?.text));
  return list;
}

function people(ids: ItemId[], typed: string): Choice[] {
  const wants = (stakeholder: StakeholderId) => (id: ItemId) =>
    product.item(id)?.wantedBy.includes(stakeholder) ?? false;
  const set = (stakeholder: StakeholderId, held: string) => {
    // Of several items, those that are wanted already keep how strongly and why.
    const fresh = ids.filter((id) => !wants(stakeholder)(id));
    void product.apply(
      held === "all"
        ? { type: "unwant", stakeholder, items: ids }
        : { type: "want", stakeholder, items: fresh, strength: USUAL_STRENGTH, why: "" },
    );
  };
  const list = product.stakeholders
    .filter((person) => holds(`${person.name} ${person.role}`, typed))
    .map((person): Choice => {
      const held = heldBy(ids, wants(person.id));
      return {
        key: `p${person.id}`,
        text: person.name,
        aside: person.role,
        held,
        stays: true,
        run: () => set(person.id, held),
      };
    });
  if (typed !== "" && !product.stakeholders.some((person) => person.name.toLowerCase() === typed.toLowerCase())) {
    list.push({
      key: "new",
      text: t("wants-new", { name: typed }),
      stays: true,
      run: () => void addPerson(typed, ids),
    });
  }
  return list;
}

async function addPerson(name: string, items: ItemId[]): Promise<void> {
  const outcome = await product.apply({ type: "addStakeholder", fields: { ...fieldsOf(null), name } });
  const created = outcome?.created[0];
  if (created === undefined) return;
  await product.apply({ type: "want", stakeholder: Number(created), items, strength: USUAL_STRENGTH, why: "" });
}

function parents(ids: ItemId[], typed: string): Choice[] {
  const set = (value: ItemId | null) => void backlog.change(ids, { field: "partOf", value });
  const asked = new Set(ids);
  const option = (id: ItemId): Choice => {
    const item = product.item(id)!;
    const held = heldBy(ids, (one) => product.item(one)?.partOf === id);
    return { key: `i${id}`, text: item.title, aside: item.key, held, run: () => set(held === "all" ? null : id) };
  };
  const fits = (id: ItemId) => {
    const item = product.item(id);
    return item !== undefined && !asked.has(id) && holds(`${item.key} ${item.title}`, typed);
  };
  const list = product.order.containers.filter(fits).map(option);
  if (typed !== "") list.push(...product.order.ids.filter(fits).slice(0, MOST).map(option));
  if (typed === "" && ids.some((id) => product.item(id)?.partOf !== null)) {
    list.unshift({ key: "none", text: t("part-of-none"), run: () => set(null) });
  }
  return list;
}

function states(ids: ItemId[], typed: string): Choice[] {
  return STATES.filter((state) => holds(sayState(state), typed)).map((state) => ({
    key: state,
    text: sayState(state),
    held: heldBy(ids, (id) => product.item(id)?.state === state),
    run: () => void backlog.setState(ids, state),
  }));
}

function kinds(ids: ItemId[], typed: string): Choice[] {
  const known = new Set(["story", "bug", "spike", "chore"]);
  for (const item of product.order.items.values()) known.add(item.kind);
  const word = typed.toLowerCase();
  const list = [...known].filter((kind) => kind.includes(word));
  if (word !== "" && !known.has(word)) list.push(word);
  return list.map((kind) => ({
    key: kind,
    text: kind,
    held: heldBy(ids, (id) => product.item(id)?.kind === kind),
    run: () => void backlog.change(ids, { field: "kind", value: kind }),
  }));
}

function sizes(ids: ItemId[], typed: string): Choice[] {
  const set = (value: number | null) => void backlog.change(ids, { field: "size", value });
  const size = typed === "" ? NaN : Number(typed.replace(",", "."));
  const list: Choice[] = [];
  const known = [1, 2, 3, 5, 8, 13];
  if (size >= 0 && !known.includes(size)) known.unshift(size);
  for (const one of known) {
    if (typed !== "" && !String(one).startsWith(typed.replace(",", "."))) continue;
    const held = heldBy(ids, (id) => product.item(id)?.size === one);
    list.push({ key: `s${one}`, text: String(one), held, run: () => set(one) });
  }
  if (typed === "") list.push({ key: "none", text: t("size-none"), run: () => set(null) });
  return list;
}

function labels(ids: ItemId[], typed: string): Choice[] {
  const known = new Set<string>();
  for (const item of product.order.items.values()) for (const label of item.labels) known.add(label);
  const list = [...known].sort((a, b) => a.localeCompare(b)).filter((label) => holds(label, typed));
  if (typed !== "" && ![...known].some((label) => label.toLowerCase() === typed.toLowerCase())) list.push(typed);
  return list.map((label) => {
    const held = heldBy(ids, (id) => product.item(id)?.labels.includes(label) ?? false);
    return {
      key: `l${label}`,
      text: label,
      held,
      stays: true,
      run: () =>
        void product.apply({
          type: "labelItems",
          ids,
          add: held === "all" ? [] : [label],
          remove: held === "all" ? [label] : [],
        }),
    };
  });
}

/** The running Sprint and those to come, or a new one. */
function sprintsToCome(items: ItemId[], typed: string): Choice[] {
  const list = product.sprints
    .filter((sprint) => !isOver(sprint, product.today))
    .map((sprint): Choice => ({
      key: `s${sprint.id}`,
      text: t("sprint-number", { number: sprint.number }),
      aside: sprint.id === product.sprint?.id ? t("sprints-running") : sprint.goal,
      run: () => void product.apply({ type: "selectItems", id: sprint.id, items }),
    }))
    .filter((choice) => holds(choice.text, typed));
  return list.length > 0 ? list : [{ key: "new", text: t("sprints-add"), run: () => sprints.add() }];
}

/** The one that stays; the others go into it. */
function survivors(ids: ItemId[], typed: string): Choice[] {
  return ids.flatMap((id): Choice[] => {
    const item = product.item(id);
    if (!item || !holds(`${item.key} ${item.title}`, typed)) return [];
    return [{ key: `i${id}`, text: item.title, aside: item.key, run: () => void backlog.merge(id, ids) }];
  });
}

/** "Too few ask for it; 1 Mar": what stands after the last semicolon is the day to look again. */
function reasons(ids: ItemId[], typed: string): Choice[] {
  if (typed === "") return [];
  const at = typed.lastIndexOf(";");
  const day = at < 0 ? null : readDay(typed.slice(at + 1), product.todayDay);
  const reason = day === null ? typed : typed.slice(0, at).trim();
  return [
    {
      key: "decline",
      text: t("decline-do", { count: ids.length }),
      aside: day === null ? "" : t("decline-again", { date: weekDate(day, product.todayDay) }),
      run: () => void backlog.decline(ids, reason, day === null ? null : isoOf(day)),
    },
  ];
}
