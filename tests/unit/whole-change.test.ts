// The whole way without Electron: the app's own client, keys and encryption, the real backend, the real sandbox.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningBackend, startBackend } from "../../src-backend/start-backend.ts";
import type { PinChangeStep } from "../../src-contract/bridge/views.ts";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { pinChangeRoutes } from "../../src-contract/rules/pin-change-route.ts";
import { createCore } from "../../src-main/core.ts";
import { ownDeviceId } from "../../src-main/keys/enrolment-state.ts";
import { type RunningSandbox, startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { runs } from "../long-form.ts";
import { pinKey } from "../sandbox/partner.ts";
import { ascii } from "./by-hand.ts";
import { coreOptions, sessionOf, usualConfig } from "./core-options.ts";
import { createFakeComputer } from "./fake-computer.ts";

const CHANGES = runs(100, 1000);
/** Another one each time in the long form; the test's name says which. */
const SEED = runs(1928, Date.now() % 2 ** 32);
const generous = { count: 100_000, seconds: 3600 };

let sandbox: RunningSandbox;
let backend: RunningBackend;

/** What the sandbox alone knows, over its control calls. */
async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(sandbox.url + path, init);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
const checkPin = (card_id: string, pin: string) =>
  ask<{ matches: boolean; changes: number }>("POST", "/sandbox/pin-check", { card_id, pin });

beforeEach(async () => {
  sandbox = await startSandbox({ pinKey: await pinKey });
  backend = await startBackend({
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    drainSeconds: 0,
    solaris: {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 7000,
    },
    database: { kind: "sqlite", file: ":memory:" },
    migratesAtStart: true,
    openSecrets: [],
    retention: { pinChangesMs: 90 * 86_400_000, auditMs: 1827 * 86_400_000 },
    policy: {
      pinChangeRoutes,
      acceptedProtectionLevels: ["keychain_passcode"],
      activationLetters: false,
      deviceData: "off",
    },
    limits: {
      pinChanges: generous,
      bindings: generous,
      codes: generous,
      codeChecks: generous,
      letters: generous,
      consents: generous,
      settlements: generous,
      requests: generous,
    },
    changeRequestSeconds: 300,
    demoCustomers: await ask("GET", "/sandbox/customers"),
  });
});
afterEach(async () => {
  await backend.close();
  await sandbox.close();
});

const passcode = () => ascii("Rain on 7 roofs");

/** A cardholder at a computer, signed in. */
async function signIn(name: string) {
  const computer = createFakeComputer();
  const session = sessionOf(fetch);
  const { handlers, enrolment } = createCore(
    coreOptions({
      folder: computer.folder,
      keychain: computer.keychain,
      sessions: { ordinary: session, once: session, signIn: session, updates: session },
      config: { ...usualConfig, backendOrigin: backend.url },
    }),
  );
  await handlers.signIn(name);
  const newestCode = async () => {
    const { messages } = await ask<{ messages: { code: string }[] }>("GET", "/sandbox/inbox");
    return ascii(messages[0]?.code ?? "");
  };
  const bind = async () => {
    await handlers.requestCode("A computer");
    await handlers.confirmCode(await newestCode());
    await handlers.setPasscode(passcode());
  };
  const unlock = (cardId: string | null = null) => handlers.enterPasscode(passcode(), cardId);
  /** What the window does, from the PIN to the end of its change. */
  const change = async (cardId: string, pin: string, route: PinChangeRoute): Promise<PinChangeStep> => {
    if (route !== "sms" && findPinRuleBreach(ascii(pin)) === null) await unlock(cardId);
    const step = await handlers.changePin(cardId, ascii(pin), route);
    const end = step.outcome === "tan-awaited" ? await handlers.confirmTan(await newestCode()) : step;
    await handlers.endPinChange();
    return end;
  };
  const deviceId = () => ownDeviceId(enrolment());
  return {
    handlers,
    bind,
    unlock,
    change,
    deviceId,
    openChanges: computer.openChanges,
    cards: async () => (await handlers.listCards()).cards,
  };
}

/** Numbers that look random and are the same in each run (Numerical Recipes' linear congruence). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the whole way of a PIN", () => {
  it("has an unbound computer unlock nothing, and so sign nothing", async () => {
    const ada = await signIn("Ada Single");
    const [card] = await ada.cards();
    await expect(ada.unlock()).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
    const change = ada.handlers.changePin(card?.id ?? "", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
    expect(await checkPin(card?.id ?? "", "1928")).toMatchObject({ matches: false, changes: 0 });
  });

  it.each(["signed", "device_signing"] as const)(
    "leaves the PIN as it was where Solaris refuses a removed device, and says that it was removed: %s",
    async (route) => {
      const ada = await signIn("Ada Single");
      await ada.bind();
      const [card] = await ada.cards();
      expect(await ada.change(card?.id ?? "", "1928", route)).toMatchObject({ outcome: "changed" });
      await ask("POST", `/sandbox/devices/${await ada.deviceId()}/forget`, {});
      const end = { outcome: "refused", code: "ERR_DEVICE_REMOVED", alternative: "sms" };
      expect(await ada.change(card?.id ?? "", "8291", route)).toMatchObject(end);
      expect(await checkPin(card?.id ?? "", "1928")).toEqual({ matches: true, changes: 1 });
    },
  );

  it("goes by a text message from a computer that is not bound", async () => {
    const ada = await signIn("Ada Single");
    const [card] = await ada.cards();
    expect(await ada.change(card?.id ?? "", "1928", "sms")).toMatchObject({ outcome: "changed" });
    expect(await checkPin(card?.id ?? "", "1928")).toEqual({ matches: true, changes: 1 });
  });

  it(`changes a PIN ${CHANGES} times at random: each is at Solaris what was entered, or nothing was sent (seed ${SEED})`, {
    timeout: runs(60_000, 600_000),
  }, async () => {
    const random = createRandom(SEED);
    const people = [await signIn("Ada Single"), await signIn("Victor Many")];
    const cards: { change: (typeof people)[number]["change"]; id: string }[] = [];
    for (const person of people) {
      await person.bind();
      for (const { id, pinChange } of await person.cards()) {
        if (pinChange === "allowed") cards.push({ change: person.change, id });
      }
    }
    expect(cards.length).toBeGreaterThan(3);
    const known = new Map<string, { pin: string; changes: number }>();
    let changed = 0;
    for (let round = 0; round < CHANGES; round++) {
      if (random(20) === 0) await ask("POST", "/sandbox/pin-keys/rotate", {});
      const { change, id } = cards[random(cards.length)] ?? expect.fail();
      const pin = String(random(10_000)).padStart(4, "0");
      const route = pinChangeRoutes[random(pinChangeRoutes.length)] ?? expect.fail();
      const breach = findPinRuleBreach(ascii(pin));
      const before = known.get(id) ?? { pin: "none", changes: 0 };
      if (breach === null) {
        expect(await change(id, pin, route), `round ${round}, ${route}`).toMatchObject({ outcome: "changed" });
        known.set(id, { pin, changes: before.changes + 1 });
        changed++;
      } else {
        await expect(change(id, pin, route)).rejects.toMatchObject({ code: breach });
      }
      const now = known.get(id) ?? before;
      expect(await checkPin(id, now.pin), `round ${round}`).toEqual({ matches: now.changes > 0, changes: now.changes });
    }
    expect(changed).toBeGreaterThan(CHANGES * 0.9);
    for (const { openChanges } of people) expect(openChanges()).toEqual([]);
  });
});
