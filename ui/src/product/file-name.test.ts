import { expect, test } from "vitest";
import { fileName } from "./file-name";

test("a file is named after what it holds without what a disk refuses", () => {
  expect(fileName("Lendwell", "csv")).toBe("Lendwell.csv");
  expect(fileName('../A/B: "Müller"*', "copy")).toBe("A B Müller.cairn");
  expect(fileName("Sprint Review 14", "slides")).toBe("Sprint Review 14.pptx");
  expect(fileName("...", "json")).toBe("Product.json");
});
