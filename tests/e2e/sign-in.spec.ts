import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Page } from "playwright";
import { whyNoBrowser } from "../../build/desktop/real-browser.mjs";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { rare } from "../long-form.ts";
import {
  changePin,
  chooseCard,
  choosePasscode,
  enterCode,
  enterPasscode,
  enterPinTwice,
  expectCards,
  expectHeading,
  firstCardId,
} from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { PASSWORD, STRANGER, test } from "./sign-in-fixtures.ts";
import { expectNowhere, notedTokens, noteTokens } from "./sign-in-secrets.ts";

// The real way of a sign-in: the app opens the page with the system's `xdg-open`, in a real Chromium somebody fills in the
// form of a real provider, and the app goes on by itself (docs/sign-in.md).

const why = whyNoBrowser();
test.skip(why !== null, `SKIPPED: no real browser, so nobody signs in. ${why}`);

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const begin = (page: Page) => press(page, "Sign in with your browser");
const expectState = (page: Page, state: string) => expect(page.locator(`main[data-state="${state}"]`)).toBeVisible();

/** On the provider's page. */
async function fillIn(bankPage: Page, name: string, password = PASSWORD): Promise<void> {
  await bankPage.getByLabel("Name").fill(name);
  await bankPage.getByLabel("Password").fill(password);
  await press(bankPage, "Sign in");
}

/** The second step too. @returns the authorization code, which the browser brought back */
async function signInThere(bankPage: Page, name = "Ada Single"): Promise<string> {
  await fillIn(bankPage, name);
  await press(bankPage, "Confirm");
  return codeOf(bankPage);
}

async function codeOf(bankPage: Page): Promise<string> {
  await expectHeading(bankPage, "You are signed in");
  return new URL(bankPage.url()).searchParams.get("code") ?? "";
}

/** From the screen that asks for a code to the cards. */
async function connect(page: Page, sandbox: { inbox: () => Promise<readonly { code: string }[]> }): Promise<void> {
  await expectHeading(page, "Enter the code");
  await enterCode(page, (await sandbox.inbox()).at(-1)?.code);
  await choosePasscode(page);
  await expectCards(page);
}

test.describe("with pushed requests and tokens that are bound to a key", () => {
  test.use({
    bank: { provider: { dpop: "required", par: "required" }, backend: {}, app: { acr_values: [] } },
  });

  test("cancelled, signed in, again more strongly, and once more in the middle of a change: the PIN is changed, and no secret is left behind", async ({
    launchApp,
    realBrowser,
    bankServers,
    sandbox,
    profile,
  }) => {
    const running = await launchApp();
    const { app, page } = running;
    await noteTokens(app);

    await begin(page);
    await expectState(page, "sign-in-waiting");
    await press(await realBrowser.opened(), "Cancel");
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SIGN_IN_DENIED");

    await begin(page);
    const first = await realBrowser.opened();
    await fillIn(first, "Ada Single", "wrong");
    await expect(first.getByRole("alert")).toBeVisible();
    await fillIn(first, "Ada Single");
    const codes = [await codeOf(first)];
    await expectHeading(page, "Link this computer");

    await page.getByRole("textbox", { name: "Name of this computer" }).fill("Ada's computer");
    await press(page, "Send the code");
    await expectState(page, "sign-in-again");
    await begin(page);
    codes.push(await signInThere(await realBrowser.opened()));
    await connect(page, sandbox);
    await expect(page.getByTestId("standing")).toHaveText("This computer is linked as “Ada's computer”");

    const cardId = await firstCardId(page);
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });

    await press(page, "Back to your cards");
    await expectCards(page);
    await chooseCard(page);
    await enterPinTwice(page, "2846");
    const key = await sandbox.addFault({ operation: "pin_key", kind: "hold" });
    await enterPasscode(page);
    await sandbox.reached(key);
    await bankServers.leadToAnother({ OIDC_AUDIENCE: "https://another.example" }); // to which this token says nothing
    await sandbox.release(key);
    await expectState(page, "sign-in-browser-failed");
    bankServers.leadBack();
    await begin(page);
    const anew = await realBrowser.opened();
    await fillIn(anew, "Ada Single"); // whom the browser knows may be anybody by now
    codes.push(await codeOf(anew));
    await expectState(page, "paused-change");
    await press(page, "Send the new PIN");
    await expectState(page, "sign-in-again"); // without the second step
    await begin(page);
    codes.push(await signInThere(await realBrowser.opened()));
    await expectState(page, "paused-change");
    expect(await sandbox.hasPin(cardId, "2846")).toEqual({ matches: false, changes: 1 });
    await press(page, "Send the new PIN");
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "2846")).toEqual({ matches: true, changes: 2 });

    const tokens = await notedTokens(app);
    expect(tokens).toHaveLength(4);
    await expectNowhere([...tokens, ...codes], running, { profile, logged: bankServers.logged() });
  });
});

test.describe("with requests in the address, answers in a form, and tokens that are not bound", () => {
  test.use({
    bank: { provider: { dpop: "off", par: "off" }, backend: { OIDC_DPOP: "off" }, app: { response_mode: "form_post" } },
  });

  test(
    "a PIN is changed; after a lock the bank asks anew; who comes next sees only their own; nobody's account leads nowhere",
    rare,
    async ({ launchApp, realBrowser, sandbox }) => {
      const { app, page } = await launchApp();
      await begin(page);
      await signInThere(await realBrowser.opened());
      await press(page, "Send the code");
      await connect(page, sandbox);
      const cardId = await firstCardId(page);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
      await press(page, "Back to your cards");
      await expectCards(page);

      await app.evaluate(({ powerMonitor }) => powerMonitor.emit("lock-screen"));
      await expect(page.getByTestId("locked-notice")).toBeVisible();
      await begin(page);
      const asked = await realBrowser.opened();
      await expect(asked.getByLabel("Name")).toHaveValue("Ada Single"); // the browser's session lives, and does not do
      await expect(asked.getByLabel("Password")).toBeFocused();
      await expectState(page, "sign-in-waiting");
      await signInThere(asked, "Victor Many");
      await expectHeading(page, "Link this computer");
      await expect(page.getByText("Signed in as Victor Many")).toBeVisible();
      await press(page, "Change a PIN without linking");
      await expectCards(page);
      expect(await firstCardId(page)).not.toBe(cardId);

      await press(page, "Not you?");
      await expectState(page, "sign-in-browser");
      await press(page, "Use another login");
      const choosing = await realBrowser.opened();
      await expect(choosing.getByLabel("Name")).toHaveValue("");
      await fillIn(choosing, STRANGER);
      await press(choosing, "Confirm");
      await expectState(page, "sign-in-no-cardholder");
      await press(page, "Use another login");
      await signInThere(await realBrowser.opened());
      await expectCards(page);
      expect(await firstCardId(page)).toBe(cardId);
    },
  );
});

// The listener is asked all of it in tests/unit/sign-in/browser/answers-refused.test.ts, too.
test(
  "what does not come from the bank, or not at all: the wait goes on or ends with its reason, and one listener at most waits",
  rare,
  async ({ launchApp, realBrowser, provider, profile, servers }) => {
    const { app, page } = await launchApp();
    await expectState(page, "sign-in-browser");
    const main = app.process().pid ?? 0;
    const before = listeners(main);
    provider.faults.isAway = true;
    await begin(page);
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SIGN_IN_UNAVAILABLE");
    provider.faults.isAway = false;
    await expect.poll(() => listeners(main)).toBe(before);

    provider.faults.callback.iss = "https://login.evil.example";
    /** Signs in there, for as often as it is opened: nobody has signed in with this start of the app. */
    const signInAs = async (opened: Page) => {
      await fillIn(opened, "Ada Single");
      await press(opened, "Confirm");
      return opened;
    };
    await begin(page);
    await expectHeading(await signInAs(await realBrowser.opened()), "There is nothing here");
    delete provider.faults.callback.iss;
    provider.faults.callback.state = "made-up";
    await press(page, "Open the page again");
    await expectHeading(await signInAs(await realBrowser.opened()), "There is nothing here");
    delete provider.faults.callback.state;
    await expectState(page, "sign-in-waiting");

    await startAgain(profile, servers.backendUrl);
    expect(listeners(main)).toBe(before + 1);
    await press(page, "Copy the link");
    await expect(page.getByText("The link was copied.")).toBeVisible();
    const link = await app.evaluate(({ clipboard }) => clipboard.readText());
    await expectHeading(await signInAs(await realBrowser.paste(link)), "You are signed in");
    await expectHeading(page, "Link this computer");

    await press(page, "Sign out");
    await expectState(page, "sign-in-browser");
    await begin(page);
    const late = await realBrowser.opened();
    await page.reload();
    await expectState(page, "sign-in-browser");
    await expect.poll(() => listeners(main)).toBe(before);
    await signInAs(late); // and is sent back to where nobody listens
    await expect.poll(() => late.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback|^chrome-error:/);
    await expectState(page, "sign-in-browser");
    await app.close();

    await realBrowser.forget();
    const { page: alone } = await launchApp("--sign-in-patience-ms=2000");
    await begin(alone);
    await expect(alone.getByRole("main").getByTestId("failure")).toContainText("ERR_SIGN_IN_EXPIRED");
    await begin(alone);
    await alone.keyboard.press("Escape");
    await expectState(alone, "sign-in-browser");
  },
);

/** The app once more, on the same profile: it shows the first one's window, and ends. */
async function startAgain(profile: string, backendUrl: string): Promise<void> {
  const electron = await installedElectron();
  const args = [process.cwd(), `--user-data-dir=${profile}`, `--backend=${backendUrl}`];
  const [code] = await once(spawn(electron?.executable ?? "", args, { stdio: "ignore" }), "exit");
  expect(code).toBe(0);
}

/** How many TCP ports of this computer a process listens at (proc_net(5), proc_pid_fd(5)). */
function listeners(pid: number): number {
  const sockets = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return ""; // closed meanwhile
    }
  });
  const own = new Set(sockets.map((name) => /^socket:\[(\d+)\]$/.exec(name)?.[1]));
  const LISTEN = "0A";
  const rows = readFileSync("/proc/net/tcp", "latin1")
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  return rows.filter((row) => row[3] === LISTEN && own.has(row[9])).length;
}
