import { type Clock, formatTimeInSeconds } from "../clock.ts";
import { type Call, pathId } from "../http/call.ts";
import { modelNotFound, Refused } from "../http/solaris-errors.ts";
import { wrongAnswerLimit } from "../people/one-time-code.ts";
import type { Card } from "../people/person.ts";
import type { SealedPin } from "../pin/pin-records.ts";

/** The only thing that confirms a change request. */
export type Authorization =
  | { readonly by: "tan"; readonly tan: string }
  | { readonly by: "signature"; readonly deviceId: string; readonly stringToSign: string };

/** A change of a card's PIN that waits to be authorised and confirmed (docs/solaris-api.md §3). */
export type ChangeRequest = {
  readonly id: string;
  readonly card: Card;
  /** Undefined once it was confirmed or has ended: then it can never be confirmed again. */
  sealedPin: SealedPin | undefined;
  authorization: Authorization | undefined;
  expiresAt: number;
  wrongAnswers: number;
};

export type OpenChangeRequest = ChangeRequest & { sealedPin: SealedPin };

/** The change request in the path, if it can still be confirmed. */
export function requireOpenChangeRequest(
  { changeRequests, clock }: { readonly changeRequests: ReadonlyMap<string, ChangeRequest>; readonly clock: Clock },
  call: Call,
): OpenChangeRequest {
  const id = pathId(call, "change_request_id");
  const change = changeRequests.get(id);
  if (change === undefined) throw modelNotFound("A", "Changeset", id);
  if (!isOpen(change, clock)) throw unknownChangeRequest(change.card.person_id);
  return change;
}

/** Refuses a person that does not own the change request's card. */
export function requireOwner(change: ChangeRequest, personId: string): void {
  if (personId !== change.card.person_id) throw unknownChangeRequest(personId);
}

/** Counts a wrong TAN or signature. How many end a change request is the sandbox's own choice. */
export function countWrongAnswer(change: ChangeRequest): void {
  change.wrongAnswers += 1;
  if (change.wrongAnswers >= wrongAnswerLimit) endChangeRequest(change);
}

/** Ends a change request, and forgets its PIN. */
export function endChangeRequest(change: ChangeRequest): void {
  change.sealedPin = undefined;
}

/** The fields of a change request in every answer; the time with an offset, as documented (docs/solaris-api.md §3). */
export function describeChangeRequest(
  { id }: ChangeRequest,
  status: "AUTHORIZATION_REQUIRED" | "CONFIRMATION_REQUIRED" | "COMPLETED",
  clock: Clock,
) {
  return { id, status, updated_at: formatTimeInSeconds(clock.now()).replace("Z", "+00:00") };
}

function isOpen(change: ChangeRequest, clock: Clock): change is OpenChangeRequest {
  return change.sealedPin !== undefined && clock.now() < change.expiresAt;
}

// docs/solaris-api.md §3b: the same refusal for expired, ended and other people's change requests.
function unknownChangeRequest(personId: string): Refused {
  const detail = `Unknown change request for Solaris::Person ${personId}`;
  return new Refused({ status: 422, shape: "A", code: "unprocessable_entity", detail });
}
