import { randomUUID } from "node:crypto";
import { BackendError } from "../backend/backend-error.ts";
import { type ChangeStep, type TanRequest, wantsSignIn } from "./change-step.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import { failureOf, type PinChange, postChangeRequest, sendEncryptedPin } from "./send-encrypted-pin.ts";
import { type ChangeEnd, changed, endOfFailure, notConfirmed } from "./settle-change.ts";

/**
 * Begins a PIN change by a change request that a TAN confirms (route `sms`, docs/solaris-api.md §3): creates it and requests
 * the TAN. Nothing changes before the confirmation.
 * @returns also that it waits for a sign-in
 * @throws AppError if it fails before anything may have been sent: the PIN is unchanged
 */
export async function beginByTan(change: PinChange): Promise<ChangeStep> {
  const { encrypt: _, ...request } = change; // what stays cannot reach the PIN
  const pins: EncryptedPin[] = [];
  const sent = await sendEncryptedPin(change, (encryptedPin, attempt) => {
    pins.push(encryptedPin);
    return postChangeRequest(change, "sms", encryptedPin, attempt);
  });
  if (!(sent instanceof BackendError)) return firstTan({ ...request, encryptedPin: sent });
  const [first, second] = pins;
  if (first === undefined || second !== undefined) return { change: request, end: await endOfFailure(request, sent) };
  return stepAfter({ ...request, encryptedPin: first }, sent);
}

/** The step after the only request that creates the change request has failed. */
async function stepAfter(request: TanRequest, failure: BackendError): Promise<ChangeStep> {
  if (!wantsSignIn(failure)) return { change: request, end: await endOfFailure(request, failure) };
  const send = async (): Promise<ChangeStep> => {
    const again = await failureOf(postChangeRequest(request, "sms", request.encryptedPin, 1));
    return again === null ? firstTan(request) : stepAfter(request, again);
  };
  return { change: request, cardId: request.cardId, route: "sms", send };
}

/** Requests the first TAN of a change request. Without one the change has ended: nothing was confirmed. */
async function firstTan(request: TanRequest): Promise<ChangeStep> {
  try {
    return await sendTan(request);
  } catch (error) {
    return { change: request, end: notConfirmed(error) };
  }
}

/**
 * Requests a new TAN. If the change request has ended unconfirmed, a new one with the same encrypted PIN replaces it.
 * @param renewed called with the new request, which replaces the old one even if its TAN cannot be sent
 * @throws AppError if no TAN was sent: the request still waits for one
 */
export async function resendTan(request: TanRequest, renewed: (request: TanRequest) => void): Promise<ChangeStep> {
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
async function sendTan(request: TanRequest): Promise<ChangeStep> {
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
