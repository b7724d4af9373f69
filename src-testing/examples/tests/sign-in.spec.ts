import { expect, test } from "@cardbound/testing";

test.use({ signInWith: "browser" });

test("somebody signs in with the browser; who says no on the phone is not signed in", async ({
  identityProvider,
  screens,
}) => {
  await screens.signIn.withBrowser();
  await identityProvider.signIn("Ada Single", { confirms: false });
  await expect(screens.failure).toContainText("ERR_SIGN_IN_DENIED");
  await screens.signIn.withBrowser();
  await identityProvider.signIn("Ada Single");
  await screens.link.expectShown();
});

test("a code that has expired is refused, and a new one works", async ({
  clock,
  identityProvider,
  sandbox,
  screens,
}) => {
  await screens.signIn.withBrowser();
  await identityProvider.signIn("Ada Single");
  await screens.link.sendCode();
  const old = await sandbox.lastCode();
  await clock.advance(301);
  await screens.code.enter(old);
  await expect(screens.failure).toContainText("ERR_CODE_EXPIRED");
  await screens.code.sendNew();
  await screens.code.enter(await sandbox.lastCode());
  await screens.passcode.expectShown();
});
