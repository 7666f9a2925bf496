// What the Backlog screen is looking at: filter, focus, selection, panel, and what is being written.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { Field, Item, ItemId, NewItem, OperationId, Outcome, Place, State } from "../core/types";
import { dayOf } from "../dates";
import { decisions } from "../decisions/decisions.svelte";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { t } from "../words";
import { datesOf, linesOf } from "./finish";
import { layOut } from "./layout";
import { shortTitle } from "./move";
import { nextLine } from "./place";

/** Small questions that are asked about some items. */
export type Question = "move" | "wants" | "partOf" | "state" | "kind" | "size" | "labels" | "decline" | "merge" | "sprint";

const FINISHED_PAGE = 10;
/** Of a pasted list only the first titles are compared with what is not done. */
const MOST_COMPARED = 20;

class Backlog {
  /** What stands in the filter field. */
  filterText = $state("");
  /** Ids the filter leaves; `null`: all. */
  matched = $state.raw<ReadonlySet<ItemId> | null>(null);
  filterError = $state<string | null>(null);
  focusId = $state<ItemId | null>(null);
  selected = $state.raw<ReadonlySet<ItemId>>(new Set());
  panelId = $state<ItemId | null>(null);
  editing = $state.raw<{ id: ItemId; field: "title" | "size" } | null>(null);
  adding = $state.raw<{ after: ItemId | null } | null>(null);
  /** The move whose reason may be given now. */
  why = $state.raw<{ operation: number; id: ItemId } | null>(null);
  question = $state.raw<{ name: Question; ids: ItemId[] } | null>(null);
  /** The item that the dialog splits. */
  splitId = $state<ItemId | null>(null);
  /** What is dragged, and its index among the rest. */
  drag = $state.raw<{ id: ItemId; moved: ReadonlySet<ItemId>; at: number } | null>(null);
  doneOpen = $state(false);
  doneItems = $state.raw<Item[]>([]);
  doneMore = $state(false);
  /** Asks the list to bring an item into view; counts so that the same one can be asked again. */
  reveal = $state.raw<{ id: ItemId; count: number } | null>(null);
  /** Asks the filter field for the focus. */
  filterFocus = $state(0);

  #anchor: ItemId | null = null;
  #asked = 0;

  dates = $derived(datesOf(product.finish, product.settings.percentile));
  lines = $derived(
    linesOf(
      this.dates,
      product.dateLines,
      product.sprint,
      t("line-sprint"),
      product.todayDay,
      product.order.ids.length,
    ),
  );
  breaks = $derived(
    product.closedDays.map((one) => ({ name: one.name, first: dayOf(one.first), last: dayOf(one.last) })),
  );
  /** How many items of the running Sprint stand at the top. */
  inSprint = $derived.by(() => {
    const { ids, items } = product.order;
    let count = 0;
    while (count < ids.length && items.get(ids[count]!)?.state === "in_sprint") count++;
    return count;
  });
  shownIds = $derived(
    this.matched ? product.order.ids.filter((id) => this.matched?.has(id)) : product.order.ids,
  );
  /** The list at rest; the drag lays out its own. */
  layout = $derived(
    layOut({
      ids: product.order.ids,
      shown: this.matched,
      lines: this.lines,
      done:
        this.matched || product.counts.done === 0
          ? null
          : { items: this.doneOpen ? this.doneItems : [], more: this.doneOpen && this.doneMore },
      adding: this.adding ?? undefined,
    }),
  );

  /** The selected items in order, or the focused one. */
  targets(): ItemId[] {
    if (this.selected.size > 0) return product.order.ids.filter((id) => this.selected.has(id));
    return this.focusId !== null && product.positions.has(this.focusId) ? [this.focusId] : [];
  }

  /** Forgets what is no longer there, after the product has changed. */
  tidy(): void {
    const gone = (id: ItemId | null) => id !== null && !product.positions.has(id);
    if (gone(this.focusId)) this.focusId = null;
    if ([...this.selected].some(gone)) {
      this.selected = new Set([...this.selected].filter((id) => !gone(id)));
    }
    if (this.why && gone(this.why.id)) this.why = null;
    if (this.editing && !product.item(this.editing.id)) this.editing = null;
    if (this.adding && gone(this.adding.after)) this.adding = { after: null };
  }

  // Filter

  /** Shows only what the filter leaves; an unreadable one is said below the field. */
  async setFilter(text: string): Promise<void> {
    this.filterText = text;
    const asked = ++this.#asked;
    if (text.trim() === "") {
      this.matched = null;
      this.filterError = null;
      return;
    }
    try {
      const ids = await api.filter(text);
      if (asked !== this.#asked) return;
      this.matched = new Set(ids);
      this.filterError = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      const failure = failureOf(error);
      this.filterError = failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
    }
  }

  /** Asks again after a change, so that the list stays what the filter says. */
  refreshFilter(): void {
    if (this.matched) void this.setFilter(this.filterText);
  }

  // Focus and selection

  focus(id: ItemId | null): void {
    this.focusId = id;
    this.#anchor = id;
    if (id === null) return;
    if (this.panelId !== null) this.panelId = id;
    this.show(id);
  }

  show(id: ItemId): void {
    this.reveal = { id, count: (this.reveal?.count ?? 0) + 1 };
  }

  /** Goes up or down the shown rows; with `extend` it selects on the way. */
  step(by: number, extend = false): void {
    const ids = this.shownIds;
    if (ids.length === 0) return;
    const at = this.focusId === null ? -1 : ids.indexOf(this.focusId);
    const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by));
    const id = ids[next]!;
    if (extend) this.selectTo(id);
    else this.focus(id);
  }

  /** Goes to the first or last shown row, wherever the focus is. */
  stepTo(end: "first" | "last"): void {
    const id = this.shownIds.at(end === "first" ? 0 : -1);
    if (id !== undefined) this.focus(id);
  }

  toggle(id: ItemId): void {
    const selected = new Set(this.selected);
    if (!selected.delete(id)) selected.add(id);
    this.selected = selected;
    this.focusId = id;
    this.#anchor = id;
  }

  /** Selects from where the selection began to `id`. */
  selectTo(id: ItemId): void {
    const ids = this.shownIds;
    const from = ids.indexOf(this.#anchor ?? this.focusId ?? id);
    const to = ids.indexOf(id);
    const range = ids.slice(Math.min(Math.max(0, from), to), Math.max(from, to) + 1);
    this.#anchor ??= this.focusId ?? id;
    this.selected = new Set(range);
    this.focusId = id;
    this.show(id);
  }

  selectAll(): void {
    this.selected = new Set(this.shownIds);
  }

  /** Esc: takes back the innermost thing that is open. */
  escape(): void {
    if (this.question) this.question = null;
    else if (this.adding) this.adding = null;
    else if (this.selected.size > 0) this.selected = new Set();
    else if (this.panelId !== null) this.panelId = null;
    else if (this.filterText !== "") void this.setFilter("");
    else this.focusId = null;
  }

  openPanel(id: ItemId): void {
    this.focusId = id;
    this.#anchor = id;
    this.panelId = id;
    this.show(id);
  }

  ask(name: Question): void {
    const ids = this.targets();
    if (ids.length > 0) this.question = { name, ids };
  }

  /** Opens the dialog that splits an item. */
  startSplit(id: ItemId): void {
    this.splitId = id;
    shell.open("split");
  }

  // Moves

  /** Moves and asks why, once, inside the row. */
  async moveAndAsk(ids: ItemId[], place: Place): Promise<void> {
    const outcome = await product.move(ids, place);
    if (outcome?.done && ids[0] !== undefined) {
      this.why = { operation: outcome.done.operation, id: ids[0] };
      this.show(ids[0]);
    }
  }

  /** Moves past the next shown neighbour. */
  async nudge(direction: -1 | 1): Promise<void> {
    const ids = this.targets();
    await this.#moveTo(ids, () => this.#besideNeighbour(ids, direction));
  }

  #besideNeighbour(ids: ItemId[], direction: -1 | 1): Place | null {
    const moved = new Set(ids);
    const shown = this.shownIds;
    const edge = direction < 0 ? shown.findIndex((id) => moved.has(id)) : shown.findLastIndex((id) => moved.has(id));
    let at = edge + direction;
    while (at >= 0 && at < shown.length && moved.has(shown[at]!)) at += direction;
    const neighbour = shown[at];
    return ids.length === 0 || neighbour === undefined ? null : { type: direction < 0 ? "before" : "after", id: neighbour };
  }

  /** Moves to just above the next date line up, or just below the next one down. */
  async nudgeToLine(direction: -1 | 1): Promise<void> {
    const ids = this.targets();
    await this.#moveTo(ids, () => {
      const first = product.order.ids.find((id) => ids.includes(id));
      if (first === undefined) return null;
      const count = product.order.ids.length - ids.length + 1;
      const position = nextLine(product.positions.get(first) ?? 1, direction, this.lines, count);
      return { type: "position", position };
    });
  }

  /** Moves to a place that is found when the moves before have been answered. */
  async #moveTo(ids: ItemId[], place: () => Place | null): Promise<void> {
    this.why = null;
    if ((await product.move(ids, place)) && ids[0] !== undefined) this.show(ids[0]);
  }

  // Items

  startAdding(): void {
    const after = this.focusId ?? (this.matched ? null : this.#lastInSprint());
    this.adding = { after };
    if (after !== null) this.show(after);
  }

  #lastInSprint(): ItemId | null {
    return this.inSprint > 0 ? (product.order.ids[this.inSprint - 1] ?? null) : null;
  }

  /** Adds items below where they were written, and goes on writing below them; whether it could. */
  async add(titles: string[], retry: () => void): Promise<boolean> {
    const after = this.adding?.after ?? null;
    const items = titles.map((title): NewItem => ({ title, kind: "", labels: [], wantedBy: [], body: "" }));
    const place: Place = after === null ? { type: "top" } : { type: "after", id: after };
    const outcome = await product.apply({ type: "addItems", items, place }, { retry });
    const last = outcome?.created.at(-1);
    if (last === undefined) return false;
    const id = Number(last);
    this.focusId = id;
    this.#anchor = id;
    if (this.adding) this.adding = { after: id };
    this.show(id);
    void this.#tellSimilar(titles, outcome?.done?.operation ?? null);
    return true;
  }

  /** Says when one of some new items resembles one that is not done on purpose. It never blocks. */
  async #tellSimilar(titles: string[], operation: OperationId | null): Promise<void> {
    for (const title of titles.slice(0, MOST_COMPARED)) {
      const [found] = await api.similar(title).catch(() => []);
      if (!found) continue;
      const { item, reason } = found;
      const text = reason
        ? t("similar-why", { title: shortTitle(item.title, 40), reason: shortTitle(reason, 80) })
        : t("similar", { title: shortTitle(item.title, 40) });
      shell.say(text, operation, { label: t("similar-look"), run: () => decisions.showDeclined(item.id) });
      return;
    }
  }

  change(ids: ItemId[], change: Field): Promise<Outcome | null> {
    return product.apply({ type: "changeItems", ids, changes: [change] });
  }

  /** Sets the state; Done and not doing are verbs of their own. */
  async setState(ids: ItemId[], state: State): Promise<void> {
    if (state === "done") await this.finish(ids);
    else if (state === "not_doing") this.question = { name: "decline", ids };
    else await this.change(ids, { field: "state", value: state });
  }

  async finish(ids: ItemId[]): Promise<void> {
    await this.#leaving(ids, () => product.apply({ type: "finishItems", ids, on: product.today }));
  }

  async decline(ids: ItemId[], reason: string, revisit: string | null): Promise<void> {
    await this.#leaving(ids, () => product.apply({ type: "declineItems", ids, reason, revisit }));
  }

  async delete(ids: ItemId[]): Promise<void> {
    await this.#leaving(ids, () => product.apply({ type: "deleteItems", ids }));
  }

  /** Merges items into one of them, which stays where it is and has the focus then. */
  async merge(into: ItemId, ids: ItemId[]): Promise<void> {
    const others = ids.filter((id) => id !== into);
    const merged = await this.#leaving(others, () => product.apply({ type: "mergeItems", into, ids: others }));
    if (merged) this.focus(into);
  }

  /** Items are about to leave the order: the focus goes to the next one that stays. Whether they left. */
  async #leaving(ids: ItemId[], act: () => Promise<Outcome | null>): Promise<boolean> {
    const leaving = new Set(ids);
    const shown = this.shownIds;
    const at = shown.findIndex((id) => leaving.has(id));
    const next = shown.slice(Math.max(0, at)).find((id) => !leaving.has(id)) ?? shown.slice(0, Math.max(0, at)).at(-1);
    const focusLeaves = this.focusId !== null && leaving.has(this.focusId);
    if (!(await act())) return false;
    this.selected = new Set();
    if (this.panelId !== null && leaving.has(this.panelId)) this.panelId = null;
    if (focusLeaves) this.focusId = next ?? null;
    if (this.doneOpen) await this.loadDone(true);
    return true;
  }

  // Finished items

  async toggleDone(): Promise<void> {
    this.doneOpen = !this.doneOpen;
    if (this.doneOpen) await this.loadDone(true);
  }

  async loadDone(again: boolean): Promise<void> {
    try {
      const known = again ? [] : this.doneItems;
      const page = await api.finished("done", known.length, FINISHED_PAGE);
      this.doneItems = [...known, ...page];
      this.doneMore = page.length === FINISHED_PAGE;
    } catch (error) {
      shell.fail(failureOf(error), () => void this.loadDone(again));
    }
  }
}

export const backlog = new Backlog();
