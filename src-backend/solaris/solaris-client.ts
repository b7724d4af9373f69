import type { SolarisConfig } from "../config.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../log.ts";
import { createAccessTokens, TokenUnavailable } from "./access-token.ts";
import { readSolarisError, type SolarisError } from "./error-shapes.ts";
import { ExchangeFailed, exchange, type HttpReply, type HttpRequest } from "./exchange.ts";
import type { SolarisOperation } from "./operations.ts";

const LARGEST_ANSWER = 64 * 1024;
/** A page of a hundred cards is larger than other answers. */
const LARGEST_PAGE = 1024 * 1024;

export interface SolarisCall {
  readonly operation: SolarisOperation;
  readonly method: HttpRequest["method"];
  /** The path's segments; each is encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly isPage?: boolean;
}

/** Solaris answered, and not with a success. */
export class SolarisRefusal extends Error {
  override readonly name = "SolarisRefusal";
  readonly call: SolarisCall;
  readonly error: SolarisError;

  constructor(call: SolarisCall, error: SolarisError) {
    super(call.operation);
    this.call = call;
    this.error = error;
  }
}

/** Solaris did not answer. */
export class SolarisSilent extends Error {
  override readonly name = "SolarisSilent";
  readonly sent: boolean;

  constructor(sent: boolean) {
    super(sent ? "sent" : "not sent");
    this.sent = sent;
  }
}

/** Solaris, for as long as one request of ours is being answered. */
export interface Solaris {
  /** Answers what a success says. Throws SolarisRefusal or SolarisSilent. */
  readonly call: (call: SolarisCall) => Promise<HttpReply>;
  readonly log: Log;
}

/** Creates what each request opens for itself: all of its calls to Solaris share one time limit. */
export function createSolaris(config: SolarisConfig, log: Log, now: () => number): () => Solaris {
  const tokens = createAccessTokens(config, log, now);

  const attempt = async (call: SolarisCall, token: string, signal: AbortSignal): Promise<HttpReply> => {
    const startedAt = now();
    const { operation } = call;
    const ms = () => Math.round(now() - startedAt);
    try {
      const reply = await exchange(toHttp(config.apiUrl, call, token), signal);
      log({ event: "solaris_call", operation, status: reply.status, ms: ms() });
      return reply;
    } catch (error) {
      if (!(error instanceof ExchangeFailed)) throw error;
      log({ event: "solaris_call_failed", operation, sent: error.sent, reason: error.reason, ms: ms() });
      throw new SolarisSilent(error.sent);
    }
  };

  const tokenFor = async (signal: AbortSignal): Promise<string> => {
    try {
      return await tokens.get(signal);
    } catch (error) {
      // Whatever was sent to the token endpoint, the call itself was not.
      if (error instanceof ExchangeFailed || error instanceof TokenUnavailable) throw new SolarisSilent(false);
      throw error;
    }
  };

  return () => {
    const signal = AbortSignal.timeout(config.timeoutMs);
    return {
      log,
      call: async (call) => {
        const token = await tokenFor(signal);
        let reply = await attempt(call, token, signal);
        if (reply.status === 401) {
          // Right for a PIN change too: a 401 says that the token was refused, and so that nothing was done
          // (RFC 9110 §15.5.2). This is the first request that Solaris takes, not a repetition of one.
          log({ event: "solaris_token_refused" });
          tokens.discard(token);
          const another = await tokenFor(signal);
          reply = await attempt(call, another, signal);
          // Refused as well: the next request shall not meet it.
          if (reply.status === 401) tokens.discard(another);
        }
        if (reply.status >= 200 && reply.status < 300) return reply;
        throw new SolarisRefusal(call, readSolarisError(reply));
      },
    };
  };
}

/** A success whose body is not what the documents describe: nothing that can be passed on. */
export function unreadableAnswer(solaris: Solaris, operation: SolarisOperation): ProblemError {
  solaris.log({ event: "solaris_answer_unreadable", operation });
  return new ProblemError("solaris_unavailable");
}

function toHttp(apiUrl: string, call: SolarisCall, token: string): HttpRequest {
  const url = new URL(`${apiUrl}/${call.path.map(encodeURIComponent).join("/")}`);
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
