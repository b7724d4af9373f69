import path from "node:path";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { openConsentRecords } from "../../src-main/device-data/consent-record.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import { screensOf } from "../../src-testing/screens/all-screens.ts";
import { changePin, english, openCards, PASSCODE } from "./cardholder.ts";
import { putScript, receivedDeviceData } from "./device-data-script.ts";
import { expect, test } from "./fixtures.ts";

test.use({ serverEnv: { backend: { DEVICE_DATA: "optional" } } });

const post = async <T>(url: string, body: object, token?: string): Promise<T> => {
  const authorization = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  const headers = { "content-type": "application/json", ...authorization };
  return (await (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T;
};

/** Gives Ada's consent on this computer. @returns its id */
async function giveConsent(origin: string, profile: string): Promise<string> {
  const { token, customer } = await post<{ token: string; customer: { customer_id: string } }>(
    origin + demoRoutes.signIn,
    { name: "Ada Single" },
  );
  const { consent_id } = await post<{ consent_id: string }>(origin + routes.deviceConsents, {}, token);
  const scope = enrolmentScope(origin, customer.customer_id);
  await openConsentRecords(path.join(profile, "device-consents")).write(scope, { consent_id });
  return consent_id;
}

test("what the vendor's script makes goes with a PIN change, with the consent and never without it", async ({
  launch,
  boundComputer,
  servers,
  profile,
  folder,
}) => {
  await boundComputer();
  const received = () => receivedDeviceData(servers.sandboxUrl);
  const { app, page } = await launch({ args: [await putScript(folder)] });
  await app.evaluate(({ app: program }) => {
    const seen = globalThis as { pages?: number };
    program.on("web-contents-created", () => {
      seen.pages = (seen.pages ?? 0) + 1;
    });
  });
  const screens = screensOf({ page, words: english });
  const pagesMade = () => app.evaluate(() => (globalThis as { pages?: number }).pages ?? 0);
  const change = async () => {
    await changePin(page, "7305");
    await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  };
  await openCards(page);
  await screens.cards.choose();
  await screens.consent.refuse();
  await screens.newPin.enterTwice("7305", "7305");
  await screens.newPin.enterPasscode(PASSCODE);
  await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  expect(await pagesMade(), "without a consent").toBe(0);
  expect(await received()).toEqual([]);

  const consent = await giveConsent(servers.backendUrl, profile);
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await change();
  expect(await pagesMade()).toBe(1);
  expect(await received()).toEqual([`Web;${consent};${"a".repeat(22)}==;${"b/+x".repeat(800)}`]);
});
