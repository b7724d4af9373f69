import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import type { BackendSession } from "../../src-main/backend/open-backend.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import { answer } from "../../src-main/shell/ipc.ts";
import { ascii, makeRsaKey } from "../unit/by-hand.ts";
import { type Options, usualConfig } from "../unit/core-options.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { createFakeSolaris } from "../unit/keys/fake-solaris.ts";
import { startCore } from "../unit/start-core.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { unlimitedRates } from "./fake-handlers.ts";

// For the tests that look where secrets must not be: the program without Electron, all that it is given marked.

export const cardId = "MARKERcardmcrd";
export const passcode = "a MARKED passcode";
const customer = { customer_id: "MARKER-customer-0001", name: "MARKER Ada" };
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
        supportId: "MARKERsupport",
        cause: markedError(),
      }),
    ),
  unknown: () => Promise.reject(new BackendError("ERR_BACKEND_TIMEOUT", "unclear", { cause: markedError() })),
  broken: () => Promise.reject(markedError()),
};

/**
 * @param settled what the backend says of a change that it is asked about
 * @param through what becomes of the session that reaches the backend
 */
export function createMarkedMain(
  end: End,
  settled: Omit<PinChangeRecord, "request_id">,
  options: Partial<Options> = {},
  through?: (session: BackendSession) => BackendSession,
) {
  const sent: string[] = [];
  const solaris = createFakeSolaris();
  const origin = (options.config ?? usualConfig).backendOrigin;
  const computer = createFakeComputer(null, enrolmentScope(origin, customer.customer_id));
  const { handlers } = startCore({
    computer,
    demo: { listNames: async () => [customer.name], signIn: async () => ({ token, customer }) },
    backend: {
      ...solaris.backend,
      getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      listCards: () => Promise.reject(markedError()),
      getPinKey: async () => jwk,
      changePin: async (_card, { attempt: _, ...request }) => {
        sent.push(...Object.values(request).map(String));
        await end();
      },
      createChangeRequest: async () => undefined,
      authorizeChange: async () => ({ validForMs: 300_000 }),
      confirmChange: () => end(),
      settleChange: async (request_id) => ({ request_id, ...settled }),
    },
    ...(through && { through }),
    ...options,
  });
  const contents = new FakeContents();
  const event = { sender: contents, senderFrame: contents.mainFrame };
  const ask = (method: BridgeMethod, ...args: unknown[]) =>
    answer({ contents: asContents(contents), handlers, rates: unlimitedRates }, method, event as never, args);
  return { ask, sent, solaris, computer };
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
  await ask("enterPasscode", ascii(`${passcode}!`), null);
  await ask("enterPasscode", ascii(passcode), "a-card");
  return code;
}
