import { expect, it } from "vitest";
import { errorCatalogue } from "../../src-contract/errors/error-catalogue.ts";
import { errorCodes, errorMeaning, isProblemCode, saidAs, wordedCodes } from "../../src-contract/errors/error-codes.ts";

it("what a cardholder need not tell apart is told as another code, as version 0.1 did where a code had no name of its own", () => {
  const others = errorCodes.filter((code) => saidAs(code) !== code);
  expect(Object.fromEntries(others.map((code) => [code, saidAs(code)]))).toEqual({
    ERR_ATTEMPT_REFUSED: "ERR_REFUSED",
    ERR_BACKEND_INTERNAL: "ERR_BACKEND_ANSWER",
    ERR_DEVICE_KEY_CONFLICT: "ERR_REFUSED",
    ERR_INVALID_REQUEST: "ERR_REFUSED",
    ERR_METHOD_NOT_ALLOWED: "ERR_BACKEND_ANSWER",
    ERR_NOT_READY: "ERR_BACKEND_ANSWER",
    ERR_OPERATION_UNKNOWN: "ERR_BACKEND_ANSWER",
    ERR_PIN_CHANGE_OUTCOME_UNKNOWN: "ERR_BACKEND_TIMEOUT",
    ERR_REQUEST_ID_REUSED: "ERR_REFUSED",
    ERR_RESTRICTED_KEY_EXISTS: "ERR_DEVICE_REFUSED",
    ERR_UNKNOWN_REFUSAL: "ERR_REFUSED",
    ERR_UPDATE_WAITS: "ERR_BUSY",
  });
});

it("a code has either a meaning of its own or another's, never another's at one more remove", () => {
  for (const code of errorCodes) {
    const always = Object.keys(errorCatalogue[code]).filter((part) => part !== "http" && part !== "field");
    expect(always).toEqual(saidAs(code) === code ? ["concerns", "retry", "pinChange"] : ["saidAs"]);
    expect(wordedCodes).toContain(saidAs(code));
    expect(errorMeaning(code)).toBe(errorCatalogue[saidAs(code)]);
  }
});

it.each(["not_found", "ERR_SOMETHING_NEW", "ERR_KEYCHAIN_LOCKED", "toString", "__proto__", ""])(
  "%j is no word that the backend answers",
  (word) => {
    expect(isProblemCode(word)).toBe(false);
  },
);
