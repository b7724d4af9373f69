// Checklist row 71: marked secrets go through the whole of main; nothing that is written has any of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { openChangeJournal } from "../../src-main/card-pin/change-journal.ts";
import type { RecordAt } from "../../src-main/device/device-record.ts";
import { openEnrolmentMarkers } from "../../src-main/device/enrolment-marker.ts";
import { answer } from "../../src-main/ipc.ts";
import { log } from "../../src-main/log.ts";
import type { BridgeMethod } from "../../src-preload/contract/bridge.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { createMain } from "../unit/create-main.ts";
import { createFakeEnrolment } from "../unit/device/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/device/fake-solaris.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
const cardId = "MARKERcardmcrd";
const token = "MARKER-token-MARKER-token-MARKER-token";
const customer = { customer_id: "MARKER-customer-0001", name: "MARKER Ada" };
const jwk = makeRsaKey("a-key").jwk;
const passcode = "a MARKED passcode";

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
  const backend = {
    ...solaris.backend,
    getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
    getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
    listCards: () => Promise.reject(new Error(`${token} ${cardId}`)),
    getPinKey: async () => jwk,
    changePin: async (_card: string, { attempt: _, ...request }: Record<string, string>) => {
      sent.push(...Object.values(request));
      await end();
    },
    createChangeRequest: async () => undefined,
    authorizeChange: async () => ({ expires_at: "2031-01-01T00:00:00Z" }),
    confirmChange: () => end(),
    settleChange: async (request_id: string) => ({ request_id, state: "unknown" }),
  } as unknown as BackendClient;
  const markers = openEnrolmentMarkers(path.join(folder, "enrolments"));
  const { handlers } = createMain({
    backend,
    demo: { listNames: async () => [customer.name], signIn: async () => ({ token, customer }) },
    enrolment: { markers, scope: fake.scope, keychain: fake.keychain },
    journal: openChangeJournal(path.join(folder, "changes")),
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
    await ask("setPasscode", ascii(passcode));
    await ask("listCards");
    await ask("enterPasscode", ascii(`${passcode}!`));
    await ask("enterPasscode", ascii(passcode));
    await ask("changePin", cardId, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1234"), "signed");
    await ask("changePin", `${cardId}/..`, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1928"), "sms");
    await ask("confirmTan", ascii("777777"));
    await ask("changePasscode", ascii(passcode), ascii(`${passcode} next`));
    await ask("requestCode", "MARKER computer");
    expect(sent.length).toBeGreaterThan(3);

    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = names.map(({ parentPath, name }) => `${name} ${readFileSync(path.join(parentPath, name), "utf8")}`);
    expect(files.length).toBeGreaterThan(0);
    const record = JSON.parse(fake.entry ?? "") as RecordAt<"bound">;
    const { unrestricted, restricted } = record;
    const keys = [...Object.values(unrestricted), restricted.public_key, restricted.wrapped.ciphertext];
    const written = `${output.text()}\n${files.join("\n")}`;
    expect(output.text()).toContain("call_failed");
    // Two ids stand on the disk, which is their purpose, and must not stand in the log: the device's and the request's.
    const ids = [record.device_id, ...sent.filter((text) => /^[0-9a-f-]{36}$/.test(text))];
    for (const secret of ["MARKER", passcode, "1928", "1234", code, "999999", "777777", ...keys, ...sent]) {
      if (!ids.includes(secret)) expect(written).not.toContain(secret);
    }
    for (const id of ids) expect(output.text()).not.toContain(id);
  });
});

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
