// A process that works in a session keyring: keytar takes its bus from the environment, once, and ends with that bus.
import { createRequire } from "node:module";
import { keychainLibraries } from "../../build/keychain-library.ts";

/** What the process is asked for, one thing after the other. */
export type Order =
  | { readonly do: "remember" | "clear" }
  | {
      readonly do: "bind";
      /** Where the app's files are. */
      readonly profile: string;
      readonly backendOrigin: string;
      readonly person: string;
      readonly passcode: string;
      /** scrypt's N. */
      readonly passcodeCost: number;
    };

/** Null: it was done. */
export type Answer = { readonly failure: string | null };

// What a development build has as constants (electron.vite.config.ts).
Object.assign(globalThis, {
  __RELEASE__: false,
  __HARDWARE_KEY__: true,
  __KEYCHAIN_LIBRARY__: keychainLibraries(process.cwd()),
});
const { createCore } = await import("../../src-main/core.ts");
const { developmentService } = await import("../../src-main/keys/keychain-service.ts");
const { currentCost } = await import("../../src-main/keys/key-wrapping.ts");
const { coreOptions, sessionOf, usualConfig } = await import("../unit/core-options.ts");

const service = developmentService("Cardbound");
const keytar: typeof import("keytar") = createRequire(import.meta.url)("keytar");
const bytes = (text: string) => new TextEncoder().encode(text);

/** Binds a computer by the app's own core, real HTTP and the real keyring, step by step as the window's screens do. */
async function bind({ profile, backendOrigin, person, passcode, passcodeCost }: Extract<Order, { do: "bind" }>) {
  const session = sessionOf(fetch);
  const { handlers } = createCore(
    coreOptions({
      folder: profile,
      config: { ...usualConfig, backendOrigin, passcodeCost: { ...currentCost, N: passcodeCost } },
      sessions: { ordinary: session, once: session, signIn: session, updates: session },
      keychain: { service },
    }),
  );
  await handlers.signIn(person);
  await handlers.requestCode("A computer");
  await handlers.confirmCode(bytes("212212"));
  await handlers.setPasscode(bytes(passcode));
}

/** Accounts of entries that are not a test's: on another system than Linux the keychain is that of whoever runs the tests. */
let foreign = new Set<string>();
const accounts = async () => (await keytar.findCredentials(service)).map(({ account }) => account);

async function carryOut(order: Order): Promise<void> {
  switch (order.do) {
    case "remember":
      foreign = new Set(await accounts());
      return;
    case "clear":
      for (const account of await accounts()) if (!foreign.has(account)) await keytar.deletePassword(service, account);
      return;
    case "bind":
      return bind(order);
  }
}

process.on("message", async (order: Order) => {
  const failure = await carryOut(order).then(
    () => null,
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  process.send?.({ failure } satisfies Answer);
});
process.on("disconnect", () => process.exit());
