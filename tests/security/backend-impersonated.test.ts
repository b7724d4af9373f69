// Attacker: whoever has a certificate for the bank's server that the computer trusts: from an authority that was deceived, or
// from one that a program has added to the system. Way: answers in the bank's place. Impact: reads tokens, delivers a PIN key.
// docs/threat-model.md#backend-pinned
import { expect, it } from "vitest";
import { pinOf } from "../../src-main/backend/server-pins.ts";
import { openMainSessions } from "../../src-main/shell/sessions.ts";
import { certifyLoopback, createAuthority } from "../../src-testing/certificate.ts";
import { fakeSessions } from "./fake-electron.ts";

const authority = createAuthority("ours");
const other = createAuthority("another");
const host = "cards.partner.example";
const ours = [pinOf(authority.cert), pinOf(createAuthority("kept offline").cert)];

/** A certificate as Electron hands it over: the last has itself as issuer. */
function asElectron([first = "", ...more]: readonly string[]): object {
  const certificate: Record<string, unknown> = { data: first };
  certificate.issuerCert = more.length === 0 ? certificate : asElectron(more);
  return certificate;
}

interface Asked {
  readonly hostname?: string;
  readonly errorCode?: number;
  readonly by?: typeof authority;
  readonly origin?: string;
}

/** What each session of main's answers, by its purpose; `unasked` where Chromium alone decides. */
function judge({ hostname = host, errorCode = 0, by = authority, origin = `https://${host}` }: Asked, pins = ours) {
  const { made, sessions } = fakeSessions();
  Object.values(openMainSessions(sessions, { backendOrigin: origin, backendPins: pins })); // reading opens
  const validatedCertificate = asElectron([certifyLoopback(by).cert, by.cert]);
  return Object.fromEntries(
    made.map((one) => {
      const verify = one.handlers.get("certificate");
      let answer: unknown = "unasked";
      verify?.({ hostname, errorCode, validatedCertificate }, (said: unknown) => {
        answer = said;
      });
      return [one.partition, answer];
    }),
  );
}

const CHROMIUMS = -3;
const NO_PINNED_KEY = -150;
const elsewhere = { "sign-in": "unasked", updates: "unasked" };

it("a server with one of our keys is as good as Chromium finds it", () => {
  expect(judge({})).toEqual({ backend: CHROMIUMS, "backend-once": CHROMIUMS, ...elsewhere });
});

it("a server without one is refused, on both sessions, though the system trusts it", () => {
  expect(judge({ by: other })).toEqual({ backend: NO_PINNED_KEY, "backend-once": NO_PINNED_KEY, ...elsewhere });
});

it("a server that is named by its IPv6 address needs one as well: Electron writes it without brackets", () => {
  expect(judge({ origin: "https://[2001:db8::1]", hostname: "2001:db8::1", by: other })).toMatchObject({
    backend: NO_PINNED_KEY,
  });
});

it("what the system does not trust stays so, with one of our keys too", () => {
  expect(judge({ errorCode: -202 })).toMatchObject({ backend: CHROMIUMS });
});

it("a proxy on the way, which may speak TLS, is for the system to judge", () => {
  expect(judge({ hostname: "proxy.example", by: other })).toMatchObject({ backend: CHROMIUMS });
});

it("without pins Chromium decides alone", () => {
  expect(judge({ by: other }, [])).toEqual({ backend: "unasked", "backend-once": "unasked", ...elsewhere });
});
