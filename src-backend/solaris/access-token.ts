import { z } from "zod";
import type { SolarisConfig } from "../config.ts";
import { createRotatedSecret } from "../secrets/rotated-secret.ts";
import type { Log } from "../server-log.ts";
import { exchange, type HttpReply } from "./exchange.ts";
import { ExchangeFailed } from "./exchange-failed.ts";

/** In seconds. Longer lifetimes are capped. */
const LONGEST_LIFE = 86_400;
/** In seconds, if the answer has no sensible lifetime. */
const DEFAULT_LIFE = 300;

const tokenAnswer = z.object({
  // RFC 6750 §2.1: the syntax of a bearer token.
  access_token: z.string().regex(/^[A-Za-z0-9._~+/-]{1,4096}=*$/),
  // RFC 6749 §5.1: case-insensitive. Solaris has only one type, so an answer without one means that.
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .nullish(),
  expires_in: z.unknown().optional(),
});

/**
 * In RFC 6749 §5.1 the lifetime is an optional number; some servers send text. A wrong one does no harm: Solaris refuses an
 * expired token, and it is replaced.
 */
function lifetimeOf(said: unknown): number {
  const seconds = typeof said === "string" && /^\d+(?:\.\d+)?$/.test(said) ? Number(said) : said;
  return typeof seconds === "number" && seconds > 0 ? Math.min(seconds, LONGEST_LIFE) : DEFAULT_LIFE;
}

/** The token endpoint answered, but not with a token. */
export class TokenUnavailable extends Error {
  override readonly name = "TokenUnavailable";
}

/** OAuth 2.0 client credentials (docs/solaris-api.md §11): one token for all requests, until shortly before it expires. */
export function createAccessTokens(config: SolarisConfig, log: Log, now: () => number) {
  const secret = createRotatedSecret(config.clientSecret, config.clientSecretSource, log);
  let current: { token: string; usableUntil: number } | undefined;
  let pending: Promise<string> | undefined;

  const fetchToken = async (): Promise<string> => {
    const startedAt = now();
    const tried = secret.get();
    let reply = await requestToken(config, tried, log, now);
    // Its secret may be another one by now, which is tried once.
    if (refusesClient(reply) && secret.isAnotherAfter(tried)) {
      reply = await requestToken(config, secret.get(), log, now);
    }
    const parsed = tokenAnswer.safeParse(reply.status >= 200 && reply.status < 300 ? reply.json : undefined);
    if (!parsed.success) {
      // The operator's commonest mistake, a wrong id or secret, is not an answer that nobody can read.
      log(
        refusesClient(reply)
          ? { event: "solaris_client_refused", status: reply.status }
          : { event: "solaris_answer_unreadable", operation: "token", status: reply.status },
      );
      throw new TokenUnavailable();
    }
    const { access_token: token, expires_in: said } = parsed.data;
    const seconds = lifetimeOf(said);
    log({ event: "solaris_token_fetched", expires_in_seconds: seconds });
    // Not used in its last minute, so it does not expire in transit. A very short one is used for most of its life.
    current = { token, usableUntil: startedAt + (seconds - Math.min(60, seconds / 10)) * 1000 };
    return token;
  };

  return {
    /** The current token; fetches one if there is none or it is about to expire. @throws ExchangeFailed, TokenUnavailable */
    get: (signal: AbortSignal): Promise<string> => {
      if (current !== undefined && now() < current.usableUntil) return Promise.resolve(current.token);
      // Concurrent requests share one fetch, with its own time limit, because the first request's budget is not theirs.
      pending ??= fetchToken().finally(() => {
        pending = undefined;
      });
      return withinBudget(pending, signal);
    },
    /** Drops a token that Solaris refuses: the next `get` fetches another. */
    discard: (token: string): void => {
      if (current?.token === token) current = undefined;
    },
  };
}

/** RFC 6749 §5.2: 401 for a client that says who it is in a header, and some servers send their usual 400. */
function refusesClient({ status, json }: HttpReply): boolean {
  return status === 401 || (status === 400 && z.object({ error: z.literal("invalid_client") }).safeParse(json).success);
}

async function requestToken(
  config: SolarisConfig,
  clientSecret: string,
  log: Log,
  now: () => number,
): Promise<HttpReply> {
  const startedAt = now();
  const ms = () => Math.round(now() - startedAt);
  try {
    const reply = await exchange(
      {
        method: "POST",
        url: new URL(config.authUrl),
        headers: {
          authorization: `Basic ${Buffer.from(`${config.clientId}:${clientSecret}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: "grant_type=client_credentials&scope=partners",
        maxBytes: 64 * 1024,
      },
      AbortSignal.timeout(config.timeoutMs),
      config.proxy,
    );
    log({ event: "solaris_call", operation: "token", status: reply.status, ms: ms() });
    return reply;
  } catch (error) {
    if (error instanceof ExchangeFailed) {
      const { sent, reason } = error;
      log({ event: "solaris_call_failed", operation: "token", sent, reason, ms: ms() });
    }
    throw error;
  }
}

function withinBudget(token: Promise<string>, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new ExchangeFailed(false, "timeout"));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    token.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
