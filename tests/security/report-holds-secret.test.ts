// Attacker: whoever gets the report that a cardholder sends to those who help. Way: a value that a check met, in whatever
// form. Impact: PIN, passcode, code, key, token, id or name can be read.
// docs/threat-model.md#report-without-secrets
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { DiagnosisSubjects } from "../../src-main/diagnosis/run-diagnosis.ts";
import { ascii } from "../unit/by-hand.ts";
import { type Options, usualConfig } from "../unit/core-options.ts";
import { fakeDiagnosis, fakeHandOver, fakeSubjects, healthy } from "../unit/diagnosis/fake-diagnosis.ts";
import { importAnew } from "../unit/import-anew.ts";
import { cardId, createMarkedMain, type End, ends, markedError, passcode, unlockMarked } from "./marked-main.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
beforeEach(() => {
  vi.stubEnv("MARKER_HOME", "/home/MARKER");
  vi.stubEnv("HTTPS_PROXY", "http://MARKER:MARKER@MARKER.example:8080");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Everything that a diagnosis looks at, marked wherever there is text. */
const { program } = fakeSubjects();
const app: Options["app"] = {
  getVersion: () => "1.2.3-MARKER",
  getGPUFeatureStatus: () => ({ gpu_compositing: "MARKER" }),
  isAccessibilitySupportEnabled: () => true,
  getPreferredSystemLanguages: () => ["MARKER"],
};
const marked: Partial<Options> = {
  config: { ...usualConfig, backendOrigin: "https://marker.partner.example", systemLanguages: null },
  app,
  process: {
    ...program.process,
    versions: { electron: "MARKER 33", chrome: "130.0-MARKER", node: "v20 MARKER" },
    getSystemVersion: () => "6.1.0-MARKER-ada@MARKER",
  },
};
const html = { "content-type": "text/html", "x-marker": "MARKER", "set-cookie": "MARKER=MARKER" };
const places: readonly (() => Promise<Response>)[] = [
  async () => healthy({ server: "MARKER", "set-cookie": "MARKER=MARKER" }), // a backend that answers
  async () => new Response("MARKER", { status: 418, headers: html }), // a page in its place
  async () => new Response('{"solaris_error_id":"MARKER"}', { headers: html }), // a problem of Solaris'
  () => Promise.reject(markedError()), // a failure with a text
  () => Promise.reject(new Error("net::ERR_CERT_MARKER_INVALID MARKER")), // a certificate's failure
  async () => healthy({ date: "MARKER" }), // a date that is none
];

/** @returns besides: has the diagnosis meet another answer in the backend's place */
function setUp(end: End) {
  const reports = fakeHandOver();
  let answer = places[0];
  const main = createMarkedMain(
    end,
    { state: "refused", solaris_error_id: "MARKER" },
    { ...marked, reports: reports.handOver },
    (session) => ({
      ...session,
      fetch: (url, init) => (url.endsWith(routes.health) && answer ? answer() : session.fetch(url, init)),
      resolveProxy: async () => "PROXY MARKER:MARKER@MARKER.example:8080; DIRECT",
    }),
  );
  main.computer.store("diagnosis", `MARKER ${passcode}`);
  const meet = (next: () => Promise<Response>) => {
    answer = next;
  };
  return { ...main, meet, ...reports };
}

describe.each(Object.entries(ends))("after changes that ended %s", (_name, end) => {
  it("no diagnosis or report holds a secret, whatever it meets", async () => {
    const { ask, meet, sent, solaris, computer, copied, saved } = setUp(end);
    const code = await unlockMarked({ ask, solaris });
    await ask("changePin", cardId, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1234"), "signed");
    await ask("changePin", cardId, ascii("1928"), "sms");
    await ask("confirmTan", ascii("777777"));
    expect(sent.length).toBeGreaterThan(3);

    const results: unknown[] = [];
    for (const place of places) {
      meet(place);
      const result = await ask("runDiagnosis");
      expect(result).toMatchObject({ ok: true, value: { way: "proxy", versions: { electron: "unknown" } } });
      expect((result as { value: DiagnosisView }).value.recentErrors.length).toBeGreaterThan(2);
      results.push(result, await ask("copyReport"), await ask("saveReport"));
    }
    expect([copied.length, saved.length]).toEqual([places.length, places.length]);
    expect(copied[0]).toContain("ERR_PASSCODE_WRONG enterPasscode");
    const given = JSON.stringify([results, copied, saved]);

    const { unrestricted, restricted, device_id } = JSON.parse(computer.entry() ?? "");
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
  it.each<[string, Partial<DiagnosisSubjects>]>([
    ["a word in a closed place", { language: () => "MARKER" as never }],
    ["another state", { keychain: { read: async () => ({ state: "MARKER" as never }) } }],
  ])("lets nothing out that is not in it: %s", async (_name, changes) => {
    const { handOver, copied } = fakeHandOver();
    const diagnosis = fakeDiagnosis(fakeSubjects(changes), handOver);
    await expect(diagnosis.run()).rejects.toThrow();
    await expect(diagnosis.copyReport()).rejects.toThrow();
    expect(copied).toEqual([]);
  });

  it("lets no text out that came in as an error", async () => {
    const { log, runDiagnosis } = await importAnew(async () => ({
      ...(await import("../../src-main/log.ts")),
      ...(await import("../../src-main/diagnosis/run-diagnosis.ts")),
    }));
    log({ event: "call_failed", method: "MARKER" as never, code: "ERR_BUSY" });
    await expect(runDiagnosis(fakeSubjects())).rejects.toThrow();
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
