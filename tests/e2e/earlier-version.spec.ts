// What version 0.1 left on a computer still works: its settings, its keys, and the promise to say what became of a PIN change.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Page } from "playwright";
import {
  copyKeptProfile,
  ORIGIN,
  PASSCODE,
  readKeptDevices,
  readKeptEntries,
  startOnKeptDatabase,
} from "../fixtures/version-0.1.ts";
import {
  chooseCard,
  enterPasscode,
  enterPinTwice,
  expectCards,
  expectHeading,
  firstCardId,
  signIn,
} from "./cardholder.ts";
import { changeSettings, settingsOf } from "./change-settings.ts";
import { test as base, expect, type RunningApp } from "./fixtures.ts";

base.skip(
  process.platform !== "linux",
  "SKIPPED: the keys of then would go into the keychain of whoever runs the tests.",
);

interface Fixtures {
  /** Starts today's app on the profile of then. */
  readonly open: () => Promise<RunningApp>;
  /** The same, after a start in which the settings were changed to English. */
  readonly openInEnglish: () => Promise<RunningApp>;
}

const test = base.extend<Fixtures>({
  servers: async ({ folder }, use) => {
    const servers = await startOnKeptDatabase("ended", folder);
    await use({ backendUrl: servers.backendUrl(), sandboxUrl: servers.sandboxUrl });
    await servers.close();
  },

  keyring: async ({ startKeyring }, use) => {
    const keyring = await startKeyring("keyring");
    await putEntries(keyring.env);
    await use(keyring);
  },

  open: async ({ folder, launch, sandbox, servers }, use) => {
    await copyKeptProfile(path.join(folder, "profile"));
    const [ada, victor] = readKeptDevices();
    await sandbox.addDevice("Ada Single", ada?.name ?? "", ada);
    await sandbox.addDevice("Victor Many", victor?.name ?? "", victor);
    // The app is told the address of then; below it, Chromium reaches the backend where it is. So no port has to be free.
    const mapping = `MAP ${new URL(ORIGIN).host} ${new URL(servers.backendUrl).host}`;
    await use(() => launch({ backendUrl: ORIGIN, args: [`--host-resolver-rules=${mapping}`] }));
  },

  openInEnglish: async ({ open }, use) => {
    await use(async () => {
      const first = await open();
      await changeSettings(first.page, { language: "en", keypad: "off" });
      await first.app.close();
      return open();
    });
  },
});

test("settings and the window's place are as they were", async ({ open }) => {
  const { app, page } = await open();
  const { settings } = await settingsOf(page);
  expect(settings).toMatchObject({ language: "de", theme: "dark", keypad: "shuffled" });
  expect(settings).toMatchObject({ hidesFromCapture: false, softwareRendering: false });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toEqual({ x: 130, y: 90, width: 640, height: 560 });
});

test("the change that was open is told as the ledger has it, once, and nothing is sent for it", async ({
  open,
  sandbox,
}) => {
  const first = await open();
  await signIn(first.page, "Ada Single");
  await expectState(first.page, "outcome-changed");
  await first.app.close();
  const second = await open();
  await signIn(second.page, "Ada Single");
  await expectState(second.page, "cards");
  for (const operation of ["pin_update", "sca_pin_update", "create_device"]) {
    expect(await sandbox.arrivals(operation)).toBe(0);
  }
});

test("the computer is bound, and its passcode still changes the PIN", async ({ openInEnglish, sandbox }) => {
  const { page } = await openInEnglish();
  await signIn(page, "Ada Single");
  await page.getByRole("button", { name: "Back to your cards" }).click(); // the open change was told
  await expectCards(page);
  const cardId = await firstCardId(page);
  await chooseCard(page);
  await enterPinTwice(page, "7305");
  await enterPasscode(page, PASSCODE);
  await expectHeading(page, "Your PIN was changed");
  expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  expect(await sandbox.arrivals("create_device")).toBe(0);
});

test("a binding that was cut off at its last step finishes by itself", async ({ open, sandbox }) => {
  const { page } = await open();
  await changeSettings(page, { language: "en", keypad: "off" });
  await page.reload(); // nobody has chosen that in the window
  await signIn(page, "Victor Many");
  await expectCards(page); // the last step is done without being asked for
  expect(await sandbox.arrivals("create_device")).toBe(0);
  await chooseCard(page);
  await enterPinTwice(page, "7305");
  await enterPasscode(page, PASSCODE);
  await expectHeading(page, "Your PIN was changed");
});

const expectState = (page: Page, state: string) => expect(page.locator("main")).toHaveAttribute("data-state", state);

/** Puts the entries of then into a keyring, with the library that the app uses. */
async function putEntries(env: Record<string, string>): Promise<void> {
  const script = `
    const keytar = require("keytar");
    (async () => {
      for (const { service, account, password } of JSON.parse(process.argv[1]))
        await keytar.setPassword(service, account, password);
    })();`;
  const child = spawn(process.execPath, ["-e", script, JSON.stringify(readKeptEntries())], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}
