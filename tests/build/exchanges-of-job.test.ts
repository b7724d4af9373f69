import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createCore } from "../../src-main/core.ts";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { ascii } from "../unit/by-hand.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { exchanges } from "./cost-limits.ts";

const passcode = () => ascii("Rain on 7 roofs");

it("each step of the main job asks the backend no more than it did", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-exchanges-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const servers = await startServersHere(folder);
  onTestFinished(() => servers.close());
  const sandbox = controlSandbox(servers.sandboxUrl);
  const computer = createFakeComputer();
  let asked: string[] = [];
  const session = sessionOf((url, init) => {
    asked.push(`${init?.method ?? "GET"} ${new URL(url).pathname}`);
    return fetch(url, init);
  });
  const { handlers } = createCore(
    coreOptions({
      folder: computer.folder,
      keychain: computer.keychain,
      sessions: { ordinary: session, once: session, signIn: session, updates: session },
      config: { ...usualConfig, backendOrigin: servers.backendUrl() },
    }),
  );
  const code = async () => ascii((await sandbox.inbox())[0]?.code ?? "");
  let cardId = "";
  /** What the window calls in each step, in this order. */
  const steps: Record<keyof typeof exchanges, () => Promise<unknown>> = {
    "the first screen, with the demonstration's names": () => handlers.getOverview(),
    "signing in": () => handlers.signIn("Ada Single"),
    "looking before linking": () => Promise.all([handlers.listDevices(false), handlers.listCards()]),
    "asking for a code": () => handlers.requestCode("A computer"),
    "entering the code": async () => handlers.confirmCode(await code()),
    "setting the passcode": () => handlers.setPasscode(passcode()),
    "the cards": async () => {
      cardId = (await handlers.listCards()).cards[0]?.id ?? "";
    },
    "choosing a card": () => handlers.beginPinEntry(),
    "changing the PIN, from the passcode on": async () => {
      await handlers.enterPasscode(passcode(), cardId);
      const { outcome } = await handlers.changePin(cardId, ascii("7305"), "signed");
      expect(outcome).toBe("changed");
    },
    "leaving the result": () => handlers.endPinChange(),
  };
  const found: Record<string, number> = {};
  const named: string[] = [];
  for (const [step, run] of Object.entries(steps)) {
    asked = [];
    await run();
    found[step] = asked.length;
    named.push(`${step}: ${asked.join(", ")}`);
  }
  const changed =
    "It costs each cardholder's wait. If a step needs another one, write it into tests/build/cost-limits.ts and say why.";
  expect(found, `${changed}\n${named.join("\n")}`).toEqual(exchanges);
});
