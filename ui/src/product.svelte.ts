// The open product as the page holds it. It moves only when the core answers.

import * as api from "./core/api";
import { failureOf } from "./core/connect";
import type {
  Changes,
  ClosedDays,
  KeptForecast,
  Slice,
  Counts,
  DateLine,
  Edit,
  Finish,
  Goal,
  HistoryLine,
  Item,
  ItemId,
  OperationId,
  Outcome,
  Place,
  Records,
  Settings,
  Snapshot,
  Sprint,
  Stakeholder,
  StakeholderId,
  View,
} from "./core/types";
import { dayOf } from "./dates";
import { groupsOf } from "./kit/people";
import { type Order, orderOf, patch, positionsOf } from "./order";
import { shell } from "./shell.svelte";
import { isDated } from "./sprints";

export type How = {
  /** Without a message at the foot, for text that is saved while typing. */
  quiet?: boolean;
  /** What is tried again after a refusal, if not just the same edit. */
  retry?: () => void;
};

/** The small collections of a product, each whole. */
export type AllRecords = { [Name in keyof Records]: NonNullable<Records[Name]> };

class ProductStore {
  /** Whether a product is open. */
  isOpen = $state(false);
  today = $state("1970-01-01");
  settings = $state.raw<Settings>(noSettings);
  goals = $state.raw<Goal[]>([]);
  sprints = $state.raw<Sprint[]>([]);
  stakeholders = $state.raw<Stakeholder[]>([]);
  views = $state.raw<View[]>([]);
  dateLines = $state.raw<DateLine[]>([]);
  closedDays = $state.raw<ClosedDays[]>([]);
  slices = $state.raw<Slice[]>([]);
  kept = $state.raw<KeptForecast[]>([]);
  records = $state.raw<AllRecords>(noRecords);
  order = $state.raw<Order>({ items: new Map(), ids: [], containers: [] });
  counts = $state.raw<Counts>({ done: 0, doneInSprint: 0, notDoing: 0 });
  finish = $state.raw<Finish>(noFinish);
  undoLine = $state.raw<HistoryLine | null>(null);
  redoLine = $state.raw<HistoryLine | null>(null);
  /** When something was last saved, in milliseconds. */
  savedAt = $state<number | null>(null);
  /** Counts the answers that changed something, for what has to be asked again. */
  revision = $state(0);

  positions = $derived(positionsOf(this.order.ids));
  /** Why somebody should hear of a forecast that no longer holds, the newest for each. */
  alerts = $derived(
    new Map<StakeholderId, string>(
      this.kept
        .toReversed()
        .flatMap(({ told, alert }) => (told !== null && alert !== null ? [[told, alert] as const] : [])),
    ),
  );
  people = $derived(new Map<StakeholderId, Stakeholder>(this.stakeholders.map((one) => [one.id, one])));
  groups = $derived(groupsOf(this.stakeholders));
  todayDay = $derived(dayOf(this.today));
  goal = $derived(this.goals.find((goal) => goal.state === "current") ?? null);
  sprint = $derived(
    this.sprints
      .filter(isDated)
      .find((sprint) => sprint.endedOn === null && sprint.first <= this.today && this.today <= sprint.last) ?? null,
  );

  #last: Promise<unknown> = Promise.resolve();

  item(id: ItemId): Item | undefined {
    return this.order.items.get(id);
  }

  /** Takes a product in whole. */
  take(snapshot: Snapshot): void {
    this.today = snapshot.today;
    this.settings = snapshot.settings;
    this.goals = snapshot.goals;
    this.sprints = snapshot.sprints;
    this.stakeholders = snapshot.stakeholders;
    this.views = snapshot.views;
    this.dateLines = snapshot.dateLines;
    this.closedDays = snapshot.closedDays;
    this.slices = snapshot.slices;
    this.kept = snapshot.kept;
    this.#patchRecords(snapshot.records);
    this.order = orderOf(snapshot.items);
    this.counts = snapshot.counts;
    this.finish = snapshot.finish;
    this.undoLine = snapshot.undo;
    this.redoLine = snapshot.redo;
    this.savedAt = snapshot.undo?.at ?? this.savedAt;
    this.isOpen = true;
    this.revision++;
  }

  leave(): void {
    this.isOpen = false;
    this.order = { items: new Map(), ids: [], containers: [] };
    this.savedAt = null;
  }

  /** Patches what an answer says has changed. */
  accept(outcome: Outcome): void {
    this.#patch(outcome.changes);
    this.undoLine = outcome.undo;
    this.redoLine = outcome.redo;
    if (outcome.done) this.savedAt = outcome.done.at;
    this.revision++;
  }

  #patch(changes: Changes): void {
    if (changes.settings) this.settings = changes.settings;
    if (changes.goals) this.goals = changes.goals;
    if (changes.sprints) this.sprints = changes.sprints;
    if (changes.stakeholders) this.stakeholders = changes.stakeholders;
    if (changes.views) this.views = changes.views;
    if (changes.dateLines) this.dateLines = changes.dateLines;
    if (changes.closedDays) this.closedDays = changes.closedDays;
    if (changes.slices) this.slices = changes.slices;
    if (changes.kept) this.kept = changes.kept;
    this.#patchRecords(changes.records);
    this.order = patch(this.order, changes.items);
    this.counts = changes.counts;
    if (changes.finish) {
      this.finish = changes.finish;
      this.today = changes.finish.asOf;
    }
  }

  #patchRecords(records: Records): void {
    const changed = Object.entries(records).filter(([, list]) => list !== null);
    if (changed.length > 0) this.records = { ...this.records, ...Object.fromEntries(changed) };
  }

  /**
   * Runs an edit and says so; returns `null` when it was refused, after showing why. Edits go one
   * after the other, so that answers are patched in the order they were given. An edit that depends
   * on what the ones before it did is a function, called at its turn; it may find nothing to do.
   */
  apply(edit: Edit | (() => Edit | null), how: How = {}): Promise<Outcome | null> {
    const ask = () => {
      const now = typeof edit === "function" ? edit() : edit;
      return now && api.apply(now);
    };
    return this.#run(ask, how.retry ?? (() => void this.apply(edit, how)), how);
  }

  /** Runs an edit; a refusal is thrown, for a form that shows it at its field. */
  tryApply(edit: Edit, how: How = {}): Promise<Outcome> {
    return this.#next(async () => this.#accepted(await api.apply(edit), how));
  }

  /** Closes the days of a calendar file. */
  closeHolidays(file: number): Promise<Outcome | null> {
    return this.#run(() => api.importHolidays(file), null, {});
  }

  undo(): Promise<Outcome | null> {
    return this.#run(() => api.undo(), null, {});
  }

  redo(): Promise<Outcome | null> {
    return this.#run(() => api.redo(), null, {});
  }

  /** Moves items; a place that depends on the moves before is a function, called at its turn. */
  move(ids: ItemId[], place: Place | (() => Place | null)): Promise<Outcome | null> {
    return this.apply(() => {
      const now = typeof place === "function" ? place() : place;
      return now && { type: "moveItems", ids, place: now, reason: "" };
    });
  }

  giveReason(operation: OperationId, reason: string): Promise<Outcome | null> {
    return this.apply({ type: "giveReason", operation, reason }, { quiet: true });
  }

  /** Reads everything again, such as after the day has changed. */
  async reload(): Promise<void> {
    try {
      this.take(await api.load());
    } catch (error) {
      shell.fail(failureOf(error), () => void this.reload());
    }
  }

  async #run(
    ask: () => Promise<Outcome> | null,
    retry: (() => void) | null,
    how: How,
  ): Promise<Outcome | null> {
    try {
      return await this.#next(async () => {
        const outcome = await ask();
        return outcome && this.#accepted(outcome, how);
      });
    } catch (error) {
      shell.fail(failureOf(error), retry);
      return null;
    }
  }

  #accepted(outcome: Outcome, how: How): Outcome {
    this.accept(outcome);
    shell.forgetTrouble();
    if (outcome.done && !how.quiet) {
      shell.say(outcome.done.text, outcome.done.kind === "undo" ? null : outcome.done.operation);
    }
    return outcome;
  }

  #next<Reply>(work: () => Promise<Reply>): Promise<Reply> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

const noSettings: Settings = {
  name: "",
  prefix: "",
  workingDays: [true, true, true, true, true, false, false],
  weekStart: 0,
  percentile: 85,
  definitionOfDone: "",
  nothingFinishedUntil: null,
};
const noFinish: Finish = { asOf: "1970-01-01", percentiles: [], days: [], notes: [], thin: false };
const noRecords: AllRecords = {
  needs: [],
  businessGoals: [],
  questions: [],
  conflicts: [],
  feedback: [],
  assumptions: [],
  learnings: [],
  decisions: [],
  delegations: [],
  pairs: [],
  misunderstandings: [],
};

export const product = new ProductStore();
