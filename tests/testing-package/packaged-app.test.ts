// The fixtures as strangers get them, against an application as it is packaged, which knows one bank by https.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInOf } from "../../build/tasks/servers.mjs";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";
import { leftToLongForm } from "../long-form.ts";
import { orderForTests, packagesIn } from "../package/made-packages.ts";
import { packagedHere } from "../package/packaged-here.ts";
import { installExample, runExample } from "./installed-elsewhere.ts";

const isShort = leftToLongForm("the fixtures against a packaged app, which is made for it");

const test = `
import { expect, PASSCODE, test } from "@cardbound/testing";
test.use({ boundTo: "Ada Single", language: "de" });
test("a PIN is changed", async ({ expectNoSecrets, identityProvider, running, sandbox, screens, words }) => {
  await screens.signIn.withBrowser();
  await identityProvider.signIn("Ada Single");
  await screens.cards.expectShown();
  expect(words.cards.title).toBe("Ihre Karten");
  const card = await screens.cards.idOf();
  await screens.cards.choose();
  await screens.newPin.change("7305", PASSCODE);
  await screens.outcome.expectChanged();
  expect(await sandbox.hasPin(card, "7305")).toEqual({ matches: true, changes: 1 });
  expect(await running.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  await expectNoSecrets();
});
test.describe("without the browser", () => {
  test.use({ signInWith: "names", boundTo: null });
  test("nobody can sign in", async ({ page }) => page.title());
});
`;

const configurationOf = (target: { readonly executable: string; readonly profile: string }) => `
import { recommended } from "@cardbound/testing";
export default { ...recommended, testDir: "tests", workers: 1, use: { ...recommended.use, signInWith: "browser", target: ${JSON.stringify(target)} } };
`;

/** Two that are free now, which the application is built with. */
async function freePorts(): Promise<readonly number[]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return servers.map((server) => {
    const { port } = server.address() as { port: number };
    server.close();
    return port;
  });
}

let folder = "";
let packages = "";
let release: MadeRelease | undefined;

beforeAll(async () => {
  if (isShort || packagedHere.whyNot !== null) return;
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-packaged-"));
  const [backend, issuer] = await freePorts();
  const profile = path.join(folder, "partner.json");
  const contents = {
    product_name: "Cardbound",
    backend_origin: `https://127.0.0.1:${backend}`,
    sign_in: signInOf(`https://127.0.0.1:${issuer}`),
    package: { name: "cardbound", id: "example.partner.cardbound", maintainer: "Partner <cards@partner.example>" },
  };
  await writeFile(profile, JSON.stringify(contents));
  release = await makeRelease(profile, "release-for-tests-driven");
  packages = await orderForTests({ forms: [], release: release.folder, isDriven: true }, profile);
  const { application, name } = packagesIn(packages);
  await installExample(folder, false);
  const target = { executable: path.join(application, name), profile };
  await writeFile(path.join(folder, "project/playwright.config.ts"), configurationOf(target));
  await writeFile(path.join(folder, "project/tests/packaged.spec.ts"), test);
}, packagedHere.limitMs);
afterAll(async () => {
  await release?.remove();
  for (const made of [folder, packages]) if (made !== "") await rm(made, { recursive: true, force: true });
});

it.skipIf(isShort || packagedHere.whyNot !== null)(
  "binds it and changes a PIN, in German, with its bank at its own addresses; and says what it cannot do",
  async () => {
    const { outcomes, errors } = await runExample(folder, ["packaged"]);
    expect(outcomes.get("a PIN is changed"), errors.join("\n")).toBe("passed");
    expect(errors.join("\n")).toContain('a packaged app knows no names: use: { signInWith: "browser" }');
  },
  packagedHere.limitMs,
);
