// A package whose profile has modules, installed and started by an ordinary user: its token process loads koffi beside the archive, makes
// a key on a real token, and signs a PIN change with it. With another koffi in its place nothing of a token is loaded.
import { appendFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { signInOf } from "../../build/tasks/servers.mjs";
import { tokenLibraryOf } from "../../build/token-library.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { expectNoSecrets } from "../../src-testing/secret-forms.ts";
import { startElectron } from "../../src-testing/start-app.ts";
import { chooseCard, enterCode, enterPinTwice, expectCards, expectHeading, firstCardId } from "../e2e/cardholder.ts";
import { expect, type RunningApp } from "../e2e/fixtures.ts";
import { test as base, signInAtBank, whyNoHttpsBank } from "../e2e/https-bank.ts";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";
import { createTrustStore, trust } from "../e2e/trust-store.ts";
import { hasSofthsm, openSofthsm, pinOfTokens, type Softhsm, softhsmModule } from "../hardware-key/softhsm.ts";
import { runs } from "../long-form.ts";
import { type MadePackages, orderForTests, packagesIn } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";
import { letOrdinaryUserHaveNamespaces, openRoot, type ThrowAwayRoot, whyNoRoot } from "./throw-away-root.ts";

const LABEL = "Ada’s card";
const isShort = runs(true, false);
const whyNot = isShort
  ? "a package is made: only in the long form"
  : (packagedHere.whyNot ?? (await whyNoRoot()) ?? whyNoHttpsBank ?? (hasSofthsm ? null : "SoftHSM is not installed"));

const test = base.extend<{
  readonly softhsm: Softhsm;
  /** Of a release for the test's own bank, whose profile has SoftHSM's module, and which Playwright may drive. */
  readonly made: MadePackages;
  /** Where it is installed. */
  readonly root: ThrowAwayRoot;
  /** Starts it from /usr/bin with the tokens in reach, signs in, and ends it. @returns what it has written */
  readonly visit: (what: (page: Page) => Promise<void>) => Promise<string>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  softhsm: async ({}, use) => {
    const softhsm = openSofthsm();
    softhsm.addToken(LABEL);
    await use(softhsm);
    softhsm.close();
  },

  made: async ({ provider, servers, folder }, use) => {
    const module = { system: "linux", name: "softhsm", path: softhsmModule, sha256: hashOfModule(softhsmModule) };
    const profile = {
      product_name: "Cardbound",
      backend_origin: servers.backendUrl,
      sign_in: signInOf(provider.issuer),
      hardware_key: { modules: [module] },
      package: {
        name: "cardbound",
        id: "example.partner.cardbound",
        maintainer: "Partner Cards <cards@partner.example>",
      },
    };
    const profileFile = path.join(folder, "partner.json");
    await writeFile(profileFile, JSON.stringify(profile));
    const release: MadeRelease = await makeRelease(profileFile, "release-for-tests-driven");
    const order = { forms: ["deb"], release: release.folder, isDriven: true } as const;
    const packages = await orderForTests(order, profileFile);
    await use(packagesIn(packages));
    await rm(packages, { recursive: true, force: true });
    await release.remove();
  },

  root: async ({ made }, use) => {
    const root = openRoot();
    letOrdinaryUserHaveNamespaces(root, true);
    await root.asRoot(["dpkg", "--no-triggers", "--install", made.fileOf("deb")]);
    await use(root);
    root.remove();
  },

  visit: async ({ authority, made, root, realBrowser, softhsm, startKeyring }, use) => {
    const home = realBrowser.env.HOME ?? "";
    await createTrustStore(home);
    await trust(home, authority.file);
    const keyring = await startKeyring("keyring");
    const { SOFTHSM2_CONF = "" } = softhsm.env;
    const env = { ...keyring.env, ...realBrowser.env, LANGUAGE: "en", SOFTHSM2_CONF };
    const executable = root.starterOf(`/usr/bin/${made.name}`);
    await use(async (what) => {
      const running: RunningApp = await startElectron({ executable, args: [], env });
      try {
        await running.page.getByRole("button", { name: "Sign in with your browser" }).click();
        await signInAtBank(realBrowser, "Ada Single");
        await what(running.page);
      } finally {
        if (!running.hasEnded()) await running.app.close();
      }
      expectNoSecrets(running.output());
      return running.output();
    });
  },
});
test.describe.configure({ timeout: packagedHere.limitMs }); // of the fixtures, too, which make the package
test.skip(whyNot !== null, `SKIPPED: the package with a token. ${whyNot}`);

const onToken = (page: Page) => page.getByRole("radio", { name: `On the security key “${LABEL} (…` });

async function typeTokenPin(page: Page): Promise<void> {
  await page.getByLabel("PIN of the security key", { exact: true }).focus();
  await page.keyboard.type(pinOfTokens);
  await page.keyboard.press("Enter");
}

test("makes its key on the token, and signs a change with it", async ({ sandbox, visit }) => {
  await visit(async (page) => {
    await onToken(page).check();
    await page.getByRole("button", { name: "Send the code" }).click();
    await enterCode(page, (await sandbox.inbox()).at(-1)?.code);
    await expectHeading(page, "Set up your security key");
    await typeTokenPin(page);
    await expectCards(page);
    const cardId = await firstCardId(page);
    await chooseCard(page);
    await enterPinTwice(page, "7305");
    await typeTokenPin(page);
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  });
});

test("loads no other koffi than the build saw, and so offers no token", async ({ made, root, visit }) => {
  const unpacked = `opt/${made.name}/resources/app.asar.unpacked/node_modules`;
  await appendFile(path.join(root.upper, unpacked, tokenLibraryOf(`${process.platform}-${process.arch}`)), "\0");
  const said = await visit(async (page) => {
    await expectHeading(page, "Link this computer");
    await page.getByRole("button", { name: "Look for a security key" }).click();
    await expect(page.getByText("No security key that can be used was found")).toBeVisible();
    await expect(onToken(page)).toHaveCount(0);
  });
  expect(said).toContain('"event":"token_module_failed","code":"ERR_PROGRAM_CHANGED"');
});
