// A typed function for each request that the page makes.

import { call } from "./connect";
import type {
  Asked,
  Assumptions,
  Backups,
  BacktestScore,
  Calibration,
  Chart,
  Declined,
  DocumentFormat,
  Edit,
  Erased,
  Exported,
  ExportFormat,
  FeedbackId,
  Finished,
  FollowUp,
  Forecast,
  ForecastId,
  HistoryLine,
  ImportDone,
  ImportOptions,
  ImportPreview,
  TaskProgress,
  Item,
  ItemDetail,
  ItemId,
  Laid,
  OpenRisk,
  OperationId,
  Outcome,
  Paper,
  PastDay,
  PersonPage,
  Readable,
  Report,
  Review,
  Scene,
  Service,
  Scores,
  Since,
  Snapshot,
  SprintId,
  SprintLine,
  SprintPage,
  StakeholderId,
  Start,
  Written,
} from "./types";

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
export const forecast = (asked: Asked, assumptions: Assumptions) =>
  call<Forecast>({ type: "forecast", asked, assumptions });
export const chart = (chart: Chart, width: number, height: number) =>
  call<Scene>({ type: "chart", chart, width, height });
export const calibration = () => call<Calibration>({ type: "calibration" });
export const backtest = (windowWeeks: number, horizons: number[], every: number) =>
  call<BacktestScore[]>({ type: "backtest", windowWeeks, horizons, every });
export const backtestProgress = () => call<TaskProgress>({ type: "backtestProgress" });
export const stopBacktest = () => call<TaskProgress>({ type: "stopBacktest" });
export const movedSince = (id: ForecastId) => call<string | null>({ type: "movedSince", id });
export const service = () => call<Service>({ type: "service" });
export const person = (id: StakeholderId) => call<PersonPage>({ type: "person", id });
export const privateNote = (id: StakeholderId) => call<string>({ type: "privateNote", id });
export const replyLine = (id: FeedbackId) => call<string>({ type: "replyLine", id });
export const day = (day: string) => call<PastDay>({ type: "day", day });
export const days = () => call<string[]>({ type: "days" });
export const since = (day: string | null) => call<Since>({ type: "since", day });
export const scores = () => call<Scores>({ type: "scores" });
export const openRisks = () => call<OpenRisk[]>({ type: "openRisks" });
export const declined = () => call<Declined[]>({ type: "declined" });
export const similar = (title: string) => call<Declined[]>({ type: "similar", title });
export const sprints = () => call<SprintLine[]>({ type: "sprints" });
export const sprint = (id: SprintId) => call<SprintPage>({ type: "sprint", id });
export const review = (sprint: SprintId) => call<Review>({ type: "review", sprint });
export const followUp = (sprint: SprintId) => call<FollowUp>({ type: "followUp", sprint });
/** What a document is called and what goes out with it, before it is laid out or written. */
export const document = (report: Report, privateNotes: boolean) =>
  call<Pick<Laid, "title" | "goesOut">>({ type: "document", report, privateNotes });

export const createProduct = (name: string) => call<Snapshot>({ type: "createProduct", name });
export const openProduct = (id: string) => call<Snapshot>({ type: "openProduct", id });
export const openSample = () => call<Snapshot>({ type: "openSample" });
export const openFile = (file: number) => call<Snapshot>({ type: "openFile", file: file });
export const closeProduct = () => call<Start>({ type: "closeProduct" });
export const previewImport = (file: number, options: ImportOptions) =>
  call<ImportPreview>({ type: "previewImport", file: file, options });
export const importFile = (file: number, options: ImportOptions) =>
  call<ImportDone>({ type: "import", file: file, options });
export const erasePerson = (id: StakeholderId) => call<Erased>({ type: "erasePerson", id });
export const progress = () => call<TaskProgress>({ type: "progress" });
export const stopImport = () => call<TaskProgress>({ type: "stopImport" });
export const importThroughput = (file: number) =>
  call<Outcome>({ type: "importThroughput", file: file });
export const importHolidays = (file: number) => call<Outcome>({ type: "importHolidays", file });
export const exportTo = (target: number, format: ExportFormat, privateNotes: boolean) =>
  call<Exported>({ type: "export", target, format, privateNotes });
/** A document as pages: wide ones for showing without a paper. */
export const pages = (report: Report, paper: Paper | null, privateNotes: boolean) =>
  call<Laid>({ type: "pages", report, paper, privateNotes });
export const writeDocument = (
  target: number,
  report: Report,
  format: DocumentFormat,
  privateNotes: boolean,
) => call<Written>({ type: "writeDocument", target, report, format, privateNotes });

export const backups = (id: string) => call<Backups>({ type: "backups", id });
export const restore = (id: string, backup: string) => call<Snapshot>({ type: "restore", id, backup });
export const readable = (id: string) => call<Readable>({ type: "readable", id });
export const exportReadable = (id: string, target: number) =>
  call<Exported>({ type: "exportReadable", id, target });
