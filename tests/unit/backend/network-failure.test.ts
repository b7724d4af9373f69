// What a failed step and the diagnosis say of the network, by the names that Chromium gives. Nothing claims more.
import { describe, expect, it } from "vitest";
import { networkReasons } from "../../../src-contract/bridge/diagnosis-view.ts";
import type { ErrorCode } from "../../../src-contract/errors/error-codes.ts";
import { errorMeaning } from "../../../src-contract/errors/error-codes.ts";
import { foreignAnswer, networkFailure } from "../../../src-main/backend/network-failure.ts";

const failing = (message: string) => networkFailure(new TypeError("fetch failed", { cause: new Error(message) }));

describe("a failed request", () => {
  it.each<[string, ErrorCode, string]>([
    ["net::ERR_INTERNET_DISCONNECTED", "ERR_NO_NETWORK", "never-sent"],
    ["net::ERR_NAME_NOT_RESOLVED", "ERR_BACKEND_UNREACHABLE", "never-sent"],
    ["net::ERR_CONNECTION_REFUSED", "ERR_BACKEND_UNREACHABLE", "never-sent"],
    ["net::ERR_CONNECTION_RESET", "ERR_BACKEND_UNREACHABLE", "unclear"],
    ["net::ERR_EMPTY_RESPONSE", "ERR_BACKEND_UNREACHABLE", "unclear"],
    ["net::ERR_CONNECTION_TIMED_OUT", "ERR_BACKEND_TIMEOUT", "never-sent"],
    ["net::ERR_TIMED_OUT", "ERR_BACKEND_TIMEOUT", "unclear"],
    ["net::ERR_PROXY_CONNECTION_FAILED", "ERR_PROXY_UNREACHABLE", "never-sent"],
    ["net::ERR_PAC_SCRIPT_FAILED", "ERR_PROXY_UNREACHABLE", "never-sent"],
    ["net::ERR_TUNNEL_CONNECTION_FAILED", "ERR_PROXY_REFUSED", "never-sent"],
    ["net::ERR_PROXY_AUTH_UNSUPPORTED", "ERR_PROXY_SIGN_IN", "never-sent"],
    ["net::ERR_CERT_AUTHORITY_INVALID", "ERR_CONNECTION_NOT_TRUSTED", "never-sent"],
    ["net::ERR_CERT_SOMETHING_NEW", "ERR_CONNECTION_NOT_TRUSTED", "never-sent"],
    ["net::ERR_CERT_DATE_INVALID", "ERR_CERTIFICATE_DATE", "never-sent"],
    ["net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN", "ERR_SERVER_KEY_UNKNOWN", "never-sent"],
    ["net::ERR_SSL_PROTOCOL_ERROR", "ERR_CONNECTION_NOT_TRUSTED", "unclear"],
    ["net::ERR_SSL_BAD_RECORD_MAC_ALERT", "ERR_CONNECTION_NOT_TRUSTED", "unclear"],
    ["net::ERR_INVALID_HTTP_RESPONSE", "ERR_BACKEND_ANSWER", "unclear"],
    ["Attempted to redirect, but redirect policy was 'error'", "ERR_NETWORK_SIGN_IN", "unclear"],
    ["net::ERR_SOMETHING_NEW", "ERR_BACKEND_UNREACHABLE", "unclear"],
    ["nothing known", "ERR_BACKEND_UNREACHABLE", "unclear"],
  ])("%s is %s, %s", (message, code, arrival) => {
    expect(failing(message)).toMatchObject({ code, arrival });
  });

  it.each(networkReasons)("%s is told to support by its name, and lies with the network", (reason) => {
    const failure = failing(`net::${reason}`);
    expect(failure.reason).toBe(reason);
    expect(errorMeaning(failure.code).concerns).toBe("network");
  });

  it("gives on no name that is in no list", () => {
    expect(failing("net::ERR_ADA_SINGLE").reason).toBeNull();
  });
});

describe("an answer that is not the backend's", () => {
  const page = (status: number, type = "text/html; charset=utf-8") =>
    new Response(status === 304 ? null : "<p>", { status, headers: { "content-type": type } });

  it.each<[Response, ErrorCode]>([
    [page(200), "ERR_NETWORK_SIGN_IN"],
    [page(302), "ERR_NETWORK_SIGN_IN"],
    [page(511), "ERR_NETWORK_SIGN_IN"],
    [page(511, "application/json"), "ERR_NETWORK_SIGN_IN"],
    [page(200, "application/json"), "ERR_BACKEND_ANSWER"],
    [page(403), "ERR_BACKEND_ANSWER"],
    [page(502), "ERR_BACKEND_ANSWER"],
  ])("%# says no more than it can", (answer, code) => {
    expect(foreignAnswer(answer)).toBe(code);
  });
});
