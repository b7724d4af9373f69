// A computer that was linked with one version is linked with the next, over an upgrade that apt makes from a signed repository; a PIN
// change that was open then is told as the ledger has it.
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { signInOf } from "../../build/tasks/servers.mjs";
import { expectNoSecrets } from "../../src-testing/secret-forms.ts";
import { startElectron } from "../../src-testing/start-app.ts";
import { whyNoRepository } from "../build/repository/apt-world.ts";
import {
  askForCode,
  changePin,
  choosePasscode,
  enterCode,
  expectCards,
  expectHeading,
  firstCardId,
} from "../e2e/cardholder.ts";
import { expect, type RunningApp } from "../e2e/fixtures.ts";
import { test as base, signInAtBank, whyNoHttpsBank } from "../e2e/https-bank.ts";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";
import { createTrustStore, trust } from "../e2e/trust-store.ts";
import { runs } from "../long-form.ts";
import { type DebRepository, openDebRepository } from "./deb-repository.ts";
import { type MadePackages, orderForTests, packagesIn } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";
import { letOrdinaryUserHaveNamespaces, openRoot, type ThrowAwayRoot, whyNoRoot } from "./throw-away-root.ts";

const NEWER = "99.1.0";
const isShort = runs(true, false);
const whyNot = isShort
  ? "two packages are made: only in the long form"
  : (packagedHere.whyNot ?? (await whyNoRoot()) ?? whyNoRepository ?? whyNoHttpsBank);

const test = base.extend<{
  /** Of a release for the test's own bank, which Playwright may drive. */
  readonly packages: { readonly old: MadePackages; readonly newer: MadePackages };
  readonly root: ThrowAwayRoot;
  readonly repository: DebRepository;
  /** Starts what is installed, from /usr/bin, and ends it. */
  readonly visit: (what: (running: RunningApp) => Promise<void>) => Promise<void>;
}>({
  packages: async ({ provider, servers, folder }, use) => {
    const profile = {
      product_name: "Cardbound",
      backend_origin: servers.backendUrl,
      sign_in: signInOf(provider.issuer),
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
    const folders = [
      await orderForTests(order, profileFile),
      await orderForTests({ ...order, version: NEWER }, profileFile),
    ] as const;
    await use({ old: packagesIn(folders[0]), newer: packagesIn(folders[1]) });
    for (const made of folders) await rm(made, { recursive: true, force: true });
    await release.remove();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  root: async ({}, use) => {
    const root = openRoot();
    letOrdinaryUserHaveNamespaces(root, true);
    await use(root);
    root.remove();
  },

  repository: async ({ packages, root }, use) => {
    const repository = await openDebRepository(packages.old.name, root);
    await use(repository);
    await repository.close();
  },

  visit: async ({ packages, root, realBrowser, startKeyring }, use) => {
    const keyring = await startKeyring("keyring");
    const env = { ...keyring.env, ...realBrowser.env, LANGUAGE: "en" };
    const executable = root.starterOf(`/usr/bin/${packages.old.name}`);
    await use(async (what) => {
      const running = await startElectron({ executable, args: [], env });
      try {
        await what(running);
      } finally {
        if (!running.hasEnded()) await running.app.close();
      }
      expectNoSecrets(running.output());
    });
  },
});
test.describe.configure({ timeout: packagedHere.limitMs }); // of the fixtures, too, which make the packages
test.skip(whyNot !== null, `SKIPPED: a linked computer over an upgrade. ${whyNot}`);

/** What the backend has noted of PIN changes. */
function rowsOf(ledger: string): Record<string, unknown>[] {
  const database = new DatabaseSync(ledger, { readOnly: true });
  try {
    return database.prepare("SELECT * FROM pin_change ORDER BY created_at").all();
  } finally {
    database.close();
  }
}

test("a linked computer is linked after the upgrade: its open change is told, and its passcode changes the PIN", async ({
  authority,
  ledger,
  packages,
  realBrowser,
  repository,
  sandbox,
  visit,
}) => {
  const home = realBrowser.env.HOME ?? "";
  await createTrustStore(home);
  await trust(home, authority.file);
  const signIn = async ({ page }: RunningApp) => {
    await page.getByRole("button", { name: "Sign in with your browser" }).click();
    await signInAtBank(realBrowser, "Ada Single");
  };

  await repository.publish(packages.old.fileOf("deb"));
  await repository.install();
  await visit(async (running) => {
    await signIn(running);
    await askForCode(running.page);
    await enterCode(running.page, (await sandbox.inbox()).at(-1)?.code);
    await choosePasscode(running.page);
    await expectCards(running.page);
    const held = await sandbox.addFault({ operation: "pin_update", kind: "hold_after" });
    await changePin(running.page, "7305");
    await sandbox.reached(held);
    await running.kill(); // so that this app never learns what became of it
    await sandbox.clearFaults();
  });
  await expect.poll(() => rowsOf(ledger).map(({ state }) => state)).toEqual(["changed"]);
  const before = rowsOf(ledger);

  await repository.publish(packages.newer.fileOf("deb"));
  expect(await repository.upgrade()).toContain(`(${NEWER})`);
  await realBrowser.forget();
  await visit(async (running) => {
    expect(await running.app.evaluate(({ app }) => app.getVersion())).toBe(NEWER);
    await signIn(running);
    await expectHeading(running.page, "Your PIN was changed"); // the one of before
    expect(await sandbox.arrivals("pin_update")).toBe(1);
    expect(rowsOf(ledger)).toEqual(before);
    await running.page.getByRole("button", { name: "Back to your cards" }).click();
    await expectCards(running.page);
    const cardId = await firstCardId(running.page);
    await changePin(running.page, "7316");
    await expectHeading(running.page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7316")).toEqual({ matches: true, changes: 2 });
    expect(await sandbox.arrivals("create_device")).toBe(1); // it was linked once
    const after = rowsOf(ledger);
    expect(after).toHaveLength(2);
    expect(after.slice(0, 1)).toEqual(before);
  });
});
