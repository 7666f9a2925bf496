// Made from the Rust types by `CAIRN_WRITE_TYPES=1 cargo test -p cairn-charts`. Not to be edited.

export type Scene = { 
/**
 * Width in CSS pixels.
 */
width: number, 
/**
 * Height in CSS pixels.
 */
height: number, 
/**
 * The heading.
 */
title: string, 
/**
 * The label for screen readers.
 */
sentence: string, 
/**
 * What is drawn, the lowest first.
 */
marks: Array<Mark>, 
/**
 * The same facts, to read.
 */
table: Table, };

export type Table = { 
/**
 * The headings.
 */
columns: Array<string>, 
/**
 * One text a column.
 */
rows: Array<Array<string>>, };

export type Mark = { "type": "path", points: Array<[number, number]>, stroke: Stroke, } | { "type": "area", points: Array<[number, number]>, fill: Role, } | { "type": "rect", x: number, y: number, width: number, height: number, fill: Role, } | { "type": "hatch", x: number, y: number, width: number, height: number, } | { "type": "circle", x: number, y: number, radius: number, fill: Role, stroke: Stroke, } | { "type": "text", x: number, y: number, text: string, anchor: Anchor, role: Role, weight: Weight, 
/**
 * What the letters are set off with from marks below them; none outside of the plot.
 */
halo: Role | null, };

export type Stroke = { 
/**
 * Its colour.
 */
role: Role, 
/**
 * Its width in pixels.
 */
width: number, 
/**
 * Lengths of dash and gap in pixels; none for a solid line.
 */
dash: [number, number] | null, };

export type Anchor = "start" | "middle" | "end";

export type Weight = "text" | "mid" | "strong";

export type Role = "surface" | "sunken" | "press" | "line" | "line-2" | "line-3" | "ink" | "ink-2" | "ink-3" | "ink-4" | "tarn" | "tarn-2" | "tarn-3" | "tarn-4" | "tarn-5" | "way" | "moss" | "moss-5" | "lichen" | "lichen-5";
