import { render } from "svelte/server";
import { expect, test } from "vitest";
import Chart from "./Chart.svelte";
import type { Scene } from "../core/types";

const stroke = { role: "tarn", width: 2, dash: null } as const;
const scene: Scene = {
  width: 320,
  height: 140,
  title: "Items done",
  sentence: "85% by 10 February & not before",
  marks: [
    { type: "hatch", x: 5, y: 6, width: 7, height: 8 },
    { type: "area", points: [[0, 0], [1, 2], [3, 4]], fill: "tarn-5" },
    { type: "path", points: [[0, 0.5], [10, 20]], stroke: { ...stroke, dash: [4, 3] } },
    { type: "circle", x: 10, y: 20, radius: 4.5, fill: "surface", stroke },
    { type: "text", x: 1, y: 2, text: "<b>10 Feb", anchor: "end", role: "ink-3", weight: "strong", halo: "surface" },
  ],
  table: { columns: ["Day"], rows: [["10 Feb"]] },
};
// Svelte's own comments and the names of scoped styles are no part of the picture.
const html = render(Chart, { props: { scene, asTable: "Show as table" } })
  .body.replaceAll(/<!--.*?-->/g, "")
  .replaceAll(/ class="svelte-\w+"/g, "");

test("a chart is an image with its sentence as label", () => {
  expect(html).toContain('role="img" aria-label="85% by 10 February &amp; not before" width="320" height="140"');
});

test("marks are drawn where the scene says, in the colours of the theme", () => {
  expect(html).toContain('<polygon points="0,0 1,2 3,4" fill="var(--tarn-5)">');
  expect(html).toContain(
    '<polyline points="0,0.5 10,20" fill="none" stroke-linejoin="round" stroke="var(--tarn)" stroke-width="2" stroke-dasharray="4 3">',
  );
  expect(html).toContain(
    '<circle cx="10" cy="20" r="4.5" fill="var(--surface)" stroke="var(--tarn)" stroke-width="2">',
  );
  expect(html).toContain('font-weight="var(--w-strong)" stroke="var(--surface)">&lt;b>10 Feb</text>');
  const [, pattern] = /<pattern id="([^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`<rect x="5" y="6" width="7" height="8" fill="url(#${pattern})">`);
});

test("no mark needs an inline style, which the policy forbids", () => {
  expect(html).not.toContain("style=");
});

test("the table waits behind its words", () => {
  expect(html).toContain("<summary>Show as table</summary>");
  expect(html).not.toContain("<table>");
});
