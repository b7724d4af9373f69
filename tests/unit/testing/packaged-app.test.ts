import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, it, onTestFinished } from "vitest";
import { signInOf } from "../../../build/tasks/servers.mjs";
import { openPackagedBank } from "../../../src-testing/packaged-app.ts";

async function bankOf(profile: object) {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-packaged-"));
  const before = getCACertificates("default");
  onTestFinished(async () => {
    setDefaultCACertificates(before);
    await rm(folder, { recursive: true });
  });
  const file = path.join(folder, "partner.json");
  await writeFile(file, JSON.stringify(profile));
  return openPackagedBank({ executable: file, profile: file }, folder);
}
const sign_in = signInOf("https://127.0.0.1:7444");

it("serves a packaged app its bank where it was built to look for it", async () => {
  const bank = await bankOf({ backend_origin: "https://127.0.0.1:7443", sign_in });
  expect(bank).toMatchObject({ origin: "https://127.0.0.1:7443", port: 7443, issuerPort: 7444 });
});

it("says what an app that cannot be tested so was to be built with", async () => {
  await expect(bankOf({ backend_origin: "https://cards.partner.example", sign_in })).rejects.toThrow(
    'built with a "backend_origin" such as https://127.0.0.1:7443, not https://cards.partner.example',
  );
  const other = { ...sign_in, audience: "https://cards.partner.example" };
  await expect(bankOf({ backend_origin: "https://127.0.0.1:7443", sign_in: other })).rejects.toThrow(
    `built with "sign_in": ${JSON.stringify(sign_in)}`,
  );
  await expect(bankOf({ backend_origin: "https://127.0.0.1:7443" })).rejects.toThrow(/"sign_in.issuer" such as/);
});
