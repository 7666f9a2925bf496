// What can be asked: the choices behind "When will … be done?" and behind its days.

import type { About, Item, ItemId } from "../core/types";
import { dayOf, isoOf, readDay, weekDate } from "../dates";
import { hasWords } from "../fold";
import type { Choice } from "../parts/Pick.svelte";
import { product } from "../product.svelte";
import { t } from "../words";

const MOST = 40;
const FEW = 10;

/** What a question is about, as the core will name it. */
export function aboutName(about: About): string {
  switch (about.type) {
    case "everything":
      return t("forecast-everything");
    case "first":
      return t("forecast-first", { items: about.items });
    case "items":
      return about.ids.length === 1
        ? (product.item(about.ids[0]!)?.title ?? t("fc-gone"))
        : t("forecast-items", { items: about.ids.length });
    case "goal":
      return product.goals.find((goal) => goal.id === about.id)?.sentence ?? t("fc-gone");
    case "slice":
      return product.slices.find((slice) => slice.id === about.id)?.name ?? t("fc-gone");
  }
}

/** What can be asked about, the widest first; a number is that many from the top. */
export function subjects(typed: string, selected: readonly ItemId[]): Choice<About>[] {
  const { items, ids, containers } = product.order;
  const of = (key: string, about: About, aside = ""): Choice<About> => ({
    key,
    text: aboutName(about),
    aside,
    value: about,
  });
  const ofItem = (item: Item) => {
    const position = product.positions.get(item.id);
    const aside = position === undefined ? t("fc-parts") : t("fc-place", { position });
    return of(`i${item.id}`, { type: "items", ids: [item.id] }, aside);
  };
  const all = (list: readonly ItemId[]) => list.flatMap((id) => items.get(id) ?? []);
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : FEW;
  const groups = [
    ...(selected.length > 1 ? [of("selection", { type: "items", ids: [...selected] }, t("fc-selected"))] : []),
    of("everything", { type: "everything" }),
    ...(count > 0 ? [of("first", { type: "first", items: count })] : []),
    ...product.goals
      .filter((goal) => all(ids).some((item) => item.goal === goal.id))
      .map((goal) => of(`g${goal.id}`, { type: "goal", id: goal.id }, t("fc-goal"))),
    ...product.slices.map((slice) => of(`s${slice.id}`, { type: "slice", id: slice.id }, t("fc-slice"))),
  ];
  const counted = (one: Choice<About>) => one.key === "first" && /^\d+$/.test(typed);
  const found = [...all(containers), ...all(ids)].filter((item) => hasWords(`${item.key} ${item.title}`, typed));
  return [...groups.filter((one) => counted(one) || hasWords(one.text, typed)), ...found.map(ofItem)].slice(0, MOST);
}

/** Days someone waits for, and the one that is typed. */
export function days(typed: string): Choice<string>[] {
  const today = product.todayDay;
  const named = [
    ...(product.sprint ? [{ name: t("line-sprint"), day: product.sprint.last }] : []),
    ...product.dateLines.filter((line) => dayOf(line.day) >= today),
  ].map(({ name, day }) => ({ key: `${name} ${day}`, text: weekDate(dayOf(day), today), aside: name, value: day }));
  const day = readDay(typed, today);
  const typedDay =
    day === null || day < today ? [] : [{ key: "typed", text: weekDate(day, today), aside: "", value: isoOf(day) }];
  return [...typedDay, ...named.filter((one) => hasWords(`${one.text} ${one.aside}`, typed))];
}

/** The next day someone waits for; else four weeks from today. */
export function nextDay(): string {
  return product.dateLines.find((line) => dayOf(line.day) >= product.todayDay)?.day ?? isoOf(product.todayDay + 28);
}

/** What is asked about at first: the Product Goal when items serve it, else everything. */
export function firstAbout(): About {
  const goal = product.goal;
  const served = goal && product.order.ids.some((id) => product.item(id)?.goal === goal.id);
  return served ? { type: "goal", id: goal.id } : { type: "everything" };
}
