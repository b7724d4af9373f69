import path from "node:path";
import { prepareRealBrowser, type RealBrowser } from "../../build/desktop/real-browser.mjs";
import { AUDIENCE, signInEnvironment, signInOf } from "../../build/tasks/servers.mjs";
import type { ProviderSettings } from "../../src-sandbox/identity-provider/provider-settings.ts";
import {
  type IdentityProvider,
  startIdentityProvider,
} from "../../src-sandbox/identity-provider/start-identity-provider.ts";
import { createDemoPeople } from "../../src-sandbox/people/demo-customers.ts";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { test as base, type RunningApp } from "./fixtures.ts";

/** How the bank has set up provider and backend, and what the app asks for. */
interface Bank {
  readonly provider: Pick<ProviderSettings, "dpop" | "par">;
  /** Beyond what the demonstration's backend is told. */
  readonly backend: Readonly<Record<string, string>>;
  /** Beyond what the demonstration's app is told. */
  readonly app: Readonly<Record<string, unknown>>;
}

interface Fixtures {
  /** `test.use({ bank: … })`. */
  readonly bank: Bank;
  readonly provider: IdentityProvider;
  /** The test's own servers. */
  readonly bankServers: {
    readonly sandboxUrl: string;
    /** From now on, new connections reach another backend, which has set up its sign-in otherwise. */
    readonly leadToAnother: (environment: Record<string, string>) => Promise<void>;
    readonly leadBack: () => void;
    /** All that the backend has logged. */
    readonly logged: () => string;
  };
  /** Starts the app, which signs in with the browser. */
  readonly launchApp: (...args: string[]) => Promise<RunningApp>;
}

/** Everybody's password at the provider. */
export const PASSWORD = "correct horse 7305";
/** Somebody who can sign in at the provider and is no cardholder: the bank knows no such person. */
export const STRANGER = "Nemo Nobody";

/** A test of signing in with a real browser, which its worker shares: starting one costs more than most of these steps. */
export const test = base.extend<Fixtures, { readonly realBrowser: RealBrowser }>({
  realBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const browser = await prepareRealBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],

  bank: [{ provider: { dpop: "required", par: "required" }, backend: {}, app: {} }, { option: true }],

  provider: async ({ bank }, use) => {
    const people = createDemoPeople().map(({ name, id }) => ({ name, personId: id, password: PASSWORD }));
    const provider = await startIdentityProvider({
      ...bank.provider,
      people: [...people, { name: STRANGER, personId: "", password: PASSWORD }],
      audience: AUDIENCE,
    });
    await use(provider);
    await provider.close();
  },

  bankServers: async ({ bank, folder, provider, backendAddress }, use) => {
    let logged = "";
    const write = (line: string) => {
      logged += line;
    };
    const backend = { ...signInEnvironment(provider.issuer, backendAddress.url), ...bank.backend };
    const servers = await startServersHere(folder, { logTo: { write } }, { backend });
    const started = [servers];
    const leadBack = () => backendAddress.leadTo(servers.backendUrl());
    leadBack();
    await use({
      sandboxUrl: servers.sandboxUrl,
      leadToAnother: async (environment) => {
        const options = { logTo: { write } };
        const another = await startServersHere(path.join(folder, "another"), options, {
          backend: { ...backend, ...environment },
        });
        started.push(another);
        backendAddress.leadTo(another.backendUrl());
      },
      leadBack,
      logged: () => logged,
    });
    for (const one of started) await one.close();
  },

  servers: async ({ bankServers, backendAddress }, use) =>
    use({ backendUrl: backendAddress.url, sandboxUrl: bankServers.sandboxUrl }),

  launchApp: async ({ bank, realBrowser, provider, keyring, launch }, use) => {
    await use((...args) =>
      launch({
        args: [`--sign-in=${JSON.stringify({ ...signInOf(provider.issuer), ...bank.app })}`, ...args],
        keyringEnv: { ...keyring.env, ...realBrowser.env },
      }),
    );
    await realBrowser.forget();
  },
});
