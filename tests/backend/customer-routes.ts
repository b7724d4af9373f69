import { routes } from "../../src-contract/api/routes.ts";
import { path } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";

/** Every route for customers: method and path. */
export const customerRoutes: [string, string][] = [
  ["GET", routes.me],
  ["GET", routes.cards],
  ["GET", path.pinKey(cardId)],
  ["GET", routes.policy],
  ["GET", routes.waits],
  ["POST", path.pinChanges(cardId)],
  ["POST", path.changeRequests(cardId)],
  ["POST", path.authorization("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")],
  ["POST", path.confirmation("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")],
  ["POST", path.settlement("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")],
  ["GET", routes.devices],
  ["POST", routes.devices],
  ["GET", path.device(deviceId)],
  ["DELETE", path.device(deviceId)],
  ["POST", path.verification(deviceId)],
  ["POST", path.keys(deviceId)],
  ["GET", routes.activationLetters],
  ["POST", routes.activationLetters],
  ["DELETE", path.letter("letter1")],
  ["GET", routes.deviceConsents],
  ["POST", routes.deviceConsents],
  ["DELETE", path.consent("consent1dcon")],
];
