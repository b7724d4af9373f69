import type { CustomFetch } from "openid-client";
import type { ErrorCode } from "../../../src-contract/errors/error-codes.ts";
import { AppError } from "../../app-error.ts";
import { BackendError } from "../../backend/backend-error.ts";
import { readBytes } from "../../backend/http-call.ts";
import { foreignAnswer, networkFailure } from "../../backend/network-failure.ts";
import type { FetchOnce } from "../../backend/once-fetch.ts";

/** The last that a Date can be. */
const LATEST_MS = 8.64e15;

/** How calls to the identity provider go out. */
export interface ProviderCalls {
  /** Of a session of its own: Chromium repeats a POST whose connection dies, which burns the code (once-fetch.ts). */
  readonly fetchOnce: FetchOnce;
  /** Sent instead of the library's name, and Electron's versions. */
  readonly userAgent: string;
  /** Told the time of each answer, as its Date header has it. */
  readonly noteDate: (date: string | null) => void;
}

/**
 * The fetch for `openid-client`: no cookies, no redirects, answers of bounded size, and the network's failures by our codes.
 * @param given ends the call when the sign-in ends
 * @returns a fetch that throws AppErrors only
 */
export function createProviderFetch(
  { fetchOnce, userAgent, noteDate }: ProviderCalls,
  given: AbortSignal,
): CustomFetch {
  return async (url, { method, headers, body, signal: limit }) => {
    const signal = limit === undefined ? given : AbortSignal.any([given, limit]);
    const init = { method, headers: { ...headers, "user-agent": userAgent }, credentials: "omit", redirect: "manual" };
    try {
      const response = await fetchOnce(url, { ...init, ...(body !== undefined && { body }), signal } as RequestInit);
      noteDate(timeOf(response.headers));
      const { status, headers: received } = response;
      if (foreignAnswer(response) === "ERR_NETWORK_SIGN_IN") throw new AppError("ERR_NETWORK_SIGN_IN");
      if (status >= 500 || status === 429) throw new AppError("ERR_SIGN_IN_UNAVAILABLE");
      const bytes = await readBytes(response);
      return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers: received });
    } catch (error) {
      if (error instanceof AppError && !(error instanceof BackendError)) throw error;
      const code = error instanceof BackendError ? error.code : networkFailure(error).code;
      throw new AppError(ofProvider(code), { cause: error });
    }
  };
}

/**
 * A cache in front of the provider may have kept metadata or keys for hours, their Date included, and says for how long (RFC
 * 9111 §4.2.3). By that Date no proof or ID token would be good any more, and every old sign-in a new one.
 */
function timeOf(headers: Headers): string | null {
  const at = Date.parse(headers.get("date") ?? "") + Number(headers.get("age") ?? 0) * 1000;
  return at >= 0 && at < LATEST_MS ? new Date(at).toUTCString() : null;
}

/** These codes' words speak of the bank's own server; what they say of the way to it is true of the provider too. */
function ofProvider(code: ErrorCode): ErrorCode {
  const isOfBackend = /^ERR_BACKEND_(?:UNREACHABLE|TIMEOUT|ANSWER)$/.test(code);
  return isOfBackend ? "ERR_SIGN_IN_UNAVAILABLE" : code;
}
