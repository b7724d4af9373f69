import type { IdentityProviderControl } from "./identity-provider.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import type { Screens } from "./screens/all-screens.ts";

/** The device passcode that tests set, unless it is their subject. */
export const PASSCODE = "Rain on 7 roofs";

interface AtWindow {
  readonly screens: Screens;
  readonly sandbox: Pick<SandboxControl, "lastCode">;
}

/** Signs in: by a name, or in the browser where there is a provider. */
export async function signInAtWindow(
  screens: Screens,
  person: string,
  provider?: Pick<IdentityProviderControl, "signIn">,
): Promise<void> {
  if (provider === undefined) return screens.signIn.as(person);
  await screens.signIn.withBrowser();
  await provider.signIn(person);
}

/** Links the computer, as a cardholder does who has just signed in, and goes on to the cards. */
export async function linkAtWindow({ screens, sandbox }: AtWindow, passcode = PASSCODE): Promise<void> {
  await screens.link.sendCode();
  await screens.code.enter(await sandbox.lastCode());
  await screens.passcode.set(passcode);
  await screens.linked.toCards();
}
