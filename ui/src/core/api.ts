// A typed function for each request that the page makes.

import { call } from "./connect";
import type {
  Edit,
  Exported,
  ExportFormat,
  Finished,
  HistoryLine,
  ImportDone,
  ImportOptions,
  ImportPreview,
  Item,
  ItemDetail,
  ItemId,
  OperationId,
  Outcome,
  PastDay,
  Snapshot,
  Start,
} from "./types";

// Tokens are small whole numbers on the wire, whatever width the host keeps them in.
type Token = never;

export const start = () => call<Start>({ type: "start" });
export const load = () => call<Snapshot>({ type: "load" });
export const apply = (edit: Edit) => call<Outcome>({ type: "apply", edit });
export const undo = () => call<Outcome>({ type: "undo" });
export const redo = () => call<Outcome>({ type: "redo" });
export const item = (id: ItemId) => call<ItemDetail>({ type: "item", id });
export const history = (item: ItemId | null, before: OperationId | null, limit: number) =>
  call<HistoryLine[]>({ type: "history", item, before, limit });
export const filter = (text: string) => call<ItemId[]>({ type: "filter", text });
export const search = (text: string, limit: number) => call<Item[]>({ type: "search", text, limit });
export const finished = (what: Finished, offset: number, limit: number) =>
  call<Item[]>({ type: "finished", what, offset, limit });
export const day = (day: string) => call<PastDay>({ type: "day", day });

export const createProduct = (name: string) => call<Snapshot>({ type: "createProduct", name });
export const openProduct = (id: string) => call<Snapshot>({ type: "openProduct", id });
export const openSample = () => call<Snapshot>({ type: "openSample" });
export const openFile = (file: number) => call<Snapshot>({ type: "openFile", file: file as Token });
export const closeProduct = () => call<Start>({ type: "closeProduct" });
export const previewImport = (file: number, options: ImportOptions) =>
  call<ImportPreview>({ type: "previewImport", file: file as Token, options });
export const importFile = (file: number, options: ImportOptions) =>
  call<ImportDone>({ type: "import", file: file as Token, options });
export const importThroughput = (file: number) =>
  call<Outcome>({ type: "importThroughput", file: file as Token });
export const exportTo = (target: number, format: ExportFormat) =>
  call<Exported>({ type: "export", target: target as Token, format });
