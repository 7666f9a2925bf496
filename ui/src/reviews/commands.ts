// The actions of the Reviews screen.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { pack } from "./pack.svelte";
import { reviews, VIEWS } from "./reviews.svelte";

const LABELS = { sprints: "rv-command-sprints", pack: "rv-command-pack", after: "rv-command-after" };

/** Whether the pages of a pack are on the screen and nothing covers them. */
const onPack = () =>
  product.isOpen && shell.screen === "reviews" && reviews.view === "pack" && pack.page !== null && !pack.presenting;

const ofPack = (command: Omit<Command, "group" | "when">): Command => ({ ...command, group: "review", when: onPack });

export const reviewCommands: Command[] = [
  {
    id: "go-reviews",
    label: "rv-command-go",
    keys: ["$mod+5"],
    group: "general",
    when: () => product.isOpen,
    run: () => (shell.screen = "reviews"),
    whileWriting: true,
  },
  ...VIEWS.map((view): Command => ({
    id: `reviews-${view}`,
    label: LABELS[view],
    keys: [],
    group: "review",
    when: () => product.isOpen,
    run: () => reviews.open(view),
  })),
  ofPack({ id: "present-review", label: "rv-command-present", keys: ["p"], run: () => (pack.presenting = true) }),
  ofPack({ id: "edit-page", label: "rv-command-edit", keys: ["e"], run: () => (pack.editing = true) }),
  ofPack({ id: "next-page", label: "rv-command-next", keys: ["ArrowRight"], run: () => pack.goTo(pack.at + 1), repeats: true, keyOnly: true }),
  ofPack({ id: "previous-page", label: "rv-command-previous", keys: ["ArrowLeft"], run: () => pack.goTo(pack.at - 1), repeats: true, keyOnly: true }),
  ofPack({ id: "plan-review", label: "rv-command-plan", keys: [], run: () => shell.open("planReview") }),
  ofPack({ id: "print-review", label: "rv-command-print", keys: ["$mod+p"], run: () => shell.open("printReview") }),
  ofPack({ id: "write-review", label: "rv-command-export", keys: [], run: () => pack.write() }),
];
