// The name a file is proposed to be written under; the host has the last word.

import type { DocumentFormat, ExportFormat } from "../core/types";

type Format = ExportFormat | DocumentFormat["type"];

const ENDINGS: Record<Format, string> = {
  csv: "csv",
  json: "json",
  copy: "cairn",
  pdf: "pdf",
  html: "html",
  markdown: "md",
  slides: "pptx",
};

/** Returns "Lendwell.csv": letters, digits and a few marks of the name. */
export function fileName(name: string, format: Format): string {
  const safe = name
    .replace(/[^\p{L}\p{N} _.-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "")
    .slice(0, 80);
  return `${safe === "" ? "Product" : safe}.${ENDINGS[format]}`;
}
