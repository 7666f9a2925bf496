// Which component stands behind each name that the frame knows. A screen that is missing here does
// not exist yet, and nothing offers it.

import type { Component } from "svelte";
import SplitDialog from "./backlog/SplitDialog.svelte";
import PairDialog from "./decisions/PairDialog.svelte";
import KeepDialog from "./forecast/KeepDialog.svelte";
import KeptDialog from "./forecast/KeptDialog.svelte";
import GoalDialog from "./goal/GoalDialog.svelte";
import HistoryDialog from "./history/HistoryDialog.svelte";
import ExportDialog from "./product/ExportDialog.svelte";
import ImportDialog from "./importing/ImportDialog.svelte";
import CaptureDialog from "./inbox/CaptureDialog.svelte";
import KeysDialog from "./keys/KeysDialog.svelte";
import DocumentDialog from "./parts/DocumentDialog.svelte";
import Palette from "./palette/Palette.svelte";
import ProductMenu from "./product/ProductMenu.svelte";
import SettingsDialog from "./product/SettingsDialog.svelte";
import EndDialog from "./reviews/EndDialog.svelte";
import PlanDialog from "./reviews/PlanDialog.svelte";
import PrintReview from "./reviews/PrintReview.svelte";
import SelectDialog from "./reviews/SelectDialog.svelte";
import type { DialogName } from "./shell.svelte";
import ConflictDialog from "./stakeholders/ConflictDialog.svelte";
import ContactDialog from "./stakeholders/ContactDialog.svelte";
import EraseDialog from "./stakeholders/EraseDialog.svelte";
import MergeDialog from "./stakeholders/MergeDialog.svelte";
import PersonDialog from "./stakeholders/PersonDialog.svelte";
import PrintDialog from "./stakeholders/PrintDialog.svelte";
import FirstRun from "./start/FirstRun.svelte";

type DialogComponent = Component<{ close: () => void }>;

/** What is shown while no product is open. */
export const startScreen: Component | null = FirstRun;

/** The menu that opens from the product's tile. */
export const productMenu: Component<{ close: () => void }> | null = ProductMenu;

/** Dialogs by name; each is mounted while it is open and calls `close`. */
export const dialogs: Partial<Record<DialogName, DialogComponent>> = {
  conflict: ConflictDialog,
  contact: ContactDialog,
  capture: CaptureDialog,
  dates: SettingsDialog,
  document: DocumentDialog,
  endSprint: EndDialog,
  erasePerson: EraseDialog,
  export: ExportDialog,
  goal: GoalDialog,
  history: HistoryDialog,
  import: ImportDialog,
  keepForecast: KeepDialog,
  keptForecast: KeptDialog,
  keys: KeysDialog,
  mergePeople: MergeDialog,
  pair: PairDialog,
  palette: Palette,
  people: SettingsDialog,
  person: PersonDialog,
  planReview: PlanDialog,
  printPerson: PrintDialog,
  printReview: PrintReview,
  selectItems: SelectDialog,
  settings: SettingsDialog,
  split: SplitDialog,
  sprints: SettingsDialog,
};
