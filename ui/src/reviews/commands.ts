// The actions of the Reviews screen.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { reviews, VIEWS } from "./reviews.svelte";

const LABELS = { sprints: "rv-command-sprints", pack: "rv-command-pack", after: "rv-command-after" };

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
];
