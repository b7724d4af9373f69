// Changes a PIN over the bridge of the development build, and notes when each step is done. A process of its own, because Playwright exits
// at once on a stop signal. Called by change-steps.ts with the addresses of backend and sandbox, the app's folder, and how many changes.
import process from "node:process";
import { _electron, type ElectronApplication, type Page } from "playwright";
import type { WindowBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { BridgeEvent } from "../../src-contract/bridge/events.ts";
import { root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import type { ChangeSteps } from "./change-steps.ts";

const customer = "Ada Single";
const passcode = "Rain on 7 roofs";

/** By the name of what happened, in milliseconds since the epoch: the window's clock and main's agree. */
type Moments = Record<string, number>;
type Watched = typeof globalThis & { moments: Moments };
type Window = typeof globalThis & { bridge: WindowBridge };

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
    await page.getByRole("button", { name: customer, exact: true }).waitFor();
    const cardId = await bind(page, sandboxUrl);
    await watch(app);
    const measured: ChangeSteps[] = [];
    for (let change = 0; change < Number(changes); change += 1) {
      const told = await changePin(page, cardId, `73${10 + (change % 80)}`);
      measured.push(stepsOf({ ...(await app.evaluate(() => (globalThis as Watched).moments)), ...told }));
    }
    process.send?.(measured);
  } finally {
    await app.close();
  }
}

/** Links this computer. @returns a card's id */
async function bind(page: Page, sandboxUrl: string): Promise<string> {
  await page.evaluate(async (name) => {
    const { bridge } = globalThis as Window;
    await bridge.signIn(name);
    await bridge.requestCode("A computer");
  }, customer);
  const inbox = await fetch(`${sandboxUrl}/sandbox/inbox`);
  const { messages } = (await inbox.json()) as { messages: { code: string }[] };
  return page.evaluate(
    async ([code, entered]) => {
      const { bridge } = globalThis as Window;
      const bytes = (text: string) => new TextEncoder().encode(text);
      await bridge.confirmCode(bytes(code));
      await bridge.setPasscode(bytes(entered));
      const cards = await bridge.listCards();
      return (cards.ok && cards.value.cards[0]?.id) || "";
    },
    [messages[0]?.code ?? "", passcode] as const,
  );
}

/** Has main note when a derivation begins and ends, and what it tells the window of a change. */
const watch = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const moments: Moments = {};
    (globalThis as Watched).moments = moments;
    const note = (what: string) => {
      moments[what] = performance.timeOrigin + performance.now();
    };
    process.on("worker", (worker) => {
      note("deriving");
      worker.once("message", () => note("derived"));
    });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const send = contents?.send;
    if (contents === undefined || send === undefined) throw new Error("there is no window");
    contents.send = (channel: string, event: BridgeEvent) => {
      if (event.type === "pin-change-stage") note(event.value);
      send.call(contents, channel, event);
    };
  });

/** @returns when the window asked, and when it was answered */
const changePin = (page: Page, cardId: string, pin: string): Promise<Moments> =>
  page.evaluate(
    async ([card, entered, digits]) => {
      const { bridge } = globalThis as Window;
      const bytes = (text: string) => new TextEncoder().encode(text);
      const now = () => performance.timeOrigin + performance.now();
      await bridge.beginPinEntry();
      const asked = now();
      const unlock = await bridge.enterPasscode(bytes(entered), card);
      const unlocked = now();
      const change = await bridge.changePin(card, bytes(digits), "signed");
      const answered = now();
      if (!unlock.ok || !change.ok || change.value.outcome !== "changed") throw new Error("the PIN was not changed");
      return { asked, unlocked, answered };
    },
    [cardId, passcode, pin] as const,
  );

function stepsOf(moments: Moments): ChangeSteps {
  const between = (from: string, to: string) => (moments[to] ?? Number.NaN) - (moments[from] ?? Number.NaN);
  return {
    attempt: between("asked", "deriving"),
    derivation: between("deriving", "derived"),
    unlocked: between("derived", "unlocked"),
    encrypted: between("fetching-key", "encrypted"),
    signed: between("encrypted", "signed"),
    handedOver: between("signed", "sent"),
    answered: between("sent", "answered"),
    whole: between("asked", "answered"),
  };
}

await main();
