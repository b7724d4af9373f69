// Checklist row 71: marked secrets go through the whole of main; nothing that is written has any of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { createPinOutcome } from "../../src-main/card-pin/pin-outcome.ts";
import type { DeviceRecord } from "../../src-main/device/device-record.ts";
import { openEnrolmentMarkers } from "../../src-main/device/enrolment-marker.ts";
import { createHandlers } from "../../src-main/handlers.ts";
import { answer } from "../../src-main/ipc.ts";
import { log } from "../../src-main/log.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import type { BridgeMethod } from "../../src-preload/contract/bridge.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { createFakeEnrolment } from "../unit/device/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/device/fake-solaris.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
const cardId = "MARKERcardmcrd";
const token = "MARKER-token-MARKER-token-MARKER-token";
const customer = { customer_id: "MARKER-customer-0001", name: "MARKER Ada" };
const jwk = makeRsaKey("a-key").jwk;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-log-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Main without its shell, with everything that it is given marked. */
function setUp(end: () => Promise<void>) {
  const sent: string[] = [];
  const solaris = createFakeSolaris();
  const fake = createFakeEnrolment();
  const current = createCurrentCustomer();
  const backend = {
    ...solaris.backend,
    listCards: () => Promise.reject(new Error(`${token} ${cardId}`)),
    getPinKey: async () => jwk,
    changePin: async (_card: string, request: object) => {
      sent.push(...Object.values(request));
      await end();
    },
  } as unknown as BackendClient;
  const markers = openEnrolmentMarkers(folder);
  const handlers = createHandlers({
    backend,
    demo: { listNames: async () => [customer.name], signIn: async () => ({ token, customer }) },
    customer: current,
    enrolment: () => ({ ...fake, markers, scope: fake.scope, keychain: fake.keychain }),
    pinOutcome: createPinOutcome(),
    reloadWindow: () => {},
    version: "1.2.3",
  });
  const contents = new FakeContents();
  const event = { sender: contents, senderFrame: contents.mainFrame };
  const ask = (method: BridgeMethod, ...args: unknown[]) =>
    answer(asContents(contents), handlers, method, event as never, args);
  return { ask, sent, solaris, fake };
}

const ends: [string, () => Promise<void>][] = [
  ["changed", async () => {}],
  [
    "refused",
    () =>
      Promise.reject(
        new BackendError("ERR_PIN_REFUSED", "answered", {
          problem: "pin_refused",
          supportId: "MARKERsupport",
          cause: new Error(token),
        }),
      ),
  ],
  ["unknown", () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear", { cause: new Error(token) }))],
  ["broken", () => Promise.reject(new Error(`${token} ${cardId}`))],
];

describe.each(ends)("a flow that ends %s", (_name, end) => {
  it("writes no PIN, code, key, JWE, signature, token, id or name, anywhere", async () => {
    const { ask, sent, solaris, fake } = setUp(end);
    await ask("signIn", customer.name);
    await ask("requestCode", "MARKER computer");
    await ask("confirmCode", ascii("999999"));
    const code = Buffer.from(solaris.newestCode()).toString();
    await ask("confirmCode", solaris.newestCode());
    await ask("listCards");
    await ask("changePin", cardId, ascii("1928"));
    await ask("changePin", cardId, ascii("1234"));
    await ask("changePin", `${cardId}/..`, ascii("1928"));
    await ask("requestCode", "MARKER computer");
    expect(sent.length).toBeGreaterThan(3);

    const files = readdirSync(folder).map((file) => `${file} ${readFileSync(path.join(folder, file), "utf8")}`);
    expect(files).toHaveLength(1);
    const record = JSON.parse(fake.entry ?? "") as DeviceRecord;
    const keys = [record.unrestricted, record.restricted].flatMap(({ private_key, public_key }) => [
      private_key,
      public_key,
    ]);
    const written = `${output.text()}\n${files.join("\n")}`;
    expect(output.text()).toContain("call_failed");
    // The device's id stands in the marker, which is its purpose; it must not stand in the log.
    for (const secret of [
      "MARKER",
      "1928",
      "1234",
      code,
      "999999",
      ...keys,
      ...sent.filter((text) => text !== idOf(record)),
    ]) {
      expect(written).not.toContain(secret);
    }
    expect(output.text()).not.toContain(idOf(record));
  });
});

const idOf = (record: DeviceRecord) => ("device_id" in record ? record.device_id : "no-device");

describe("the log's vocabulary", () => {
  it("is closed: neither free text nor an unknown field is accepted by the compiler", () => {
    // @ts-expect-error a field that the event does not have
    log({ event: "app_started", detail: "text" });
    // @ts-expect-error a code that is not in the catalogue
    log({ event: "call_failed", method: "changePin", code: "text" });
    // @ts-expect-error an event that does not exist
    log({ event: "text" });
    // @ts-expect-error a method that does not exist
    log({ event: "call_from_untrusted_sender", method: "text" });
    expect(output.text()).not.toBe("");
  });
});
