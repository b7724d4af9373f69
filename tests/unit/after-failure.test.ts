import { describe, expect, it } from "vitest";
import { type ErrorCode, errorCodes, saidAs, wordedCodes } from "../../src-contract/errors/error-codes.ts";
import {
  canTryAgain,
  concernsDevice,
  concernsNetwork,
  needsAnotherPin,
  nextTryAfter,
} from "../../src-renderer/after-failure.ts";

it.each<ErrorCode>(["ERR_DEVICE_REFUSED", "ERR_DEVICE_REMOVED", "ERR_DEVICE_UNCONFIRMED", "ERR_NOT_BOUND"])(
  "%s is mended at the device, and nowhere else",
  (code) => {
    expect([concernsDevice(code), canTryAgain(code)]).toEqual([true, false]);
  },
);

it.each<ErrorCode>([
  "ERR_CARD_NOT_ELIGIBLE",
  "ERR_NOT_FOUND",
  "ERR_PIN_KEY_INVALID",
  "ERR_ROUTE_REFUSED",
  "ERR_TOO_MANY_REQUESTS",
])("%s would only come again", (code) => {
  expect([concernsDevice(code), canTryAgain(code)]).toEqual([false, false]);
});

it.each<ErrorCode>([
  "ERR_BACKEND_UNREACHABLE",
  "ERR_SOLARIS_UNAVAILABLE",
  "ERR_KEYCHAIN_LOCKED",
  "ERR_PIN_KEY_OUTDATED",
  "ERR_CHANGE_REQUEST_ENDED",
  "ERR_PIN_CHANGE_CLOSED",
  "ERR_JOURNAL",
])("%s may be over the next time", (code) => {
  expect([concernsDevice(code), canTryAgain(code), needsAnotherPin(code)]).toEqual([false, true, false]);
});

it("asks for another card PIN where the PIN is what was wrong", () => {
  expect(wordedCodes.filter(needsAnotherPin)).toEqual([
    "ERR_PIN_DIGITS",
    "ERR_PIN_SEQUENCE",
    "ERR_PIN_REPEATED",
    "ERR_PIN_GUESSABLE",
    "ERR_PIN_REFUSED",
  ]);
  expect(errorCodes.filter((code) => needsAnotherPin(code) && !canTryAgain(code))).toEqual([]);
});

it("leads to the diagnosis from all that keeps the program from the bank, and from nothing that the bank says", () => {
  expect(wordedCodes.filter(concernsNetwork)).toEqual([
    "ERR_NO_NETWORK",
    "ERR_BACKEND_UNREACHABLE",
    "ERR_BACKEND_TIMEOUT",
    "ERR_NETWORK_SIGN_IN",
    "ERR_CONNECTION_NOT_TRUSTED",
    "ERR_SERVER_KEY_UNKNOWN",
    "ERR_CERTIFICATE_DATE",
    "ERR_PROXY_UNREACHABLE",
    "ERR_PROXY_REFUSED",
    "ERR_PROXY_PASSWORD",
    "ERR_PROXY_PASSWORD_WRONG",
    "ERR_PROXY_SIGN_IN",
  ]);
});

it("decides by what is said: a code that is said as another leads where the other leads", () => {
  const decisions = (code: ErrorCode) =>
    [canTryAgain, concernsDevice, needsAnotherPin, concernsNetwork].map((by) => by(code));
  const others = errorCodes.filter((code) => saidAs(code) !== code);
  expect(others.map((code) => [code, ...decisions(code)])).toEqual(
    others.map((code) => [code, ...decisions(saidAs(code))]),
  );
});

describe("what is offered after a PIN change that changed nothing", () => {
  it.each<[string, Parameters<typeof nextTryAfter>, ReturnType<typeof nextTryAfter>]>([
    ["the same, where it never arrived", [null, "signed", []], { route: "signed", as: "again" }],
    ["the same, where it may be over", [{ code: "ERR_BACKEND_UNREACHABLE" }, "sms", []], { route: "sms", as: "again" }],
    ["another PIN", [{ code: "ERR_PIN_REFUSED" }, "signed", []], { route: "signed", as: "another-pin" }],
    ["nothing, where it would only come again", [{ code: "ERR_CARD_NOT_ELIGIBLE" }, "signed", []], null],
    ["nothing, where it is mended at the device", [{ code: "ERR_DEVICE_REMOVED" }, "signed", []], null],
    ["nothing, where no way is left", [{ code: "ERR_BACKEND_UNREACHABLE" }, null, []], null],
    ["nothing, where no way is left and it never arrived", [null, null, []], null],
    [
      "the message's way",
      [{ code: "ERR_ROUTE_REFUSED", alternative: "sms" }, "signed", []],
      { route: "sms", as: "by-sms" },
    ],
    [
      "the message's way, where this computer did not say in time what it is",
      [{ code: "ERR_DEVICE_DATA_REQUIRED" }, "signed", ["signed", "sms"]],
      { route: "sms", as: "by-sms" },
    ],
    [
      "the same, where that is the only way",
      [{ code: "ERR_DEVICE_DATA_REQUIRED" }, "signed", ["signed"]],
      { route: "signed", as: "again" },
    ],
    [
      "the other way, usual or not",
      [{ code: "ERR_DEVICE_REFUSED", alternative: "signed" }, null, []],
      { route: "signed", as: "other-way" },
    ],
  ])("%s", (_what, given, offered) => {
    expect(nextTryAfter(...given)).toEqual(offered);
  });
});
