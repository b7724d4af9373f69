// The app without its window, at a computer with SoftHSM's tokens: its core, the real token process, backend and sandbox.
import { startBackend } from "../../src-backend/start-backend.ts";
import { forkTokenChild } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { createCore } from "../../src-main/core.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import type { TokenModule } from "../../src-main/token/token-modules.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { usual } from "../backend/usual-config.ts";
import { pinKey } from "../sandbox/partner.ts";
import { ascii } from "../unit/by-hand.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { type Softhsm, softhsmModule } from "./softhsm.ts";

export const softhsmInProfile: TokenModule = {
  name: "softhsm",
  path: softhsmModule,
  sha256: hashOfModule(softhsmModule),
};

/** Backend and sandbox. @param levels the protection levels that the bank accepts */
export async function openBank(levels: typeof usual.policy.acceptedProtectionLevels | readonly ["keychain_passcode"]) {
  const sandbox = await startSandbox({ pinKey: await pinKey });
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    return (await (await fetch(sandbox.url + path, init)).json()) as T;
  };
  const backend = await startBackend({
    ...usual,
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 7000,
    },
    policy: { ...usual.policy, acceptedProtectionLevels: levels },
    demoCustomers: await ask("GET", "/sandbox/customers"),
  });
  return {
    url: backend.url,
    ask,
    async newestCode(): Promise<Uint8Array> {
      const { messages } = await ask<{ messages: { code: string }[] }>("GET", "/sandbox/inbox");
      return ascii(messages[0]?.code ?? "");
    },
    checkPin: (cardId: string, pin: string) =>
      ask<{ matches: boolean; changes: number }>("POST", "/sandbox/pin-check", { card_id: cardId, pin }),
    async close() {
      await backend.close();
      await sandbox.close();
    },
  };
}
export type Bank = Awaited<ReturnType<typeof openBank>>;

/** A computer on which the app can be started again and again. */
export function openComputer(bank: Bank, softhsm: Softhsm, modules: readonly TokenModule[] = [softhsmInProfile]) {
  const computer = createFakeComputer(null, enrolmentScope(bank.url, "customer"));
  const session = sessionOf(fetch);
  /** Every process that was started for a token: its end. */
  const ended: Promise<void>[] = [];
  return {
    ended,
    folder: computer.folder,
    entries: computer.entriesOfKeychain,
    editEntries: computer.editEntries,
    /** Starts the app. */
    async start(name = "Ada Single") {
      const core = createCore(
        coreOptions({
          folder: computer.folder,
          keychain: computer.keychain,
          sessions: { ordinary: session, once: session, signIn: session, updates: session },
          config: { ...usualConfig, backendOrigin: bank.url, tokenModules: modules },
          startTokenChild: async (module) => {
            const child = forkTokenChild(module, softhsm.env);
            ended.push(child.gone);
            return child;
          },
        }),
      );
      await core.handlers.signIn(name);
      return core;
    },
  };
}
