import { ask, grid, openPage, openWith, row, send } from "../backlog.js";
import { test } from "../cairn.js";

/** Figures, not claims: `FIGURES=1 npm test -- figures` prints them. */
test("scrolling and moving among ten thousand items @figures", async ({ page }) => {
  test.setTimeout(180_000);
  await openWith(page, []);
  const rows = Array.from({ length: 10_000 }, (_, at) => `${at + 1},Open item ${at + 1}`);
  const { token } = await send(page, "many.csv", `ID,Title\n${rows.join("\n")}\n`);
  await ask(page, { type: "import", file: token as never, options: { columns: {}, states: {} } });
  const opening = Date.now();
  await openPage(page);
  await row(page, 1).waitFor();
  const opened = Date.now() - opening;
  await page.waitForTimeout(1_000);

  const scrolled = await grid(page).evaluate(async (list) => {
    const long: number[] = [];
    const observer = new PerformanceObserver((entries) => long.push(...entries.getEntries().map((one) => one.duration)));
    observer.observe({ type: "longtask", buffered: false });
    const frames: number[] = [];
    let last = performance.now();
    for (let at = 0; at < 180; at++) {
      list.scrollTop += at < 120 ? 160 : 4_000;
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - last);
      last = performance.now();
    }
    await new Promise((done) => setTimeout(done, 300));
    observer.disconnect();
    frames.sort((a, b) => a - b);
    const at = (share: number) => Math.round(frames[Math.floor((frames.length - 1) * share)]!);
    return { frames: frames.length, p50: at(0.5), p95: at(0.95), worst: at(1), long: long.map(Math.round) };
  });

  await grid(page).focus();
  await page.keyboard.press("End");
  await row(page, 10_000).waitFor();
  const moving = Date.now();
  await page.keyboard.press("Alt+ArrowUp");
  await row(page, 9_999).filter({ hasText: "Open item 10000" }).waitFor();
  console.log(JSON.stringify({ openedMs: opened, scrolled, movedMs: Date.now() - moving }));
});
