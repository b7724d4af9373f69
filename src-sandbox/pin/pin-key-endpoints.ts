import { pathId } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { modelNotFound } from "../http/solaris-errors.ts";
import { unknownPath } from "../http/unknown-path.ts";
import { findCard } from "../people/person.ts";

/** GET /v1/cards/pin_keys/latest. */
export const getPinKey: Operation = (world, call) => {
  if (world.settings.pin_key_path !== "global") return unknownPath(call.url.pathname);
  return { status: 200, body: world.pinKey.jwk };
};

/** GET /v1/cards/{card_id}/pin_keys/latest, the older path (docs/solaris-api.md §1). All cards share the key. */
export const getPinKeyOfCard: Operation = (world, call) => {
  if (world.settings.pin_key_path !== "per_card") return unknownPath(call.url.pathname);
  const cardId = pathId(call, "card_id");
  if (findCard(world.people, cardId) === undefined) throw modelNotFound("B", "CardAccount", cardId);
  return { status: 200, body: world.pinKey.jwk };
};
