// The actions of the Backlog screen.

import type { Command } from "../commands";

export const backlogCommands: Command[] = [];
