import type { ZodType } from "zod";
import type { Log } from "../server-log.ts";
import { exchange, type HttpRequest } from "../solaris/exchange.ts";
import { ExchangeFailed } from "../solaris/exchange-failed.ts";
import type { ProviderFailure, ProviderOperation } from "./provider-operations.ts";

/** In bytes. A key set has some thousand. */
const LARGEST_ANSWER = 256 * 1024;

/** The identity provider cannot be asked at the moment, or does not answer as it should. Said in the log. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
  /** What it answered with, if that was another status than 200. */
  readonly status: number | undefined;

  constructor(status?: number) {
    super();
    this.status = status;
  }
}

/** A call, but for how much it may answer. */
type ProviderRequest = Omit<HttpRequest, "maxBytes">;
/** Asks with the time limit and the log of this backend. */
export type AskProvider = <T>(operation: ProviderOperation, request: ProviderRequest, schema: ZodType<T>) => Promise<T>;

/** Creates what asks the provider. @param timeoutMs for one call */
export function createAskProvider(timeoutMs: number, log: Log): AskProvider {
  return (operation, request, schema) => ask(operation, request, schema, timeoutMs, log);
}

/**
 * Asks the identity provider once: a bounded time, a bounded answer, no redirect, its certificate verified, and no proxy
 * (SOLARIS_PROXY_URL is Solaris' only).
 * @throws ProviderUnavailable unless the answer is a 200 that fits the schema
 */
async function ask<T>(
  operation: ProviderOperation,
  request: ProviderRequest,
  schema: ZodType<T>,
  timeoutMs: number,
  log: Log,
): Promise<T> {
  const fail = (reason: ProviderFailure, more: { status?: number } = {}): ProviderUnavailable => {
    log({ event: "provider_call_failed", operation, reason, ...more });
    return new ProviderUnavailable(more.status);
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const reply = await exchange({ ...request, maxBytes: LARGEST_ANSWER }, signal).catch((error: unknown) => {
    if (!(error instanceof ExchangeFailed) || error.reason === "proxy") throw error;
    throw fail(error.reason);
  });
  if (reply.status !== 200) throw fail("status", { status: reply.status });
  const parsed = schema.safeParse(reply.json);
  if (!parsed.success) throw fail(signal.aborted ? "timeout" : "unreadable");
  log({ event: "provider_asked", operation });
  return parsed.data;
}
