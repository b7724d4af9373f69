import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { answer } from "../../src-main/shell/ipc.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { createMain } from "../unit/create-main.ts";
import { createFakeSolaris } from "../unit/keys/fake-solaris.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { unlimitedRates } from "./fake-handlers.ts";

// For the tests that look where secrets must not be: main without its shell, all that it is given marked.

export const cardId = "MARKERcardmcrd";
export const passcode = "a MARKED passcode";
export const customer = { customer_id: "MARKER-customer-0001", name: "MARKER Ada" };
const token = "MARKER-token-MARKER-token-MARKER-token";
const jwk = makeRsaKey("MARKER-key").jwk;

/** A failure that nobody foresaw, with secrets in its text. */
export const markedError = () => new Error(`MARKER ${token} ${cardId} net::ERR_MARKER`, { cause: new Error("MARKER") });

/** How Solaris' side of a PIN change can end. */
export type End = () => Promise<void>;
export const ends: Readonly<Record<"changed" | "refused" | "unknown" | "broken", End>> = {
  changed: async () => {},
  refused: () =>
    Promise.reject(
      new BackendError("ERR_PIN_REFUSED", "answered", {
        problem: "pin_refused",
        supportId: "MARKERsupport",
        cause: markedError(),
      }),
    ),
  unknown: () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear", { cause: markedError() })),
  broken: () => Promise.reject(markedError()),
};

/** @param settled what the backend says of a change that it is asked about */
export function createMarkedMain(
  end: End,
  settled: object,
  parts: Omit<Parameters<typeof createMain>[0], "backend" | "demo">,
) {
  const sent: string[] = [];
  const solaris = createFakeSolaris();
  const backend = {
    ...solaris.backend,
    getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
    getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
    listCards: () => Promise.reject(markedError()),
    getPinKey: async () => jwk,
    changePin: async (_card: string, { attempt: _, ...request }: Record<string, string>) => {
      sent.push(...Object.values(request));
      await end();
    },
    createChangeRequest: async () => undefined,
    authorizeChange: async () => ({ validForMs: 300_000 }),
    confirmChange: () => end(),
    settleChange: async (request_id: string) => ({ request_id, ...settled }),
  } as unknown as BackendClient;
  const demo = { listNames: async () => [customer.name], signIn: async () => ({ token, customer }) };
  const { handlers } = createMain({ ...parts, backend, demo });
  const contents = new FakeContents();
  const event = { sender: contents, senderFrame: contents.mainFrame };
  const ask = (method: BridgeMethod, ...args: unknown[]) =>
    answer({ contents: asContents(contents), handlers, rates: unlimitedRates }, method, event as never, args);
  return { ask, sent, solaris };
}

/** Signs in, binds, and unlocks the key, with a wrong code and a wrong passcode on the way. @returns the right code */
export async function unlockMarked({ ask, solaris }: Pick<ReturnType<typeof createMarkedMain>, "ask" | "solaris">) {
  await ask("signIn", customer.name);
  await ask("requestCode", "MARKER computer");
  await ask("confirmCode", ascii("999999"));
  const code = Buffer.from(solaris.newestCode()).toString();
  await ask("confirmCode", solaris.newestCode());
  await ask("setPasscode", ascii(passcode));
  await ask("listCards");
  await ask("enterPasscode", ascii(`${passcode}!`));
  await ask("enterPasscode", ascii(passcode));
  return code;
}
