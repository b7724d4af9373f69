import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { signInOf } from "../build/tasks/servers.mjs";
import { type Certificate, certifyLoopback, createAuthority } from "./certificate.ts";

/**
 * A packaged app that Playwright may drive (`npm run package -- --for-playwright`). It knows one backend and one provider, by https, as
 * every release does: here they are served at the addresses that it was built with.
 */
export interface PackagedApp {
  /** The program itself, e.g. `…/application/NAME/NAME`. */
  readonly executable: string;
  /** The partner's profile that it was built with: a file. */
  readonly profile: string;
}

/** Where a packaged app reaches its bank, and what that is served with. */
export interface PackagedBank {
  readonly origin: string;
  readonly port: number;
  readonly issuerPort: number;
  readonly tls: Certificate;
  /** Has what is started in this home trust the bank, as a company has its computers trust its own authority. */
  readonly trustIn: (home: string) => Promise<void>;
}

/**
 * Prepares the bank of a packaged app, and has this process trust it: the backend asks the provider by https, too.
 * @param folder for the authority's certificate
 * @throws Error that says what the app must have been built with
 */
export async function openPackagedBank({ executable, profile }: PackagedApp, folder: string): Promise<PackagedBank> {
  for (const file of [executable, profile])
    if (!path.isAbsolute(file) || !existsSync(file))
      throw new Error(`the option "target" names no app: "${file}" is no absolute path of a file`);
  const { backend_origin: origin, sign_in: signIn } = JSON.parse(await readFile(profile, "utf8"));
  const [port, issuerPort] = [loopbackPort("backend_origin", origin), loopbackPort("sign_in.issuer", signIn?.issuer)];
  const wanted = signInOf(signIn.issuer);
  for (const [name, value] of Object.entries(wanted))
    if (JSON.stringify(signIn[name]) !== JSON.stringify(value))
      throw new Error(`an app under test is built with "sign_in": ${JSON.stringify(wanted)}`);
  const authority = createAuthority("Authority of tests");
  const file = path.join(folder, "authority.pem");
  await writeFile(file, authority.cert);
  setDefaultCACertificates([...getCACertificates("default"), authority.cert]);
  return { origin, port, issuerPort, tls: certifyLoopback(authority), trustIn: (home) => trustIn(home, file) };
}

function loopbackPort(name: string, address: unknown): number {
  const [, port] = /^https:\/\/127\.0\.0\.1:(\d+)$/.exec(String(address)) ?? [];
  if (port === undefined)
    throw new Error(`an app under test is built with a "${name}" such as https://127.0.0.1:7443, not ${address}`);
  return Number(port);
}

/** Where Chromium looks for authorities beyond the system's on Linux (certutil(1), of Debian's libnss3-tools). */
async function trustIn(home: string, file: string): Promise<void> {
  const store = path.join(home, ".pki", "nssdb");
  await mkdir(store, { recursive: true });
  const certutil = (...args: string[]) => execFileSync("certutil", ["-d", `sql:${store}`, ...args]);
  certutil("-N", "--empty-password");
  certutil("-A", "-n", "Authority of tests", "-t", "C,,", "-i", file);
}
