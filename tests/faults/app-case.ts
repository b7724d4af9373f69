import { appendFile } from "node:fs/promises";
import path from "node:path";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { SandboxControl } from "../../src-testing/sandbox-control.ts";
import { type RunningServers, startServersHere } from "../../src-testing/servers-here.ts";
import { test as base, expect, type LaunchOptions, type RunningApp } from "../e2e/fixtures.ts";
import { answerTan, beginChange, bindByTheWords, must, wordOf } from "./cardholder.ts";
import { asExpected, createFindings, leaveResult } from "./case-result.ts";
import { changeSimply, nextPin, sendAgain } from "./change-case.ts";
import { countJournal } from "./core-app.ts";
import { bridgeOf, hasAsked, privateKeysInKeyring } from "./electron-bridge.ts";
import { type Line, openLine } from "./line.ts";
import { CODE, findSecrets, secretsOf } from "./secrets.ts";

const PERSON = "Ada Single";

/** The real app with somebody signed in. */
export interface LaunchedApp {
  readonly bridge: DesktopBridge;
  readonly running: RunningApp;
}

/** What a case has at hand. */
export interface AppFixture {
  readonly folder: string;
  readonly sandbox: SandboxControl;
  readonly keyring: Keyring;
  /** Starts the app on the one profile, again and again. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** Ends the keyring and starts it again: unlocked, with the same entries. */
  readonly unlockKeyring: () => Promise<LaunchOptions>;
  readonly pin: string;
  readonly cardId: (app: LaunchedApp) => Promise<string>;
}

/** A case in which the app itself is at fault, or what it stands on. */
export interface AppCase {
  readonly name: string;
  /** Lets it happen. @returns the app as it runs then, and what was told */
  readonly act: (fixture: AppFixture) => Promise<{ readonly app: LaunchedApp; readonly told: readonly string[] }>;
  readonly told: readonly string[];
  readonly pin: "new" | "old";
  /** How the PIN is changed once more afterwards; by the ways that need it the computer is bound for that. */
  readonly again?: PinChangeRoute;
}

interface Keyring {
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

interface Fixtures {
  readonly ownKeyring: Keyring;
  readonly line: Line;
  readonly faultServers: RunningServers;
}

/** Servers whose output is kept, behind a line that keeps what was sent. */
const test = base.extend<Fixtures>({
  faultServers: async ({ folder }, use) => {
    const servers = await startServersHere(folder);
    await use(servers);
    await servers.close();
  },
  line: async ({ faultServers }, use) => {
    const line = await openLine(faultServers.backendUrl);
    await use(line);
    await line.close();
  },
  ownKeyring: async ({ startKeyring }, use) => {
    // Elsewhere than on Linux it is the system's own keychain.
    const system: Keyring = { env: {}, close: async () => undefined };
    await use(process.platform === "linux" ? await startKeyring("keyring") : system);
  },
  keyring: async ({ ownKeyring }, use) => use(ownKeyring),
  servers: async ({ faultServers, line }, use) => {
    await use({ backendUrl: line.url, sandboxUrl: faultServers.sandboxUrl });
  },
});

export { test };

/** One test: the case; everything again that was sent in it; another change; and the search for secrets. */
export function testApp({ name, act, told, pin: expected, again = "signed" }: AppCase): void {
  test(name, async ({ folder, ownKeyring, launch, line, faultServers, sandbox, startKeyring }) => {
    const { findings, expectSame } = createFindings(name);
    const apps: LaunchedApp[] = [];
    let { env } = ownKeyring;
    await sandbox.settings({ code: CODE });
    const fixture: AppFixture = {
      folder,
      sandbox,
      keyring: ownKeyring,
      launch: async (options) => {
        const running = await launch(options);
        const app = { running, bridge: bridgeOf(running.page) };
        apps.push(app);
        await hasAsked(running.page);
        must(await app.bridge.signIn(PERSON));
        return app;
      },
      unlockKeyring: async () => {
        await ownKeyring.close();
        ({ env } = await startKeyring("keyring"));
        return { keyringEnv: env };
      },
      pin: nextPin(),
      cardId: async ({ bridge }) => must(await bridge.listCards()).cards[0]?.id ?? "",
    };
    try {
      const { app, told: seen } = await act(fixture);
      const { bridge } = app;
      expectSame("told", seen, told);
      await sandbox.clearFaults();
      const cardId = await fixture.cardId(app);
      const after = await sandbox.hasPin(cardId, fixture.pin);
      expectSame("pin", after.matches ? "new" : "old", expected);
      findings.doubles += Math.max(0, after.changes - 1);

      await sendAgain(
        faultServers,
        line.sent.filter(({ path: to }) => to.includes("/pin-change")),
      );
      const replayed = (await sandbox.hasPin(cardId, fixture.pin)).changes;
      findings.doubles += replayed - after.changes;
      must(await bridge.endPinChange());
      expectSame("journal", await countJournal(path.join(folder, "profile", "changes")), 0);

      if (again !== "sms") await bindByTheWords(bridge);
      const next = nextPin();
      expectSame("another change", await changeSimply(bridge, again, cardId, next), "changed");
      const end = await sandbox.hasPin(cardId, next);
      expectSame("its PIN", end.matches, true);
      findings.doubles += Math.max(0, end.changes - replayed - 1);
      const devices = (await sandbox.devices()).filter(({ deleted, verified, person_name }) => {
        return person_name === PERSON && verified && !deleted;
      });
      const keys = devices.flatMap(({ key_purposes: purposes }) => purposes.filter((one) => one === "restricted"));
      findings.doubles += Math.max(0, devices.length - 1) + Math.max(0, keys.length - devices.length);
    } catch (error) {
      findings.wrong.push(`did not come to its end: ${error instanceof Error ? error.message : error}`);
    }
    const output = path.join(folder, "output", "app.log");
    for (const { running } of apps) {
      await running.app.close(); // it may still tidy up its entries, and one that goes while it is read is an error
      await appendFile(output, running.output());
    }
    const privateKeys = again === "sms" ? [] : await privateKeysInKeyring(env);
    expectSame("private keys to look for", privateKeys.length > 0, again !== "sms");
    findings.secrets.push(...(await findSecrets(folder, secretsOf(line.sent, privateKeys))));
    await leaveResult(findings);
    expect(findings).toEqual({ name, ...asExpected });
  });
}

/** Asks what became of the open change until it is sure, as the window does. @returns the last word */
export async function settled({ bridge }: LaunchedApp): Promise<string> {
  for (;;) {
    const word = wordOf(await bridge.settleOpenChange());
    if (word !== "in-progress") return word;
  }
}

/** A change up to its end; with a TAN where the way has one. @returns all that was told */
export async function wholeChange(fixture: AppFixture, app: LaunchedApp, way: PinChangeRoute): Promise<string[]> {
  const told: string[] = [];
  const word = wordOf(await beginChange(app.bridge, way, await fixture.cardId(app), fixture.pin));
  if (word !== "tan-awaited") return [word];
  await answerTan(app.bridge, [], async (next) => void told.push(next));
  return told;
}
