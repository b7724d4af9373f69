import { AUDIENCE, signInEnvironment, signInOf } from "../build/tasks/servers.mjs";
import type { ProviderFaults } from "../src-sandbox/identity-provider/provider-settings.ts";
import {
  type IdentityProviderOptions,
  startIdentityProvider,
} from "../src-sandbox/identity-provider/start-identity-provider.ts";
import { createDemoPeople } from "../src-sandbox/people/demo-customers.ts";
import type { BrowserStandIn, LoadedPage } from "./browser-stand-in.ts";

/** The bank's identity provider, with what people do in a browser there and on their phones. */
export interface IdentityProviderControl {
  readonly issuer: string;
  /**
   * On the page that the app has opened: name and password, then the second step as the authenticator on the phone would confirm it.
   * @param person one of the demonstration's customers, or anybody: then nobody is let in
   */
  readonly signIn: (person: string, how?: { readonly confirms?: boolean }) => Promise<void>;
  /** Closes the page that the app has opened by its button *Cancel*. */
  readonly cancel: () => Promise<void>;
  /** What it does wrong from now on. */
  readonly faults: ProviderFaults;
  /** Signs with a new key from now on. */
  readonly rotateKeys: () => void;
  /** Forgets who has signed in. */
  readonly forgetSessions: () => void;
  /** How often a path was asked for. */
  readonly arrivals: (path: string) => number;
}

/** Everybody's at the provider; invented. */
const PASSWORD = "correct horse 7305";

/** What a bank with a provider tells its backend and its app. */
interface Bank {
  readonly control: IdentityProviderControl;
  readonly backend: Record<string, string>;
  readonly appArgs: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * @param origin where the app reaches the backend
 * @param at where the provider is, if the app knows its address already
 */
export async function openBankWithProvider(
  origin: string,
  browser: BrowserStandIn,
  at: Pick<IdentityProviderOptions, "port" | "tls"> = {},
): Promise<Bank> {
  const people = createDemoPeople().map(({ name, id }) => ({ name, personId: id, password: PASSWORD }));
  const kind = { dpop: "required", par: "required" } as const;
  const provider = await startIdentityProvider({ ...kind, people, audience: AUDIENCE, ...at });
  const fillIn = async (person: string) => {
    const page = await browser.load(await browser.opened());
    return browser.submit(page, { do: "sign-in", name: person, password: PASSWORD });
  };
  const mustBeDone = ({ status }: LoadedPage) => {
    if (status !== 200) throw new Error(`the page at the end has the status ${status}`);
  };
  const control: IdentityProviderControl = {
    issuer: provider.issuer,
    signIn: async (person, { confirms = true } = {}) => {
      const page = await fillIn(person);
      if (!page.html.includes('value="confirm"')) return; // nobody is let in with that name
      mustBeDone(await browser.submit(page, { do: confirms ? "confirm" : "cancel" }));
    },
    cancel: async () => {
      const page = await browser.load(await browser.opened());
      mustBeDone(await browser.submit(page, { do: "cancel" }));
    },
    faults: provider.faults,
    rotateKeys: provider.rotateKeys,
    forgetSessions: () => {
      browser.forget();
      provider.forgetSessions();
    },
    arrivals: (asked) => provider.arrivals.get(asked) ?? 0,
  };
  return {
    control,
    backend: signInEnvironment(provider.issuer, origin),
    appArgs: [`--sign-in=${JSON.stringify(signInOf(provider.issuer))}`],
    close: provider.close,
  };
}
