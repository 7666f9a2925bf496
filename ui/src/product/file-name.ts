// The name a file is proposed to be written under; the host has the last word.

import type { ExportFormat } from "../core/types";

const ENDINGS: Record<ExportFormat, string> = { csv: "csv", json: "json", copy: "cairn" };

/** Returns "Lendwell.csv": letters, digits and a few marks of the product's name. */
export function fileName(product: string, format: ExportFormat): string {
  const safe = product
    .replace(/[^\p{L}\p{N} _.-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "")
    .slice(0, 80);
  return `${safe === "" ? "Product" : safe}.${ENDINGS[format]}`;
}
