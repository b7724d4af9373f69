// Does the main job in the development build, as somebody at a keyboard would, and measures what keeps main and the window from answering. A process
// of its own, because Playwright exits at once on a stop signal. Called by app.ts with the addresses of backend and sandbox, the app's
// folder, and how many changes.
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import type { MeasuredJob } from "./main-job.ts";

const customer = "Ada Single";
const passcode = "Rain on 7 roofs";
/** How long nothing is asked of the app, to see what the machine alone keeps waiting. */
const AT_REST_MS = 3000;
/** How exactly Node looks for blocks, and what it therefore adds to each (perf_hooks: monitorEventLoopDelay). */
const RESOLUTION_MS = 2;

async function main(): Promise<void> {
  const [backendUrl = "", sandboxUrl = "", profile = "", changes = "1"] = process.argv.slice(2);
  const electron = await installedElectron();
  const app = await _electron.launch({
    executablePath: electron?.executable ?? "",
    chromiumSandbox: true,
    args: [root, `--backend=${backendUrl}`, `--user-data-dir=${profile}`, "--code-cool-down-ms=1", "--language=en"],
    env: process.env as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await bind(page, sandboxUrl);
    await watchMain(app);
    await watchFrames(page);
    await worstSoFar(app, page);
    await pause(AT_REST_MS);
    const rest = await worstSoFar(app, page);
    const during: { mainBlock: number; frame: number; enterToChanged: number }[] = [];
    for (let change = 0; change < Number(changes); change += 1) {
      const enterToChanged = await changePin(page, `73${10 + change}`);
      during.push({ ...(await worstSoFar(app, page)), enterToChanged });
      await page.getByRole("button", { name: "Back to your cards" }).click();
      await heading(page, "Your cards");
      await watchFrames(page); // of the page that has been loaded anew
      await worstSoFar(app, page);
    }
    process.send?.({ rest, during } satisfies MeasuredJob);
  } finally {
    await app.close();
  }
}

/** From the first screen to the cards of a computer that is linked. */
async function bind(page: Page, sandboxUrl: string): Promise<void> {
  await page.getByRole("button", { name: customer, exact: true }).click();
  await page.getByRole("button", { name: "Send the code" }).click();
  const code = page.getByRole("textbox", { name: "Code from the text message" });
  await code.waitFor();
  const inbox = await fetch(`${sandboxUrl}/sandbox/inbox`);
  const { messages } = (await inbox.json()) as { messages: { code: string }[] };
  await code.fill(messages[0]?.code ?? "");
  await page.getByRole("button", { name: "Link" }).click();
  await page.getByLabel("Device passcode", { exact: true }).fill(passcode);
  await page.getByLabel("Device passcode again", { exact: true }).fill(passcode);
  await page.getByRole("button", { name: "Set passcode" }).click();
  await page.getByRole("button", { name: "Go to your cards" }).click();
  await heading(page, "Your cards");
}

/** @returns milliseconds from Enter to *Your PIN was changed* */
async function changePin(page: Page, pin: string): Promise<number> {
  await page
    .getByRole("button", { name: /^Change PIN of/ })
    .first()
    .click();
  await page.getByLabel("New card PIN", { exact: true }).fill(pin);
  await page.getByLabel("New card PIN again", { exact: true }).fill(pin);
  await page.getByLabel("Device passcode", { exact: true }).fill(passcode);
  const begun = performance.now();
  await page.keyboard.press("Enter");
  await heading(page, "Your PIN was changed");
  return performance.now() - begun;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

type Watched = typeof globalThis & { blocks?: ReturnType<typeof import("node:perf_hooks").monitorEventLoopDelay> };

/** Has main note how late its loop comes to what is due. */
const watchMain = (app: ElectronApplication) =>
  app.evaluate((_, resolution) => {
    const blocks = process.getBuiltinModule("node:perf_hooks").monitorEventLoopDelay({ resolution });
    blocks.enable();
    (globalThis as Watched).blocks = blocks;
  }, RESOLUTION_MS);

/** Has the page note the longest time between two frames. */
const watchFrames = (page: Page) =>
  page.evaluate(`{
    let last = performance.now();
    window.longestFrame = 0;
    const look = () => {
      const now = performance.now();
      window.longestFrame = Math.max(window.longestFrame, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);

/** The longest block of main's loop, and the longest frame, in milliseconds since this was asked last. */
async function worstSoFar(app: ElectronApplication, page: Page) {
  const mainBlock = await app.evaluate((_, resolution) => {
    const { blocks } = globalThis as Watched;
    const longest = Math.max(0, (blocks?.max ?? 0) / 1e6 - resolution);
    blocks?.reset();
    return longest;
  }, RESOLUTION_MS);
  const frame = (await page.evaluate(
    "{ const longest = window.longestFrame; window.longestFrame = 0; longest; }",
  )) as number;
  return { mainBlock, frame };
}

await main();
