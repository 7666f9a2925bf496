// One file on its way in: read, looked at, read again as the person chooses, brought in.

import * as api from "../core/api";
import { failureOf, type PickedFile } from "../core/connect";
import type { Failure, ImportOptions, ImportPreview } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { t } from "../words";
import { coming, FIRST_IS_TITLE, noOptions, withColumn } from "./mapping";

export class Importing {
  readonly file: PickedFile;
  options = $state.raw<ImportOptions>(noOptions);
  preview = $state.raw<ImportPreview | null>(null);
  /** Why the file could not be read as it was asked for; the preview before it stays. */
  failure = $state.raw<Failure | null>(null);
  reading = $state(false);
  bringing = $state(false);
  /** No column was known as the title, so the first one was taken until the person says otherwise. */
  guessed = $state(false);

  #asked = 0;

  constructor(file: PickedFile) {
    this.file = file;
  }

  /** Reads the file; when it is asked again meanwhile, only the last answer counts. */
  async read(options: ImportOptions): Promise<void> {
    const asked = ++this.#asked;
    this.options = options;
    this.reading = true;
    try {
      const preview = await this.#read(options);
      if (asked !== this.#asked) return;
      this.preview = preview;
      this.failure = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failure = failureOf(error);
    }
    this.reading = false;
  }

  async #read(options: ImportOptions): Promise<ImportPreview> {
    try {
      const preview = await api.previewImport(this.file.token, options);
      if (options.columns !== noOptions.columns) this.guessed = false;
      return preview;
    } catch (error) {
      // The columns are only known from a preview, and there is none without a title.
      const guess = Object.keys(options.columns).length === 0 ? await this.#guess(options) : null;
      if (!guess) throw error;
      return guess;
    }
  }

  async #guess(options: ImportOptions): Promise<ImportPreview | null> {
    try {
      const preview = await api.previewImport(this.file.token, { ...options, columns: FIRST_IS_TITLE });
      const first = preview.columns[0];
      if (!first) return null;
      this.options = withColumn(options, preview.columns, first.header, "title");
      this.guessed = true;
      return preview;
    } catch {
      return null;
    }
  }

  /** Brings the items in as previewed; whether it was done. */
  async bring(): Promise<boolean> {
    return this.#bring(async () => {
      const done = await api.importFile(this.file.token, this.options);
      product.accept(done.outcome);
      const text = t("bring-brought", { count: coming(done.counts), file: this.file.name });
      shell.say(text, done.outcome.done?.operation ?? null);
    });
  }

  /** Brings the file in as a history of how many items were finished; whether it was done. */
  async bringThroughput(): Promise<boolean> {
    return this.#bring(async () => {
      const outcome = await api.importThroughput(this.file.token);
      product.accept(outcome);
      shell.say(t("bring-brought-throughput", { file: this.file.name }), outcome.done?.operation ?? null);
    });
  }

  async #bring(work: () => Promise<void>): Promise<boolean> {
    if (this.bringing) return false;
    this.bringing = true;
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    } finally {
      this.bringing = false;
    }
  }
}
