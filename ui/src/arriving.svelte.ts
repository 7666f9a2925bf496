// Files that come from outside: chosen, dropped or double-clicked. A product file is opened, a
// calendar's days are closed, any other one waits to be looked at.

import * as api from "./core/api";
import { failureOf, pendingFiles, pickFile, type PickedFile, sendFile } from "./core/connect";
import { openWith } from "./opening";
import { product } from "./product.svelte";
import { shell } from "./shell.svelte";
import { t } from "./words";

class Arriving {
  /** The file that is being looked at. */
  file = $state.raw<PickedFile | null>(null);
  /** Whether files hover over the page. */
  over = $state(false);

  /** Takes whatever arrives; returns the function that stops it. */
  listen(): () => void {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const on: [string, (event: Event) => void][] = [
      // The window tells of files and of what hovers over it by events of its own.
      ["cairn:files", () => void this.fetch()],
      ["cairn:dragging", (event) => (this.over = event instanceof CustomEvent && event.detail === true)],
      [
        "dragover",
        (event) => {
          if (!(event instanceof DragEvent) || !holdsFiles(event)) return;
          event.preventDefault();
          this.over = true;
        },
      ],
      [
        "dragleave",
        (event) => {
          if (event instanceof DragEvent && event.relatedTarget === null) this.over = false;
        },
      ],
      [
        "drop",
        (event) => {
          if (!(event instanceof DragEvent) || !holdsFiles(event)) return;
          event.preventDefault();
          this.over = false;
          void this.drop(event.dataTransfer?.files);
        },
      ],
    ];
    for (const [name, run] of on) window.addEventListener(name, run);
    void this.fetch();
    return () => {
      for (const [name, run] of on) window.removeEventListener(name, run);
    };
  }

  /** Lets the person choose a file; whether one was chosen. */
  async pick(): Promise<boolean> {
    try {
      const file = await pickFile();
      if (file) this.take(file);
      return file !== null;
    } catch (error) {
      shell.fail(failureOf(error));
      return false;
    }
  }

  /** Takes a file that was dropped on the page. */
  async drop(files: FileList | undefined | null): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    try {
      this.take(await sendFile(file));
    } catch (error) {
      shell.fail(failureOf(error));
    }
  }

  take(file: PickedFile): void {
    if (file.product) {
      void openWith(() => api.openFile(file.token));
      return;
    }
    if (product.isOpen && /\.ics$/i.test(file.name)) {
      void this.#closeHolidays(file);
      return;
    }
    this.file = file;
    if (product.isOpen) shell.open("import");
  }

  async #closeHolidays(file: PickedFile): Promise<void> {
    const outcome = await product.closeHolidays(file.token);
    if (outcome && !outcome.done) shell.say(t("closed-known", { file: file.name }), null);
  }

  /** Fetches files that were double-clicked or dropped on the window; the last one is looked at. */
  async fetch(): Promise<void> {
    try {
      for (const file of await pendingFiles()) this.take(file);
    } catch (error) {
      shell.fail(failureOf(error));
    }
  }

  forget(): void {
    this.file = null;
  }
}

export const arriving = new Arriving();
