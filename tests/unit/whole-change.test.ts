// The whole way without Electron: the app's own client, keys and encryption, the real backend, the real sandbox.
import { scryptSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningBackend, startBackend } from "../../src-backend/start-backend.ts";
import type { PinChangeStep } from "../../src-contract/bridge/views.ts";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { pinChangeRoutes } from "../../src-contract/rules/pin-change-route.ts";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { listCards } from "../../src-main/cards/card-list.ts";
import { createPinChanges } from "../../src-main/change-pin/change.ts";
import { confirmCode, requestCode, setPasscode } from "../../src-main/keys/bind-this-computer.ts";
import type { DeriveKey } from "../../src-main/keys/key-wrapping.ts";
import { checkPresence, createPresence } from "../../src-main/keys/presence.ts";
import { unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import { createUnlockedKey } from "../../src-main/keys/unlocked-key.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { type RunningSandbox, startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { ascii } from "./by-hand.ts";
import { createFakeJournal } from "./change-pin/fake-journal.ts";
import { createFakeEnrolment } from "./keys/fake-enrolment.ts";

const CHANGES = 1000;
const SEED = 1928;
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
  sandbox = await startSandbox();
  backend = await startBackend({
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 7000,
    },
    databaseFile: ":memory:",
    policy: { pinChangeRoutes, acceptedProtectionLevels: ["keychain_passcode"] },
    limits: {
      pinChanges: generous,
      bindings: generous,
      codes: generous,
      codeChecks: generous,
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

/** Costs little, so that a thousand unlockings take no minutes; the real costs have tests of their own. */
const cost = { N: 2, r: 8, p: 1 };
const derive: DeriveKey = async (passcode, { salt, N, r, p }) => scryptSync(passcode, salt, 32, { N, r, p });
const passcode = () => ascii("Rain on 7 roofs");

/** A cardholder at a computer, signed in; keychain, marker and journal are in memory. */
async function sitDown(name: string) {
  const customer = createCurrentCustomer();
  const connection = {
    origin: backend.url,
    timeoutMs: 10_000,
    fetch,
    fetchOnce: fetch,
    token: customer.token,
    clock: createServerClock(),
    onSignedOut: customer.clear,
  };
  const answer = await createDemoSignIn(connection).signIn(name);
  customer.set(answer.customer, answer.token);
  const enrolment = createFakeEnrolment();
  const binding = { enrolment, backend: createBackendClient(connection) };
  const { journal, open } = createFakeJournal();
  const unlocked = createUnlockedKey();
  const steps = createPinChanges({
    forCustomer: () => ({ backend: binding.backend, journal, scope: enrolment.scope }),
    unlocked,
    weakPins: "warn",
    routes: () => pinChangeRoutes,
    isThisRemoved: () => checkPresence(createPresence(), binding),
    tellStage: () => undefined,
  });
  const newestCode = async () => {
    const { messages } = await ask<{ messages: { code: string }[] }>("GET", "/sandbox/inbox");
    return ascii(messages[0]?.code ?? "");
  };
  const bind = async () => {
    await requestCode(binding, "A computer");
    await confirmCode(binding, await newestCode());
    await setPasscode(binding, derive, passcode(), cost);
  };
  const unlock = async () => unlocked.put(await unlockRestrictedKey(enrolment, derive, passcode(), cost));
  /** What the window does, from the PIN to the end of its change. */
  const change = async (cardId: string, pin: string, route: PinChangeRoute): Promise<PinChangeStep> => {
    if (route !== "sms" && findPinRuleBreach(ascii(pin)) === null) await unlock();
    const step = await steps.change(cardId, ascii(pin), route);
    const end = step.outcome === "tan-awaited" ? await steps.confirmTan(await newestCode()) : step;
    await steps.leave();
    return end;
  };
  return { ...binding, bind, unlock, steps, change, open, cards: async () => (await listCards(binding.backend)).cards };
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
    const ada = await sitDown("Ada Single");
    const [card] = await ada.cards();
    await expect(ada.unlock()).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
    const change = ada.steps.change(card?.id ?? "", ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
    expect(await checkPin(card?.id ?? "", "1928")).toMatchObject({ matches: false, changes: 0 });
  });

  it.each(["signed", "device_signing"] as const)(
    "T6: leaves the PIN as it was where Solaris refuses a removed device, and says that it was removed: %s",
    async (route) => {
      const ada = await sitDown("Ada Single");
      await ada.bind();
      const [card] = await ada.cards();
      expect(await ada.change(card?.id ?? "", "1928", route)).toEqual({ outcome: "changed" });
      const { device_id } = JSON.parse(ada.enrolment.entry ?? "");
      await ask("POST", `/sandbox/devices/${device_id}/forget`, {});
      const end = { outcome: "refused", code: "ERR_DEVICE_REMOVED", alternative: "sms" };
      expect(await ada.change(card?.id ?? "", "8291", route)).toMatchObject(end);
      expect(await checkPin(card?.id ?? "", "1928")).toEqual({ matches: true, changes: 1 });
    },
  );

  it("goes by a text message from a computer that is not bound", async () => {
    const ada = await sitDown("Ada Single");
    const [card] = await ada.cards();
    expect(await ada.change(card?.id ?? "", "1928", "sms")).toEqual({ outcome: "changed" });
    expect(await checkPin(card?.id ?? "", "1928")).toEqual({ matches: true, changes: 1 });
  });

  it(`changes a PIN ${CHANGES} times at random: each is at Solaris what was entered, or nothing was sent`, {
    timeout: 240_000,
  }, async () => {
    const random = createRandom(SEED);
    const people = [await sitDown("Ada Single"), await sitDown("Victor Many")];
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
      if (random(100) === 0) await ask("POST", "/sandbox/pin-keys/rotate", {});
      const { change, id } = cards[random(cards.length)] ?? expect.fail();
      const pin = String(random(10_000)).padStart(4, "0");
      const route = pinChangeRoutes[random(pinChangeRoutes.length)] ?? expect.fail();
      const breach = findPinRuleBreach(ascii(pin));
      const before = known.get(id) ?? { pin: "none", changes: 0 };
      if (breach === null) {
        expect(await change(id, pin, route), `round ${round}, ${route}`).toEqual({ outcome: "changed" });
        known.set(id, { pin, changes: before.changes + 1 });
        changed++;
      } else {
        await expect(change(id, pin, route)).rejects.toMatchObject({ code: breach });
      }
      const now = known.get(id) ?? before;
      expect(await checkPin(id, now.pin), `round ${round}`).toEqual({ matches: now.changes > 0, changes: now.changes });
    }
    expect(changed).toBeGreaterThan(CHANGES * 0.9);
    for (const { open } of people) expect(open).toEqual([]);
  });
});
