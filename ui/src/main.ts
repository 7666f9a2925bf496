import "@fontsource-variable/inter/opsz.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import { mount, unmount } from "svelte";
import App from "./App.svelte";
import * as api from "./core/api";
import { failureOf } from "./core/connect";
import LoadingList from "./frame/LoadingList.svelte";
import { product } from "./product.svelte";
import { isLost, recovery } from "./recovery/recovery.svelte";
import { shell } from "./shell.svelte";
import { useWords } from "./words";

async function start() {
  const target = document.getElementById("app")!;
  const loading = mount(LoadingList, { target, props: { alone: true } });
  try {
    const start = await api.start();
    useWords(start.words);
    shell.version = start.version;
    shell.products = start.products;
    shell.current = start.current;
    if (start.snapshot) product.take(start.snapshot);
    if (start.failure && start.unopened !== null && isLost(start.failure)) {
      recovery.begin(start.unopened, start.failure);
    } else if (start.failure) {
      shell.fail(start.failure);
    }
  } catch (error) {
    shell.fail(failureOf(error), () => location.reload());
  }
  await unmount(loading);
  mount(App, { target });
}

void start();
