// What the tests of change requests have in common.
import { expect } from "vitest";
import { type Ask, changeRequest, path, signature } from "./backend.ts";
import { cardId, deviceId, type FakeSolaris } from "./fake-solaris.ts";

export const tan = "918273";
export const begin = (ada: Ask, body: object) => ada("POST", path.changeRequests(cardId), body);
export const stateOf = async (ada: Ask, id: string) => (await ada("POST", path.settlement(id))).json.state;
export type Route = "sms" | "device_signing";
export const authorizationOf = (route: Route) => (route === "sms" ? { route } : { route, device_id: deviceId });
export const proofOf = (route: Route) => (route === "sms" ? { route, tan } : { route, device_id: deviceId, signature });

/** A change request that waits for its confirmation. */
export async function authorized(ada: Ask, route: Route = "sms") {
  const body = changeRequest(route);
  expect((await begin(ada, body)).status).toBe(200);
  expect((await ada("POST", path.authorization(body.request_id), authorizationOf(route))).status).toBe(200);
  const confirmation = (more: object = {}) =>
    ada("POST", path.confirmation(body.request_id), { ...proofOf(route), ...more });
  return { id: body.request_id, confirmation };
}
export const confirmations = (solaris: FakeSolaris) => solaris.asked("POST", "/confirm");
