import type { ProxyQuestion } from "../../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../../src-contract/errors/error-codes.ts";
import { AppError } from "../../app-error.ts";
import { withTimeout } from "../../with-timeout.ts";
import { networkFailure } from "../network-failure.ts";
import { configuredProxies } from "./configured-proxies.ts";
import type { HeadEnd, IsConfigured, ProxyPassword } from "./head-request.ts";

/** Sign-in to a proxy on the way to the backend, valid until the program ends. */
export type ProxySignIn = ReturnType<typeof createProxySignIn>;

/** One of the backend's sessions. */
export interface ProxySession {
  resolveProxy(): Promise<string>;
  /** See head-request.ts. */
  requestHead(isConfigured: IsConfigured, given: ProxyPassword | null): Promise<HeadEnd>;
}

/**
 * The schemes with a name and a password that Chromium supports; with Negotiate it signs in without asking, or not at all.
 */
const schemes: ReadonlySet<string> = new Set(["basic", "digest", "ntlm"]);

/** Companies lock accounts after a few wrong passwords: after this many each try has to wait. */
const WRONG_TRIES_AT_ONCE = 3;
const WAIT_AFTER_WRONG_MS = 60_000;

/**
 * @param now milliseconds of a monotonic clock
 * @param sessions every session that talks to the backend: Chromium remembers a password per session
 * @param timeoutMs the time of one call
 */
export function createProxySignIn(sessions: readonly ProxySession[], now: () => number, timeoutMs: number) {
  let asked: Asked | null = null;
  let told: Asked | null = null;
  let looking: Promise<ErrorCode | null> | null = null;
  let wrongTries = 0;
  let notBefore = Number.NEGATIVE_INFINITY;

  const headOf = async (session: ProxySession, given: ProxyPassword | null): Promise<Found> => {
    const answer = await withTimeout(timeoutMs, session.resolveProxy(), null); // a script that chooses the proxy can hang
    if (answer === null) return { end: { state: "timeout" }, asked: null };
    const proxies = configuredProxies(answer);
    const end = await session.requestHead((address) => proxies.some((one) => isSame(one.address, address)), given);
    if (end.state !== "asked" || !schemes.has(end.by.scheme)) return { end, asked: null };
    const { address, scheme } = end.by;
    const isTls = proxies.some((one) => one.isTls && isSame(one.address, address));
    return { end, asked: { scheme, question: { address, isReadable: scheme === "basic" && !isTls } } };
  };

  const lookAnew = async (isLate: () => boolean) => {
    for (const session of sessions) {
      const found = await headOf(session, null);
      if (isLate() || found.end.state === "timeout") return null; // a later check may find more
      asked = found.asked;
      const code = codeOfAsking(found);
      if (code !== null) return code;
    }
    return null;
  };
  const lookInTime = async () => {
    let isLate = false;
    try {
      return await withTimeout(
        timeoutMs,
        lookAnew(() => isLate),
        null,
      );
    } finally {
      isLate = true;
      looking = null;
    }
  };
  /**
   * Checks within the time of one call whether a proxy asks for sign-in. @returns its error code; null if none asks in time
   */
  const look = () => {
    looking ??= lookInTime();
    return looking;
  };

  const waitLeft = () => {
    const retryAfterMs = notBefore - now();
    return retryAfterMs > 0 ? { retryAfterMs } : {};
  };
  const noteWrong = () => {
    wrongTries += 1;
    if (wrongTries >= WRONG_TRIES_AT_ONCE) notBefore = now() + WAIT_AFTER_WRONG_MS;
  };

  return {
    look,
    /** What the last check found. The next sign-in answers the question that this returned last. */
    question(): ProxyQuestion | null {
      told = asked;
      return told?.question ?? null;
    },
    /**
     * Signs in to the proxy that asked.
     * @param password ISO 8859-1; the caller's to wipe
     * @throws AppError ERR_PROXY_PASSWORD_WRONG, ERR_TOO_MANY_REQUESTS, or what else blocks the way to the backend
     */
    async signIn(name: string, password: Uint8Array): Promise<void> {
      if (now() < notBefore) throw new AppError("ERR_TOO_MANY_REQUESTS", waitLeft());
      const answered = told ?? asked; // not a newer question, which the cardholder has not seen
      if (answered === null) throw new AppError((await look()) ?? "ERR_PROXY_REFUSED");
      const { scheme, question } = answered;
      for (const session of sessions) {
        const found = await headOf(session, { address: question.address, scheme, name, password });
        if (found.end.state === "asked" && found.end.isRefusal) {
          noteWrong();
          throw new AppError("ERR_PROXY_PASSWORD_WRONG", waitLeft());
        }
        asked = found.asked ?? asked;
        const code = codeOfAsking(found) ?? codeOfFailing(found.end);
        if (code !== null) throw new AppError(code);
      }
      asked = null;
      told = null;
      wrongTries = 0;
    },
  };
}

/** The question for the cardholder, and the proxy's scheme. */
interface Asked {
  readonly scheme: string;
  readonly question: ProxyQuestion;
}

interface Found {
  readonly end: HeadEnd;
  readonly asked: Asked | null;
}

function codeOfAsking({ end, asked }: Found): ErrorCode | null {
  if (asked !== null) return "ERR_PROXY_PASSWORD";
  return end.state === "asked" || end.state === "unsupported" ? "ERR_PROXY_SIGN_IN" : null;
}

function codeOfFailing(end: HeadEnd): ErrorCode | null {
  if (end.state === "timeout") return "ERR_BACKEND_TIMEOUT";
  return end.state === "failed" ? networkFailure(end.error).code : null;
}

/** Host names are case-insensitive (RFC 4343). */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
