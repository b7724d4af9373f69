import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { prepareRealBrowser, type RealBrowser, whyNoBrowser } from "../../build/desktop/real-browser.mjs";
import { AUDIENCE, signInEnvironment, startServers } from "../../build/tasks/servers.mjs";
import {
  type IdentityProvider,
  startIdentityProvider,
} from "../../src-sandbox/identity-provider/start-identity-provider.ts";
import { createDemoPeople } from "../../src-sandbox/people/demo-customers.ts";
import { type Certificate, certifyLoopback, createAuthority } from "../../src-testing/certificate.ts";
import { startRelay } from "../../src-testing/relay.ts";
import { expectHeading } from "./cardholder.ts";
import { test as base } from "./fixtures.ts";

// A release speaks https alone, so that its bank here has certificates, of an authority that only this test knows.
// It is told of it as a company tells its computers: in the system's store, which app and browser share (docs/sign-in.md).

const PASSWORD = "correct horse 7305";

/** A bank for releases: backend and identity provider with certificates, and a browser in which people sign in there. */
export const test = base.extend<{
  /** A file: the certificate that nobody trusts yet. `server`: what it has issued for this computer. */
  readonly authority: { readonly file: string; readonly server: Certificate };
  /** The file of the backend's database. */
  readonly ledger: string;
  readonly provider: IdentityProvider;
  /** A browser of the test's own: what its home trusts, other tests must not. */
  readonly realBrowser: RealBrowser;
}>({
  authority: async ({ folder }, use) => {
    const authority = createAuthority("Cardbound test authority");
    const file = path.join(folder, "authority.pem");
    await writeFile(file, authority.cert);
    await use({ file, server: certifyLoopback(authority) });
  },

  provider: async ({ authority }, use) => {
    const people = createDemoPeople().map(({ name, id }) => ({ name, personId: id, password: PASSWORD }));
    const kind = { dpop: "required", par: "required" } as const;
    const provider = await startIdentityProvider({ ...kind, people, audience: AUDIENCE, tls: authority.server });
    await use(provider);
    await provider.close();
  },

  ledger: async ({ folder }, use) => use(path.join(folder, "ledger.db")),

  servers: async ({ authority, ledger, provider }, use) => {
    const backend = { host: "127.0.0.1" as const, port: 0 };
    const front = await startRelay({ host: "127.0.0.1", port: 0 }, backend, authority.server);
    const origin = `https://127.0.0.1:${(front.address() as AddressInfo).port}`;
    const known = { NODE_EXTRA_CA_CERTS: authority.file }; // the system's store is not Node's
    const settings = { ...signInEnvironment(provider.issuer, origin), ...known, DATABASE_FILE: ledger };
    const servers = await startServers({ backend: settings });
    backend.port = Number(new URL(servers.backendUrl).port);
    await use({ backendUrl: origin, sandboxUrl: servers.sandboxUrl });
    await servers.close();
    front.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  realBrowser: async ({}, use) => {
    const browser = await prepareRealBrowser();
    await use(browser);
    await browser.close();
  },
});

const CERTUTIL = "/usr/bin/certutil";
/** Why there can be no such bank here; null if there can. */
export const whyNoHttpsBank =
  whyNoBrowser() ?? (existsSync(CERTUTIL) ? null : `${CERTUTIL} missing: install Debian's libnss3-tools`);

/** Signs in on the page that the app has opened. @returns the page's origin */
export async function signInAtBank(realBrowser: RealBrowser, name: string): Promise<string> {
  const bankPage = await realBrowser.opened();
  const { origin } = new URL(bankPage.url());
  await bankPage.getByLabel("Name").fill(name);
  await bankPage.getByLabel("Password").fill(PASSWORD);
  await bankPage.getByRole("button", { name: "Sign in" }).click();
  await bankPage.getByRole("button", { name: "Confirm" }).click();
  await expectHeading(bankPage, "You are signed in");
  return origin;
}
