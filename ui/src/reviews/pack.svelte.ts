// The pack of one Review: what it says, its pages, and what is done with them.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type {
  DocumentFormat,
  Edit,
  ItemId,
  Laid,
  Page,
  Review,
  SectionFields,
  SectionLine,
  Sprint,
  SprintId,
  Words,
} from "../core/types";
import { type How, product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { t } from "../words";
import { itemOf } from "./page";

class Pack {
  review = $state.raw<Review | null>(null);
  laid = $state.raw<Laid | null>(null);
  problem = $state<string | null>(null);
  /** Which page is shown, counted from 0. */
  at = $state(0);
  /** The section whose editor is open. */
  openId = $state<string | null>("done");
  /** Whether the text on the page can be changed in place. */
  editing = $state(false);
  presenting = $state(false);

  page = $derived<Page | null>(this.laid?.pages[this.at] ?? null);
  /** The section of the page that is shown. */
  section = $derived<SectionLine | null>(
    this.review?.sections.find(({ id }) => id === this.#sectionIdOf(this.page)) ?? null,
  );

  #product: string | null = null;
  #sprint: SprintId | null = null;
  #last: Promise<void> = Promise.resolve();
  #asked: Promise<void> = Promise.resolve();
  #askedAt = -1;

  /** Shows the Review of a Sprint; another one begins at its first page. */
  enter(product: string | null, sprint: SprintId): void {
    if (product === this.#product && sprint === this.#sprint) return;
    this.#product = product;
    this.#sprint = sprint;
    this.#askedAt = -1;
    this.review = null;
    this.laid = null;
    this.problem = null;
    this.at = 0;
    this.openId = "done";
    this.editing = false;
  }

  /** Asks for the pack as the product is now; once for each state of it. */
  ask(): Promise<void> {
    if (this.#askedAt !== product.revision) {
      this.#askedAt = product.revision;
      this.#asked = this.#read(this.#sprint, product.revision);
    }
    return this.#asked;
  }

  async #read(sprint: SprintId | null, revision: number): Promise<void> {
    if (sprint === null) return;
    const current = () => sprint === this.#sprint && revision === this.#askedAt;
    try {
      const review = await api.review(sprint);
      const laid = await api.pages({ type: "review", sprint }, null, false);
      if (!current()) return;
      const at = this.#placeIn(laid);
      this.review = review;
      this.laid = laid;
      this.at = at;
      this.problem = null;
    } catch (error) {
      if (current()) this.problem = failureOf(error).message;
    }
  }

  /** Where the page that is shown stands among others; pages come and go above it. */
  #placeIn(laid: Laid): number {
    const id = this.#sectionIdOf(this.page);
    const ours = laid.pages.findIndex(
      (page) => laid.sections[page.section]?.id === id && page.part === this.page?.part,
    );
    return ours >= 0 ? ours : Math.max(0, Math.min(this.at, laid.pages.length - 1));
  }

  #sectionIdOf(page: Page | null): string | undefined {
    return page === null ? undefined : this.laid?.sections[page.section]?.id;
  }

  /** What the section of a page is called. */
  nameOf(page: Page): string {
    return this.laid?.sections[page.section]?.name ?? "";
  }

  /** What a page is called below its picture: its section in a word, and which part of it. */
  shortNameOf(page: Page): string {
    const section = this.review?.sections.find(({ id }) => id === this.#sectionIdOf(page));
    const own = section === undefined || section.kind === "text";
    const name = own ? this.nameOf(page) : t(`rv-short-${section.kind}`);
    return page.parts > 1 ? t("rv-page-part", { name, part: page.part, parts: page.parts }) : name;
  }

  /** The title of an item of the pack. */
  titleOf(item: ItemId): string {
    const ours = [...(this.review?.done ?? []), ...(this.review?.left ?? [])].find((one) => one.item.id === item);
    return (ours?.item ?? product.item(item))?.title ?? "";
  }

  goTo(at: number): void {
    const last = (this.laid?.pages.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(at, last));
  }

  /** Opens or closes the editor of a section, and shows its first page. */
  toggleOpen(id: string): void {
    this.openId = this.openId === id ? null : id;
    this.#show(id);
  }

  #show(id: string): void {
    const first = this.laid?.pages.findIndex((page) => this.#sectionIdOf(page) === id) ?? -1;
    if (first >= 0) this.at = first;
  }

  /** Shows the page an item stands on. */
  showItem(item: number): void {
    const found = this.laid?.pages.findIndex((page) =>
      page.boxes.some(({ piece }) => piece.type === "table" && piece.table.rows.some((row) => itemOf(row.id) === item)),
    );
    if (found !== undefined && found >= 0) this.at = found;
  }

  /**
   * Runs an edit and waits until the pack says it. Edits go one after the other and are made of what
   * the pack says at their turn, so that two fields left quickly do not undo each other.
   */
  do(edit: (sprint: SprintId, review: Review) => Edit | null, how: How = {}): Promise<void> {
    const run = async () => {
      const made = this.review && edit(this.review.sprint.id, this.review);
      if (made === null) return;
      await product.apply(made, how);
      await this.ask();
    };
    return (this.#last = this.#last.then(run, run));
  }

  change({ id }: SectionLine, fields: Partial<SectionFields>, how: How = {}): Promise<void> {
    return this.do((sprint, { sections }) => {
      const now = sections.find((section) => section.id === id);
      return now ? { type: "changeSection", sprint, section: id, fields: { ...now.fields, ...fields } } : null;
    }, how);
  }

  move(section: string, to: number): Promise<void> {
    return this.do((sprint) => ({ type: "moveSection", sprint, section, to }));
  }

  /** Keeps what a hand wrote over what data say; an empty text takes it away again. */
  reword(words: Words, text: string): void {
    const { key } = words;
    const said = words.data ?? words.text;
    const kept = text.trim() === said.trim() ? "" : text.trim();
    if (key === null || text.trim() === words.text.trim() || (kept === "" && words.data === null)) return;
    void this.do((sprint) => ({ type: "reword", sprint, key, text: kept, said }));
  }

  /** Takes over what data say now. */
  takeOver({ key, data }: Words): void {
    if (key === null || data === null) return;
    void this.do((sprint) => ({ type: "reword", sprint, key, text: "", said: data }));
  }

  /** Asks what goes out before the pack is written. */
  write(format: DocumentFormat["type"] | null = null): void {
    if (this.#sprint !== null) shell.openDocument({ type: "review", sprint: this.#sprint }, t("rv-export"), format);
  }

  /** Says how the Sprint Goal ended. */
  sayMet(sprint: Sprint, met: Sprint["met"]): void {
    const { id, endedOn: _, ...fields } = sprint;
    void product.apply({ type: "changeSprint", id, fields: { ...fields, met } });
  }
}

export const pack = new Pack();
