// Checklist row 71, for what the cardholder gives away: marked secrets are everywhere, and no diagnosis or report has one.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { type DiagnosisParts, runDiagnosis } from "../../src-main/diagnosis/run-diagnosis.ts";
import { answer } from "../../src-main/ipc.ts";
import { log } from "../../src-main/log.ts";
import type { BridgeMethod } from "../../src-preload/contract/bridge.ts";
import type { DiagnosisView } from "../../src-preload/contract/diagnosis.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { createFakeJournal } from "../unit/card-pin/fake-journal.ts";
import { createMain } from "../unit/create-main.ts";
import { createFakeEnrolment } from "../unit/device/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/device/fake-solaris.ts";
import { fakeDiagnosis, fakeHandOver, fakeSurroundings, healthy } from "../unit/diagnosis/fake-surroundings.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
const token = "MARKER-token-MARKER-token-MARKER-token";
const customer = { customer_id: "MARKER-customer-0001", name: "MARKER Ada" };
const passcode = "a MARKED passcode";
const jwk = makeRsaKey("MARKER-key").jwk;
const secretText = () => new Error(`MARKER ${token} net::ERR_MARKER`, { cause: new Error("MARKER") });

beforeEach(() => {
  vi.stubEnv("MARKER_HOME", "/home/MARKER");
  vi.stubEnv("HTTPS_PROXY", "http://MARKER:MARKER@MARKER.example:8080");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Everything that a diagnosis looks at, marked wherever there is text. */
const { program } = fakeSurroundings();
const marked: Partial<DiagnosisParts> = {
  origin: "https://marker.partner.example",
  program: {
    app: {
      getVersion: () => "1.2.3-MARKER",
      getGPUFeatureStatus: () => ({ gpu_compositing: "MARKER" }),
      isAccessibilitySupportEnabled: () => true,
    },
    process: {
      ...program.process,
      versions: { electron: "MARKER 33", chrome: "130.0-MARKER", node: "v20 MARKER" },
      getSystemVersion: () => "6.1.0-MARKER-ada@MARKER",
    },
  },
  resolveProxy: async () => "PROXY MARKER:MARKER@MARKER.example:8080; DIRECT",
  keychain: { read: async () => ({ state: "entry", text: `MARKER ${passcode}` }) },
};
const html = { "content-type": "text/html", "x-marker": "MARKER", "set-cookie": "MARKER=MARKER" };
const surroundings: Partial<DiagnosisParts>[] = [
  { fetch: async () => healthy({ server: "MARKER", "set-cookie": "MARKER=MARKER" }) }, // a backend that answers
  { fetch: async () => new Response("MARKER", { status: 418, headers: html }) }, // a page in its place
  { fetch: async () => new Response('{"solaris_error_id":"MARKER"}', { headers: html }) }, // a problem of Solaris'
  { fetch: () => Promise.reject(secretText()) }, // a failure with a text
  { fetch: () => Promise.reject(new Error("net::ERR_CERT_MARKER_INVALID MARKER")) }, // a certificate's failure
  { fetch: async () => healthy({ date: "MARKER" }) }, // a date that is none
];

const ends: [string, () => Promise<void>][] = [
  ["changed", async () => {}],
  [
    "refused",
    () =>
      Promise.reject(
        new BackendError("ERR_PIN_REFUSED", "answered", {
          problem: "pin_refused",
          supportId: "MARKERsupport",
          cause: secretText(),
        }),
      ),
  ],
  ["broken", () => Promise.reject(secretText())],
];

/** Main without its shell, with all that it is given marked, and its diagnosis in surroundings that can change. */
function setUp(end: () => Promise<void> = async () => {}) {
  const sent: string[] = [];
  const solaris = createFakeSolaris();
  const enrolment = createFakeEnrolment();
  const backend = {
    ...solaris.backend,
    getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
    getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
    listCards: () => Promise.reject(secretText()),
    getPinKey: async () => jwk,
    changePin: async (_card: string, { attempt: _, ...request }: Record<string, string>) => {
      sent.push(...Object.values(request));
      await end();
    },
    createChangeRequest: async () => undefined,
    authorizeChange: async () => ({ expires_at: "2031-01-01T00:00:00Z" }),
    confirmChange: () => end(),
    settleChange: async (request_id: string) => ({ request_id, state: "refused", solaris_error_id: "MARKER" }),
  } as unknown as BackendClient;
  const handOver = fakeHandOver();
  const parts = fakeSurroundings(marked);
  const { handlers } = createMain({
    backend,
    demo: { listNames: async () => [customer.name], signIn: async () => ({ token, customer }) },
    enrolment,
    journal: createFakeJournal().journal,
    diagnosis: fakeDiagnosis(parts, handOver.handOver),
  });
  const contents = new FakeContents();
  const event = { sender: contents, senderFrame: contents.mainFrame };
  const ask = (method: BridgeMethod, ...args: unknown[]) =>
    answer(asContents(contents), handlers, method, event as never, args);
  const surround = (changes: Partial<DiagnosisParts>) => Object.assign(parts, changes);
  return { ask, surround, sent, solaris, enrolment, ...handOver };
}

describe.each(ends)("after changes that ended %s", (_name, end) => {
  it("no diagnosis or report holds a secret, whatever it meets", async () => {
    const { ask, surround, sent, solaris, enrolment, copied, saved } = setUp(end);
    await ask("signIn", customer.name);
    await ask("requestCode", "MARKER computer");
    await ask("confirmCode", ascii("999999"));
    const code = Buffer.from(solaris.newestCode()).toString();
    await ask("confirmCode", solaris.newestCode());
    await ask("setPasscode", ascii(passcode));
    await ask("listCards");
    await ask("enterPasscode", ascii(`${passcode}!`));
    await ask("enterPasscode", ascii(passcode));
    await ask("changePin", "MARKERcardmcrd", ascii("1928"), "signed");
    await ask("changePin", "MARKERcardmcrd", ascii("1234"), "signed");
    await ask("changePin", "MARKERcardmcrd", ascii("1928"), "sms");
    await ask("confirmTan", ascii("777777"));
    expect(sent.length).toBeGreaterThan(3);

    const results: unknown[] = [];
    for (const changes of surroundings) {
      surround(changes);
      const result = await ask("runDiagnosis");
      expect(result).toMatchObject({ ok: true, value: { way: "proxy", versions: { electron: "unknown" } } });
      expect((result as { value: DiagnosisView }).value.recentErrors.length).toBeGreaterThan(2);
      results.push(result, await ask("copyReport"), await ask("saveReport"));
    }
    expect([copied.length, saved.length]).toEqual([surroundings.length, surroundings.length]);
    expect(copied[0]).toContain("ERR_PASSCODE_WRONG enterPasscode");
    const given = JSON.stringify([results, copied, saved]);

    const { unrestricted, restricted, device_id } = JSON.parse(enrolment.entry ?? "");
    const keys = [...Object.values(unrestricted), restricted.public_key, restricted.wrapped.ciphertext] as string[];
    // As text of their own: the digits of a time may happen to be those of a PIN.
    for (const secret of ["1928", "1234", code, "999999", "777777"]) {
      expect(given).not.toMatch(new RegExp(`\\b${secret}\\b`));
    }
    for (const secret of [/marker/i, passcode, device_id, ...keys, ...sent.filter(({ length }) => length > 6)]) {
      expect(given).not.toMatch(secret);
    }
  });
});

describe("the diagnosis' vocabulary", () => {
  it.each<[string, Partial<DiagnosisParts>]>([
    ["a word in a closed place", { language: () => "MARKER" as never }],
    ["another state", { keychain: { read: async () => ({ state: "MARKER" as never }) } }],
  ])("lets nothing out that is not in it: %s", async (_name, changes) => {
    const { ask, surround, copied } = setUp();
    surround(changes);
    expect(await ask("runDiagnosis")).toEqual({ ok: false, code: "ERR_INTERNAL" });
    expect(await ask("copyReport")).toEqual({ ok: false, code: "ERR_INTERNAL" });
    expect(copied).toEqual([]);
  });

  it("lets no text out that came in as an error", async () => {
    log({ event: "call_failed", method: "MARKER" as never, code: "ERR_BUSY" });
    await expect(runDiagnosis(fakeSurroundings())).rejects.toThrow();
  });

  it("is closed to the compiler, too", () => {
    const view = {} as DiagnosisView;
    // @ts-expect-error a field that there is not
    expect({ ...view, host: "text" } satisfies DiagnosisView).toBeDefined();
    // @ts-expect-error a word that is not known
    expect({ ...view, way: "PROXY proxy.example:8080" } satisfies DiagnosisView).toBeDefined();
    // @ts-expect-error a failure in somebody else's words
    expect({ ...view, backend: { state: "not-trusted", code: "text" } } satisfies DiagnosisView).toBeDefined();
  });
});
