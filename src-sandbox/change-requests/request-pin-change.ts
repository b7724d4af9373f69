import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readFields } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { Refused } from "../http/solaris-errors.ts";
import { findPerson } from "../people/person.ts";
import { requireCard, requireChangeable } from "../pin/changeable-card.ts";
import { encryptedPinFields, readNewPin } from "../pin/new-pin.ts";
import type { World } from "../world.ts";
import { type ChangeRequest, describeChangeRequest } from "./change-request.ts";

const requestSchema = z.object(encryptedPinFields);

/**
 * POST /v1/cards/{card_account_id}/sca_pin_update_requests (docs/solaris-api.md §3). Reads and checks the PIN now, so a
 * later key rotation does no harm; the card gets it only when the change request is confirmed.
 */
export const requestPinChange: Operation = (world, call) => {
  const request = readFields(call, requestSchema, "A");
  const card = requireCard(world, call);
  requireMobileNumber(world, card.person_id);
  requireChangeable(card);
  const change: ChangeRequest = {
    id: `${randomBytes(16).toString("hex")}csc`,
    card,
    sealedPin: readNewPin(world, card, request),
    authorization: undefined,
    expiresAt: world.clock.now() + world.settings.change_request_seconds * 1000,
    wrongAnswers: 0,
  };
  world.changeRequests.set(change.id, change);
  const described = describeChangeRequest(change, "AUTHORIZATION_REQUIRED", world.clock);
  const url = `${call.url.origin}/v1/change_requests/${change.id}/authorize`;
  return { status: world.settings.sca_pin_update_success_status, body: { ...described, url } };
};

// docs/solaris-api.md §3b, for either way of authorisation; the words are the known stand-in's.
function requireMobileNumber(world: World, personId: string): void {
  if (findPerson(world.people, personId)?.mobileNumber !== undefined) return;
  const why = "While authorization required, no entity with a possibility to authorize data change is present.";
  throw new Refused({
    status: 403,
    shape: "B",
    code: "Unauthorized Change Request",
    detail: `Unauthorized change request for Solaris::Person ${personId}. ${why}`,
  });
}
