import { signInOf } from "../../build/tasks/servers.mjs";
import { electronOf } from "../../src-testing/app-target.ts";
import { expectNoSecrets } from "../../src-testing/secret-forms.ts";
import { startElectron } from "../../src-testing/start-app.ts";
import {
  askForCode,
  changePin,
  choosePasscode,
  enterCode,
  expectCards,
  expectHeading,
  firstCardId,
} from "./cardholder.ts";
import { expect, type RunningApp } from "./fixtures.ts";
import { test as base, signInAtBank, whyNoHttpsBank } from "./https-bank.ts";
import { type MadeRelease, makeRelease } from "./made-release.ts";
import { createTrustStore, trust } from "./trust-store.ts";

/** The provider's path for what comes before any page (RFC 9126). */
const PUSHED_REQUEST = "/request";

const test = base.extend<{
  readonly release: MadeRelease;
  /** Starts the release as a cardholder does, and ends it. */
  readonly visit: (what: (running: RunningApp) => Promise<void>) => Promise<void>;
}>({
  release: async ({ provider, servers }, use) => {
    const release = await makeRelease({
      product_name: "Cardbound",
      backend_origin: servers.backendUrl,
      sign_in: signInOf(provider.issuer),
    });
    await use(release);
    await release.remove();
  },

  visit: async ({ release, realBrowser, startKeyring }, use) => {
    const keyring = await startKeyring("keyring"); // a release has entries under another name than the other tests clear
    const env = { ...keyring.env, ...realBrowser.env, LANGUAGE: "en" };
    await use(async (what) => {
      const executable = await electronOf({ folder: release.folder });
      const running = await startElectron({ executable, args: [release.folder], env }); // its files are in the browser's home
      try {
        await what(running);
      } finally {
        await running.app.close();
      }
      expectNoSecrets(running.output());
    });
  },
});

test.skip(
  whyNoHttpsBank !== null,
  `SKIPPED: no real browser that trusts an authority of the test's. ${whyNoHttpsBank}`,
);

test("a release trusts its bank over https only once the system does; then somebody signs in and changes a PIN", async ({
  authority,
  provider,
  realBrowser,
  sandbox,
  visit,
}) => {
  const home = realBrowser.env.HOME ?? "";
  await createTrustStore(home);
  await visit(async ({ page }) => {
    await page.getByRole("button", { name: "Sign in with your browser" }).click();
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_CONNECTION_NOT_TRUSTED");
    await page.getByRole("button", { name: "Check the connection" }).click();
    const untrusted = "ERR_CONNECTION_NOT_TRUSTED, ERR_CERT_AUTHORITY_INVALID";
    await expect(page.getByTestId("diagnosis-bank")).toContainText(untrusted); // nor is the backend trusted
    expect(provider.arrivals.has(PUSHED_REQUEST)).toBe(false);
  });

  await trust(home, authority.file);
  await visit(async ({ page }) => {
    await page.getByRole("button", { name: "Sign in with your browser" }).click();
    expect(await signInAtBank(realBrowser, "Ada Single")).toBe(provider.issuer);
    expect(provider.arrivals.has(PUSHED_REQUEST)).toBe(true);

    await askForCode(page);
    await enterCode(page, (await sandbox.inbox()).at(-1)?.code);
    await choosePasscode(page);
    await expectCards(page);
    const cardId = await firstCardId(page);
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  });
});
