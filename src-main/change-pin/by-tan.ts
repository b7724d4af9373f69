import { randomUUID } from "node:crypto";
import type { SentCode } from "../../src-contract/bridge/views.ts";
import { BackendError } from "../backend/backend-error.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import {
  createChangeRequest,
  failureOf,
  type NotedChange,
  type PinChange,
  postChangeRequest,
} from "./send-encrypted-pin.ts";
import { type ChangeEnd, changed, endOfFailure, notConfirmed } from "./settle-change.ts";

/** A change request that a TAN confirms. It holds only the encrypted PIN. */
export interface TanRequest extends Omit<PinChange, "encrypt"> {
  readonly encryptedPin: EncryptedPin;
}

/** The TAN is on its way, or the change ended before one was sent. */
export type TanStep =
  | { readonly change: TanRequest; readonly sent: SentCode }
  | { readonly change: NotedChange; readonly end: ChangeEnd };

/**
 * Begins a PIN change by a change request that a TAN confirms (route `sms`, docs/solaris-api.md §3): creates it and requests
 * the TAN. Nothing changes before the confirmation.
 * @throws AppError if it fails before anything may have been sent: the PIN is unchanged
 */
export async function beginByTan(change: PinChange): Promise<TanStep> {
  const encryptedPin = await createChangeRequest(change, "sms");
  if (encryptedPin instanceof BackendError) return { change, end: await endOfFailure(change, encryptedPin) };
  try {
    const { encrypt: _, ...request } = change; // from here on nothing can reach the PIN
    return await sendTan({ ...request, encryptedPin });
  } catch (error) {
    return { change, end: notConfirmed(error) };
  }
}

/**
 * Requests a new TAN. If the change request has ended unconfirmed, a new one with the same encrypted PIN replaces it.
 * @param renewed called with the new request, which replaces the old one even if its TAN cannot be sent
 * @throws AppError if no TAN was sent: the request still waits for one
 */
export async function resendTan(request: TanRequest, renewed: (request: TanRequest) => void): Promise<TanStep> {
  try {
    return await sendTan(request);
  } catch (error) {
    if (!hasEnded(error)) throw error;
  }
  const { journal, scope, signal, encryptedPin } = request;
  signal.throwIfAborted();
  const again: TanRequest = { ...request, requestId: randomUUID() };
  await journal.write(scope, again.requestId);
  if (signal.aborted) {
    await journal.remove(scope, again.requestId);
    signal.throwIfAborted();
  }
  const failure = await failureOf(postChangeRequest(again, "sms", encryptedPin, 1));
  if (failure?.arrival === "never-sent") {
    await journal.remove(scope, again.requestId);
    throw failure;
  }
  await journal.remove(scope, request.requestId); // it ended unconfirmed
  if (failure !== null) return { change: again, end: await endOfFailure(again, failure) };
  renewed(again);
  return sendTan(again);
}

/**
 * Confirms the change.
 * @param tan six ASCII digits
 * @throws BackendError if the change request still waits, or a new one can replace it
 */
export async function confirmByTan(request: TanRequest, tan: Uint8Array): Promise<ChangeEnd> {
  const confirmation = { route: "sms", tan: Buffer.from(tan).toString("ascii") } as const;
  const { backend, requestId, tell } = request;
  const failure = await failureOf(backend.confirmChange(requestId, confirmation, () => tell("sent")));
  if (failure === null) return changed;
  if (canBeTriedAgain(failure)) throw failure;
  return endOfFailure(request, failure);
}

/** Requests no TAN once the cardholder has left the change. */
async function sendTan(request: TanRequest): Promise<TanStep> {
  request.signal.throwIfAborted();
  const { validForMs } = await request.backend.authorizeChange(request.requestId, { route: "sms" });
  return { change: request, sent: { id: randomUUID(), validForMs } };
}

function hasEnded(error: unknown): boolean {
  return (
    error instanceof BackendError &&
    (error.code === "ERR_CHANGE_REQUEST_ENDED" || error.code === "ERR_PIN_CHANGE_CLOSED")
  );
}

function canBeTriedAgain(error: BackendError): boolean {
  return error.arrival === "never-sent" || hasEnded(error) || stillWaitsAfter.has(error.code);
}

const stillWaitsAfter: ReadonlySet<BackendError["code"]> = new Set([
  "ERR_TAN_REFUSED",
  "ERR_TOO_MANY_REQUESTS",
  "ERR_SOLARIS_UNAVAILABLE",
  "ERR_NOT_RECORDED",
] as const);
