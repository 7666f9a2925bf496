// What the Stakeholders screen shows, whom it is about, and what its dialogs work on.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type {
  Competing,
  ConflictFields,
  ConflictId,
  Contact,
  PersonPage,
  Service,
  Stakeholder,
  StakeholderId,
} from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { t } from "../words";
import { peopleDue } from "./contact";

/** The three ways to look at all stakeholders. */
export type View = "map" | "needs" | "contacts";

/** A record of a conflict that is looked at; without an id it is new. */
export type OpenConflict = { id: ConflictId | null; fields: ConflictFields };

class Stakeholders {
  view = $state<View>("map");
  /** Who is chosen in map and lists. */
  chosenId = $state<StakeholderId | null>(null);
  /** Whose page is open. */
  openId = $state<StakeholderId | null>(null);
  service = $state.raw<Service | null>(null);
  page = $state.raw<PersonPage | null>(null);
  /** The private note about the person whose page is open; `null` until it is asked for. */
  note = $state<string | null>(null);
  /** Whether the note goes on paper this time. */
  printsNote = $state(false);
  problem = $state<string | null>(null);

  /** The contact that the dialog changes; `null`: a new one. */
  contact = $state.raw<Contact | null>(null);
  /** The person whom the dialog changes; `null`: a new one. */
  changing = $state.raw<Stakeholder | null>(null);
  conflict = $state.raw<OpenConflict | null>(null);

  /** The person a command is about: whose page is open, else who is chosen. */
  subject = $derived(product.people.get(this.openId ?? this.chosenId ?? -1) ?? null);
  overdue = $derived(peopleDue(product.stakeholders, "overdue", product.todayDay));
  soon = $derived(peopleDue(product.stakeholders, "soon", product.todayDay));
  /** How many open items each person wants. */
  wants = $derived.by(() => {
    const counts = new Map<StakeholderId, number>();
    for (const { wantedBy } of product.order.items.values()) {
      for (const person of wantedBy) counts.set(person, (counts.get(person) ?? 0) + 1);
    }
    return counts;
  });

  #product: string | null = null;
  #asked = 0;

  /** Begins anew when another product is open. */
  enter(product: string | null): void {
    if (product === this.#product) return;
    this.#product = product;
    this.view = "map";
    this.chosenId = null;
    this.service = null;
    this.leavePage();
  }

  /** Asks whom the order serves, or about the person whose page is open. */
  async ask(): Promise<void> {
    const mine = ++this.#asked;
    const id = this.openId;
    try {
      const [service, page] = id === null ? [await api.service(), null] : [this.service, await api.person(id)];
      if (mine !== this.#asked) return;
      this.service = service;
      this.page = page;
      this.problem = null;
    } catch (error) {
      if (mine === this.#asked) this.problem = failureOf(error).message;
    }
  }

  /** Opens the page of a person. */
  open(id: StakeholderId): void {
    // Before the screen enters, which would begin anew with another product.
    this.enter(shell.current);
    if (id !== this.openId) this.leavePage();
    this.chosenId = id;
    this.openId = id;
    shell.screen = "stakeholders";
  }

  /** Lets go of a person who is no more. */
  forget(): void {
    this.chosenId = null;
    this.leavePage();
  }

  leavePage(): void {
    this.openId = null;
    this.page = null;
    this.note = null;
    this.problem = null;
  }

  /** Reads the private note about the person whose page is open; whether it could be read. */
  async showNote(): Promise<boolean> {
    const id = this.openId;
    if (id === null) return false;
    try {
      const note = await api.privateNote(id);
      if (id === this.openId) this.note = note;
      return id === this.openId;
    } catch (error) {
      shell.fail(failureOf(error));
      return false;
    }
  }

  /** Puts the page of the person on paper; the note only if it is asked for, this once. */
  async print(withNote: boolean): Promise<void> {
    const hidden = this.note === null;
    if (withNote && hidden && !(await this.showNote())) return;
    this.printsNote = withNote;
    const end = () => {
      this.printsNote = false;
      if (withNote && hidden) this.note = null;
    };
    window.addEventListener("afterprint", end, { once: true });
    // The note has to stand on the page first, and the dialog to be gone.
    setTimeout(() => window.print(), 50);
  }

  /** Asks what goes along before the page about somebody is written. */
  write(person: Stakeholder): void {
    shell.openDocument({ type: "person", id: person.id }, t("document-person"));
  }

  add(): void {
    this.changing = null;
    shell.open("person");
  }

  change(person: Stakeholder): void {
    this.changing = person;
    shell.open("person");
  }

  logContact(contact: Contact | null = null): void {
    this.contact = contact;
    shell.open("contact");
  }

  /** Opens the record of needs that compete, or begins one. */
  openCompeting({ first, second, conflict }: Competing): void {
    if (conflict !== null) this.openConflict(conflict);
    else this.beginConflict({ ...noSide, ...claim(first) }, { ...noSide, ...claim(second) });
  }

  openConflict(id: ConflictId): void {
    const found = product.records.conflicts.find((one) => one.id === id);
    if (!found) return;
    const { id: _, ...fields } = found;
    this.conflict = { id, fields };
    shell.open("conflict");
  }

  /** Begins a record of a conflict between two people. */
  beginConflict(first: ConflictFields["first"], second: ConflictFields["second"]): void {
    const none = { options: "", decision: "", followUp: "", followUpOn: null };
    this.conflict = { id: null, fields: { day: product.today, first, second, ...none } };
    shell.open("conflict");
  }
}

const noSide = { item: null, position: "", interest: "" };
const claim = ({ stakeholder, item }: Competing["first"]) => ({ stakeholder, item });

export const stakeholders = new Stakeholders();
