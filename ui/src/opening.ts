// Opening a product, whichever way, and keeping the list of products true.

import * as api from "./core/api";
import { failureOf } from "./core/connect";
import type { Snapshot } from "./core/types";
import { product } from "./product.svelte";
import { isLost, recovery } from "./recovery/recovery.svelte";
import { shell } from "./shell.svelte";

/** Opens a product of the data folder; where its file is damaged or gone, the ways on are shown. */
export function openProduct(id: string): Promise<boolean> {
  return openWith(() => api.openProduct(id), id);
}

/** Opens what `ask` answers, by the id of the product if it has one; a failure is shown. */
export async function openWith(ask: () => Promise<Snapshot>, id: string | null = null): Promise<boolean> {
  try {
    await tryOpen(ask);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    await showWhatIsOpen();
    if (id !== null && isLost(failure)) recovery.begin(id, failure);
    else shell.fail(failure, () => void openWith(ask, id));
    return false;
  }
}

/** As `openWith`, but a failure is thrown, for a form that shows it at its field. */
export async function tryOpen(ask: () => Promise<Snapshot>): Promise<void> {
  const snapshot = await opening(ask);
  recovery.leave();
  shell.screen = "backlog";
  shell.forgetTrouble();
  shell.hush();
  product.leave();
  product.take(snapshot);
  await listProducts();
}

async function opening(ask: () => Promise<Snapshot>): Promise<Snapshot> {
  shell.opening = true;
  try {
    return await ask();
  } finally {
    shell.opening = false;
  }
}

/** Closes the open product, so that another way to begin can be chosen. */
export async function closeProduct(): Promise<void> {
  try {
    const start = await api.closeProduct();
    shell.products = start.products;
    shell.current = start.current;
    product.leave();
  } catch (error) {
    shell.fail(failureOf(error), () => void closeProduct());
  }
}

/** After a product did not open: the one before may be open still, or none is. */
export async function showWhatIsOpen(): Promise<void> {
  try {
    const start = await api.start();
    shell.products = start.products;
    shell.current = start.current;
    if (start.snapshot) product.take(start.snapshot);
    else product.leave();
  } catch {
    // What could not be opened is shown; this would only say the same again.
  }
}

async function listProducts(): Promise<void> {
  try {
    const start = await api.start();
    shell.products = start.products;
    shell.current = start.current;
  } catch {
    // The product is open; only the list of the others is not fresh.
  }
}
