import { routes } from "../../src-contract/api/routes.ts";
import { device as newDevice, path, setUpAda } from "./backend.ts";
import { list, personId, type Said } from "./fake-solaris.ts";
import { usual } from "./usual-config.ts";

/** Of letters at Solaris. */
export const address = "/v1/mfa/challenges/activation";
/** What is in nobody's hands but the person's who has the letter. It has no four digits in a row, as a PIN does. */
export const secretCode = "abc12def34gh";

/** As Solaris has one, wherever it shows it: with the code. */
export const activation = (id = "letter1", more: object = {}) => ({
  id,
  person_id: personId,
  code: secretCode,
  created_at: "2026-03-18T14:50:04Z",
  expires_at: "2030-03-18T14:50:04Z",
  origin: "WEB",
  purpose: "DEVICE_BINDING",
  delivery_method: "SNAILMAIL",
  ...more,
});
export const offered = { policy: { ...usual.policy, activationLetters: true } };
/** What an app asks that binds with a letter's code. */
export const byLetter = () => newDevice({ challenge_type: "activation_code" });

/** A backend that offers letters, with Ada signed in; of her Solaris lists these. */
export async function offering(listed: Said = list([]), config: object = {}) {
  const world = await setUpAda({ config: { ...offered, ...config } });
  world.solaris.on("GET", address, listed);
  world.solaris.on("POST", address, { status: 201, json: activation() });
  world.solaris.on("DELETE", `${address}/*`, { status: 204 });
  const { ada } = world;
  return {
    ...world,
    read: () => ada("GET", routes.activationLetters),
    request: (body: object = {}) => ada("POST", routes.activationLetters, body),
    cancel: (id = "letter1") => ada("DELETE", path.letter(id)),
  };
}
