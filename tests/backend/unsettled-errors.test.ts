import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import {
  type ErrorCode,
  errorMeaning,
  problemCodes,
  saidAs,
  wordedCodes,
} from "../../src-contract/errors/error-codes.ts";
import { ask, setUp } from "./backend.ts";

/** Where no answer was seen, or none was asked for; and a change that is still being carried out. */
const ownOfTheApp: readonly ErrorCode[] = [
  // What keeps the app from the bank, or answers in its place (src-main/backend/network-failure.ts).
  "ERR_BACKEND_TIMEOUT",
  "ERR_BACKEND_UNREACHABLE",
  "ERR_CERTIFICATE_DATE",
  "ERR_CONNECTION_NOT_TRUSTED",
  "ERR_NETWORK_SIGN_IN",
  "ERR_NO_NETWORK",
  "ERR_PROXY_PASSWORD",
  "ERR_PROXY_REFUSED",
  "ERR_PROXY_SIGN_IN",
  "ERR_PROXY_UNREACHABLE",
  "ERR_SERVER_KEY_UNKNOWN",
  "ERR_BUSY",
  "ERR_TOO_MANY_CALLS",
  "ERR_FOLDER_UNUSABLE",
  "ERR_INTERNAL",
  "ERR_PIN_CHANGE_IN_PROGRESS",
  "ERR_UNTRUSTED_SENDER",
];

it("what comes instead of how a PIN change ended claims nothing of the PIN, and all else that comes is certain", async () => {
  const { url } = await setUp();
  const { json } = await ask(url + routes.openapi, "GET");
  const path = routes.pinChangeSettlement.replace(/:(\w+)/g, "{$1}");
  const described = JSON.stringify(json.paths[path].post.responses);
  // The app gets no `ERR_INVALID_REQUEST` here: nothing that is in the object that it sends is refused.
  const answered = problemCodes.filter((code) => code !== "ERR_INVALID_REQUEST" && described.includes(`\`${code}\``));
  expect(answered).toContain("ERR_NOT_RECORDED");
  const unsettled = new Set([...answered.map(saidAs), ...ownOfTheApp]);
  const unknown = wordedCodes.filter((code) => errorMeaning(code).pinChange === "unknown");
  expect(new Set(unknown)).toEqual(unsettled);
});
