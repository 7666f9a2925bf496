// The actions of the Forecast screen.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { forecasting } from "./forecast.svelte";

const here = () => product.isOpen && shell.screen === "forecast";

const forecast = (command: Omit<Command, "group">): Command => ({ ...command, group: "forecast" });

export const forecastCommands: Command[] = [
  forecast({ id: "keep-forecast", label: "fc-keep", keys: ["$mod+s"], when: () => here() && forecasting.canKeep, run: () => shell.open("keepForecast"), whileWriting: true }),
  forecast({ id: "write-forecast", label: "document-forecast", keys: [], when: () => here() && forecasting.canKeep, run: () => forecasting.write() }),
  forecast({ id: "copy-forecast", label: "fc-copy", keys: [], when: () => here() && forecasting.canCopy, run: () => void forecasting.copy() }),
];
