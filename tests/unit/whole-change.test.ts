// The whole way without Electron: the app's own client, keys and encryption, the real backend, the real sandbox.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningBackend, startBackend } from "../../src-backend/start-backend.ts";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { changePin } from "../../src-main/card-pin/change-pin.ts";
import { listCards } from "../../src-main/cards/list-cards.ts";
import { confirmCode, requestCode } from "../../src-main/device/bind-device.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { findPinRuleBreach } from "../../src-preload/contract/pin-rules.ts";
import { type RunningSandbox, startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { ascii } from "./by-hand.ts";
import { createFakeEnrolment } from "./device/fake-enrolment.ts";

const CHANGES = 1000;
const SEED = 1928;

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
    demoCustomers: await ask("GET", "/sandbox/customers"),
  });
});
afterEach(async () => {
  await backend.close();
  await sandbox.close();
});

/** A cardholder at a computer, signed in; keychain and marker are in memory. */
async function sitDown(name: string) {
  const customer = createCurrentCustomer();
  const connection = {
    origin: backend.url,
    timeoutMs: 10_000,
    fetch,
    fetchOnce: fetch,
    token: customer.token,
    onSignedOut: customer.clear,
  };
  const answer = await createDemoSignIn(connection).signIn(name);
  customer.set(answer.customer, answer.token);
  const enrolment = createFakeEnrolment();
  const binding = { enrolment, backend: createBackendClient(connection) };
  const bind = async () => {
    await requestCode(binding, "A computer");
    const { messages } = await ask<{ messages: { code: string }[] }>("GET", "/sandbox/inbox");
    await confirmCode(binding, ascii(messages[0]?.code ?? ""));
  };
  const change = (cardId: string, pin: string) => changePin({ ...binding, reading: "documented" }, cardId, ascii(pin));
  return { ...binding, bind, change, cards: () => listCards(binding.backend) };
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
  it("has an unbound computer change nothing", async () => {
    const ada = await sitDown("Ada Single");
    const [card] = await ada.cards();
    await expect(ada.change(card?.id ?? "", "1928")).rejects.toMatchObject({ code: "ERR_NOT_BOUND" });
    expect(await checkPin(card?.id ?? "", "1928")).toMatchObject({ matches: false, changes: 0 });
  });

  it("leaves the PIN as it was where Solaris refuses the device", async () => {
    const ada = await sitDown("Ada Single");
    await ada.bind();
    const [card] = await ada.cards();
    expect(await ada.change(card?.id ?? "", "1928")).toEqual({ outcome: "changed" });
    const { device_id } = JSON.parse(ada.enrolment.entry ?? "");
    await ask("POST", `/sandbox/devices/${device_id}/forget`, {});
    expect(await ada.change(card?.id ?? "", "8291")).toMatchObject({ outcome: "refused", code: "ERR_DEVICE_REFUSED" });
    expect(await checkPin(card?.id ?? "", "1928")).toEqual({ matches: true, changes: 1 });
  });

  it(`changes a PIN ${CHANGES} times at random: each is at Solaris what was entered, or nothing was sent`, {
    timeout: 240_000,
  }, async () => {
    const random = createRandom(SEED);
    const people = [await sitDown("Ada Single"), await sitDown("Victor Many")];
    const cards: { change: (cardId: string, pin: string) => ReturnType<typeof changePin>; id: string }[] = [];
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
      const breach = findPinRuleBreach(ascii(pin));
      const before = known.get(id) ?? { pin: "none", changes: 0 };
      if (breach === null) {
        expect(await change(id, pin), `round ${round}`).toEqual({ outcome: "changed" });
        known.set(id, { pin, changes: before.changes + 1 });
        changed++;
      } else {
        await expect(change(id, pin)).rejects.toMatchObject({ code: breach });
      }
      const now = known.get(id) ?? before;
      expect(await checkPin(id, now.pin), `round ${round}`).toEqual({ matches: now.changes > 0, changes: now.changes });
    }
    expect(changed).toBeGreaterThan(CHANGES * 0.9);
  });
});
