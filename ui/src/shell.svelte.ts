// The frame around the screens: which dialog is open, theme, messages.

import type { DocumentFormat, ExportFormat, Failure, ItemId, OperationId, ProductRef, Report } from "./core/types";

export type Theme = "system" | "light" | "dark";

/** The screens of a product. */
export type ScreenName = "backlog" | "stakeholders" | "forecast" | "reviews" | "inbox" | "decisions";

/** Dialogs that any command can open; `slots.ts` says what each one is. */
export type DialogName =
  | "palette"
  | "document"
  | "export"
  | "capture"
  | "keys"
  | "import"
  | "history"
  | "goal"
  | "keepForecast"
  | "keptForecast"
  | "settings"
  | "dates"
  | "pair"
  | "people"
  | "person"
  | "contact"
  | "conflict"
  | "mergePeople"
  | "planReview"
  | "printPerson"
  | "printReview"
  | "erasePerson"
  | "split"
  | "selectItems"
  | "endSprint"
  | "sprints"
  | "products";

/** What a message at the foot leads to. */
export type Onward = { label: string; run: () => void };

/** A short message at the foot; with an operation it offers to undo it. */
export type Toast = { id: number; text: string; operation: OperationId | null; onward: Onward | null };

const THEME = "cairn.theme";

class Shell {
  screen = $state<ScreenName>("backlog");
  /** The open dialog. */
  dialog = $state<DialogName | null>(null);
  /** What the palette starts with, such as ">" for commands. */
  paletteText = $state("");
  /** What is about to be written out. */
  exportFormat = $state<ExportFormat>("json");
  /** The document that is about to be written, what it is called where it was asked for, and as what it was. */
  document = $state.raw<{ report: Report; title: string; format: DocumentFormat["type"] | null } | null>(null);
  /** The item whose history is shown; `null`: of all. */
  historyItem = $state<ItemId | null>(null);
  /** Whether a product is being opened. */
  opening = $state(false);
  theme = $state<Theme>(readTheme());
  toast = $state.raw<Toast | null>(null);
  /** What went wrong last and how to try again; stays until it is closed. */
  trouble = $state.raw<{ failure: Failure; retry: (() => void) | null } | null>(null);
  /** Said to screen readers. */
  spoken = $state("");
  version = $state("");
  /** Products of the data folder, last opened first. */
  products = $state.raw<ProductRef[]>([]);
  /** Id of the open product. */
  current = $state<string | null>(null);

  #toasts = 0;

  open(dialog: DialogName, paletteText = ""): void {
    this.paletteText = paletteText;
    this.dialog = dialog;
  }

  /** Shows what was done with one item. */
  openHistory(item: ItemId | null): void {
    this.historyItem = item;
    this.dialog = "history";
  }

  /** Asks what goes along before everything is written out. */
  openExport(format: ExportFormat): void {
    this.exportFormat = format;
    this.dialog = "export";
  }

  /** Asks what goes along before a document is written; without a format as what it is mostly read. */
  openDocument(report: Report, title: string, format: DocumentFormat["type"] | null = null): void {
    this.document = { report, title, format };
    this.dialog = "document";
  }

  close(): void {
    this.dialog = null;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    try {
      localStorage.setItem(THEME, theme);
    } catch {
      // Without storage the choice holds until the window closes.
    }
    this.showTheme();
  }

  /** Puts the theme on the page; without a choice the system decides. */
  showTheme(): void {
    const root = document.documentElement;
    if (this.theme === "system") delete root.dataset.theme;
    else root.dataset.theme = this.theme;
  }

  /** Shows a message for a while; with an operation it can be undone from there. */
  say(text: string, operation: OperationId | null = null, onward: Onward | null = null): void {
    this.toast = { id: ++this.#toasts, text, operation, onward };
    this.spoken = text;
  }

  hush(): void {
    this.toast = null;
  }

  /** Shows what went wrong until the person has read it. */
  fail(failure: Failure, retry: (() => void) | null = null): void {
    this.trouble = { failure, retry };
  }

  forgetTrouble(): void {
    this.trouble = null;
  }
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(THEME);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export const shell = new Shell();
