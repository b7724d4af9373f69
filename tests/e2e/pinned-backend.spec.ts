import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pinOf } from "../../src-main/backend/server-pins.ts";
import { certifyLoopback, createAuthority } from "../../src-testing/certificate.ts";
import { startRelay } from "../../src-testing/relay.ts";
import { startOneServer } from "../unit/backend/one-server.ts";
import { fromToday, release, root } from "../unit/updates/release-kit.ts";
import { expectHeading } from "./cardholder.ts";
import { test as base, expect } from "./fixtures.ts";
import { createTrustStore, trust } from "./trust-store.ts";

const CERTUTIL = "/usr/bin/certutil";
base.skip(
  !existsSync(CERTUTIL),
  `SKIPPED: no authority can be trusted. ${CERTUTIL} missing: install Debian's libnss3-tools`,
);

const authority = createAuthority("Cardbound test authority");
const keptOffline = pinOf(createAuthority("kept offline").cert);
const another = pinOf(createAuthority("another").cert);

const test = base.extend<{
  /** The backend over https, with a certificate of an authority that this home trusts. */
  readonly front: { readonly url: string; readonly env: Readonly<Record<string, string>> };
}>({
  front: async ({ folder, servers, keyring }, use) => {
    const home = path.join(folder, "home");
    await mkdir(home);
    const file = path.join(folder, "authority.pem");
    await writeFile(file, authority.cert);
    await createTrustStore(home);
    await trust(home, file);
    const backend = { host: "127.0.0.1" as const, port: Number(new URL(servers.backendUrl).port) };
    const relay = await startRelay({ host: "127.0.0.1", port: 0 }, backend, certifyLoopback(authority));
    await use({
      url: `https://127.0.0.1:${(relay.address() as AddressInfo).port}`,
      env: { ...keyring.env, HOME: home },
    });
    relay.close();
  },
});

test("a backend that the computer trusts is refused without one of the profile's keys, and Help says which error it is", async ({
  launch,
  front,
}) => {
  const args = [`--backend-pins=${keptOffline},${another}`];
  const { page } = await launch({ backendUrl: front.url, keyringEnv: front.env, args });
  await expectHeading(page, "The program could not get ready");
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SERVER_KEY_UNKNOWN");
  await page.getByRole("button", { name: "Check the connection" }).click();
  const said = "ERR_SERVER_KEY_UNKNOWN, ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN";
  await expect(page.getByTestId("diagnosis-bank")).toContainText(said);
});

test("with one of the keys it is reached; and a version that the bank asks for is told of, which it has to bring here", async ({
  launch,
  front,
}) => {
  const said = release({ days: fromToday(20), packages: {}, said: { version: "99.0.0", minimum_version: "99.0.0" } });
  const updates = await startOneServer((request, response) => {
    if (request.url === "/targets.json") response.end(said);
    else response.writeHead(404).end();
  });
  const profile = { address: updates.origin, root: root({ days: fromToday(100) }) };
  const args = [`--backend-pins=${keptOffline},${pinOf(authority.cert)}`, `--updates=${JSON.stringify(profile)}`];
  const { page } = await launch({ backendUrl: front.url, keyringEnv: front.env, args });
  await expectHeading(page, "Sign in");
  await page.getByRole("button", { name: "See the newer version" }).click();
  await expectHeading(page, "A newer version is needed");
  await expect(page.getByRole("main")).toContainText("Ask your bank how to get it.");
  await expect(page.getByRole("main")).toContainText("Version 99.0.0 is available.");
  expect(updates.arrivals.map(({ url }) => url)).toEqual(["/2.root.json", "/targets.json"]);
  await updates.close();
});
