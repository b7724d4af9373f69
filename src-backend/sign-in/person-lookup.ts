import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { ProblemError } from "../http/problem-error.ts";
import { createRotatedSecret, type RotatedSecret, type SecretSource } from "../secrets/rotated-secret.ts";
import type { Log, PersonLookupFailure } from "../server-log.ts";
import { exchange, type HttpReply } from "../solaris/exchange.ts";
import { ExchangeFailed } from "../solaris/exchange-failed.ts";
import type { FoundPerson } from "./found-person.ts";
import { lookupUrlFor } from "./lookup-url.ts";

/** In milliseconds: a person who was let go is let in for this long. */
const KEPT_MS = 60_000;
/** Beyond this the answers that are kept longest are dropped. */
const MOST_KEPT = 10_000;
const LARGEST_ANSWER = 16 * 1024;

/** The partner's own service that knows who is who. */
export interface LookupConfig {
  readonly url: string;
  /** The bearer token that it wants. */
  readonly token: string;
  /** Where the token can be read again. */
  readonly tokenSource?: SecretSource | undefined;
  readonly timeoutMs: number;
}

/** Finds the person of a subject. @returns null if there is none @throws ProblemError `ERR_SIGN_IN_UNAVAILABLE` */
export type LookUpPerson = (subject: string) => Promise<FoundPerson | null>;

// The subject has to come back: a cache on the way that ignores the query must not sign anybody in as somebody else.
const answer = z.object({ sub: z.string(), person_id: opaqueId, name: z.string().optional().catch(undefined) });

/**
 * Creates the look-up (docs/sign-in.md). Keeps what it was told for a minute, and asks once for requests at the same time.
 * Follows no redirect: the token is for this service alone.
 * @param monotonic in milliseconds
 */
export function createPersonLookup(config: LookupConfig, log: Log, monotonic: () => number): LookUpPerson {
  const kept = new Map<string, { readonly until: number; readonly found: Promise<FoundPerson | null> }>();
  const token = createRotatedSecret(config.token, config.tokenSource, log);
  return (subject) => {
    const known = kept.get(subject);
    if (known !== undefined && monotonic() < known.until) return known.found;
    const found = ask(config, token, subject, log, monotonic);
    kept.delete(subject); // so that it is the newest again
    kept.set(subject, { until: monotonic() + KEPT_MS, found });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    found.catch(() => {
      if (kept.get(subject)?.found === found) kept.delete(subject);
    });
    return found;
  };
}

async function ask(
  { url: template, timeoutMs }: LookupConfig,
  token: RotatedSecret,
  subject: string,
  log: Log,
  monotonic: () => number,
): Promise<FoundPerson | null> {
  const url = lookupUrlFor(template, subject);
  if (url === null) return null;
  const startedAt = monotonic();
  const failed = (reason: PersonLookupFailure): ProblemError => {
    log({ event: "person_lookup_failed", reason, ms: Math.round(monotonic() - startedAt) });
    return new ProblemError("ERR_SIGN_IN_UNAVAILABLE");
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const askWith = (bearer: string): Promise<HttpReply> => {
    const headers = { authorization: `Bearer ${bearer}` };
    return exchange({ method: "GET", url, headers, maxBytes: LARGEST_ANSWER }, signal);
  };
  let reply: HttpReply;
  try {
    const tried = token.get();
    reply = await askWith(tried);
    // Its file may have another one by now.
    if (reply.status === 401 && token.isAnotherAfter(tried)) reply = await askWith(token.get());
  } catch (error) {
    throw error instanceof ExchangeFailed ? failed(error.reason) : error;
  }
  log({ event: "person_looked_up", status: reply.status, ms: Math.round(monotonic() - startedAt) });
  if (reply.status === 404) return null;
  if (reply.status !== 200) throw failed("status");
  const parsed = answer.safeParse(reply.json);
  if (!parsed.success) throw failed(signal.aborted ? "timeout" : "unreadable");
  if (parsed.data.sub !== subject) throw failed("other_subject");
  return { personId: parsed.data.person_id, name: parsed.data.name };
}
