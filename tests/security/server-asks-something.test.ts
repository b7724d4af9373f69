// Attacker: a server that a page was led to, or someone between. Way: a false certificate, a request for a password or a
// certificate. Impact: a session with an impostor, or what identifies the cardholder is given away.
// docs/threat-model.md#server-questions-refused
import { expect, it } from "vitest";
import { hardenApp } from "../../src-main/shell/hardening.ts";
import { asApp, FakeApp, FakeContents } from "./fake-electron.ts";

interface Asked {
  readonly event: string;
  readonly before: readonly unknown[];
  /** What Electron hands over after the function that answers. */
  readonly after?: readonly unknown[];
}

/** Emits an event of the app as Electron does. @returns how often its default was prevented, and each answer */
function ask({ event, before, after = [] }: Asked): { prevented: number; answers: unknown[][] } {
  const app = new FakeApp();
  hardenApp(asApp(app));
  const answers: unknown[][] = [];
  const answer = (...given: unknown[]) => answers.push(given);
  let prevented = 0;
  const preventDefault = () => prevented++;
  app.emit(event, { preventDefault }, new FakeContents(), ...before, answer, ...after);
  return { prevented, answers };
}

const url = "https://cards.partner.example/";

it.each(["net::ERR_CERT_AUTHORITY_INVALID", "net::ERR_CERT_COMMON_NAME_INVALID", "net::ERR_CERT_DATE_INVALID"])(
  "%s stays an error",
  (error) => {
    const asked = ask({ event: "certificate-error", before: [url, error, { data: "" }], after: [true] });
    expect(asked).toEqual({ prevented: 1, answers: [[false]] });
  },
);

it("of several certificates of the cardholder's none is shown", () => {
  const asked = ask({ event: "select-client-certificate", before: [url, [{ data: "one" }, { data: "two" }]] });
  expect(asked).toEqual({ prevented: 1, answers: [[]] });
});

it.each([
  ["a server", { isProxy: false, scheme: "basic", host: "cards.partner.example", port: 443, realm: "" }],
  ["a proxy", { isProxy: true, scheme: "negotiate", host: "proxy.partner.example", port: 8080, realm: "" }],
])("%s that asks a page for a name and password gets none", (_name, authInfo) => {
  expect(ask({ event: "login", before: [{ url }, authInfo] })).toEqual({ prevented: 1, answers: [[]] });
});
