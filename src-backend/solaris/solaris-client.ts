import type { SolarisConfig } from "../config.ts";
import type { Log } from "../server-log.ts";
import { createAccessTokens, TokenUnavailable } from "./access-token.ts";
import type { AnswerTo } from "./answer-table.ts";
import { readRetryAfter, readSolarisError, statusesInside } from "./error-shapes.ts";
import { exchange, type HttpReply, type HttpRequest } from "./exchange.ts";
import { ExchangeFailed } from "./exchange-failed.ts";
import { createKeptConnections } from "./kept-connections.ts";
import type { SolarisCall, SolarisOperation } from "./operations.ts";
import { readAnswer } from "./read-answer.ts";
import { type ReadRequest, readKept } from "./read-kept.ts";
import { SolarisRefusal, SolarisUnclear } from "./solaris-failure.ts";

const LARGEST_ANSWER = 64 * 1024;
/** A page of a hundred cards needs more. */
const LARGEST_PAGE = 1024 * 1024;

/** Solaris for the duration of one request. */
export type Solaris = ReturnType<ReturnType<typeof createSolaris>>;

/** Creates a function that opens Solaris for one request, whose calls share one time limit. */
export function createSolaris(config: SolarisConfig, log: Log, now: () => number) {
  const tokens = createAccessTokens(config, log, now);
  const kept = createKeptConnections(new URL(config.apiUrl), config.proxy);

  const attempt = async (call: SolarisCall, token: string, signal: AbortSignal): Promise<HttpReply> => {
    const startedAt = now();
    const { operation } = call;
    const ms = () => Math.round(now() - startedAt);
    try {
      const request = toHttp(config, call, token);
      const reply = isRead(request)
        ? await readKept(request, signal, kept, config.proxy)
        : await exchange(request, signal, config.proxy);
      log({ event: "solaris_call", operation, status: reply.status, ms: ms() });
      return reply;
    } catch (error) {
      if (!(error instanceof ExchangeFailed)) throw error;
      log({ event: "solaris_call_failed", operation, sent: error.sent, reason: error.reason, ms: ms() });
      throw new SolarisUnclear(call, error.sent);
    }
  };

  const tokenFor = async (call: SolarisCall, signal: AbortSignal): Promise<string> => {
    try {
      return await tokens.get(signal);
    } catch (error) {
      // The token request may have been sent, but the call itself was not.
      if (error instanceof ExchangeFailed || error instanceof TokenUnavailable) throw new SolarisUnclear(call, false);
      throw error;
    }
  };

  const replyTo = async (call: SolarisCall, signal: AbortSignal): Promise<HttpReply> => {
    const token = await tokenFor(call, signal);
    const reply = await attempt(call, token, signal);
    if (reply.status !== 401) return reply;
    tokens.discard(token);
    if (!refusesToken(reply)) return reply;
    // Safe even for a PIN change: this 401 means that the token was refused and nothing was done (RFC 9110 §15.5.2), so the
    // next request is the first that Solaris accepts, not a repetition.
    log({ event: "solaris_token_refused" });
    const another = await tokenFor(call, signal);
    const second = await attempt(call, another, signal);
    // Refused as well, so the next request must not use it.
    if (second.status === 401) tokens.discard(another);
    return second;
  };

  return () => {
    const signal = AbortSignal.timeout(config.timeoutMs);
    return {
      log,
      /** Makes one call. @returns the content of a yes (answer-table.ts) @throws SolarisRefusal, SolarisUnclear */
      call: async <Operation extends SolarisOperation>(call: SolarisCall<Operation>): Promise<AnswerTo<Operation>> => {
        const reply = await replyTo(call, signal);
        const reading = readAnswer(call.operation, reply, call.path);
        if (reading.says === "yes") return reading.answer;
        if (reading.says === "refused") throw new SolarisRefusal(call, reading.error, reading.of);
        log({ event: "solaris_answer_unclear", operation: call.operation, status: reply.status });
        throw new SolarisUnclear(call, true, { ...reading, retryAfterSeconds: readRetryAfter(reply.headers) });
      },
    };
  };
}

/**
 * Whether a 401 is about the token: a Solaris error, or a bearer challenge (RFC 6750 §3). A proxy's 401 can be about
 * anything.
 */
function refusesToken(reply: HttpReply): boolean {
  const challenges = String(reply.headers["www-authenticate"] ?? "");
  const isAboutToken = readSolarisError(reply) !== null || /^bearer\b/i.test(challenges);
  return isAboutToken && statusesInside(reply.json).every((status) => status >= 400 && status < 500);
}

/** Whether it changes nothing at Solaris, so that it may arrive twice (RFC 9110 §9.2.1). */
function isRead(request: HttpRequest): request is ReadRequest {
  return request.method === "GET" && request.body === undefined;
}

function toHttp(config: SolarisConfig, call: SolarisCall, token: string): HttpRequest {
  const url = new URL(`${config.apiUrl}/${call.path.map(encodeURIComponent).join("/")}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return {
    method: call.method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(call.body !== undefined && { "content-type": "application/json" }),
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    maxBytes: call.isPage ? LARGEST_PAGE : LARGEST_ANSWER,
  };
}
