import { z } from "zod";
import { isHttpsUrl } from "../config-values.ts";
import type { Log } from "../server-log.ts";
import { type AskProvider, ProviderUnavailable } from "./ask-provider.ts";
import { type KeptAnswer, keepAnswer } from "./kept-answer.ts";

const MINUTE_MS = 60_000;
/**
 * It changes when a provider is rebuilt; then its keys are found within the time that keys are kept. Nobody waits for it:
 * with the keys or an introspection after it, that would be twice the time limit.
 */
const keptFor = { freshMs: 5 * MINUTE_MS, usableMs: 24 * 60 * MINUTE_MS, waits: false };

/** A query is a provider's own affair (RFC 6749 §3.1). */
const address = z
  .string()
  .max(2048)
  .refine((value) => isHttpsUrl(value.replace(/\?[^#]*$/, "")));
const metadata = z.object({
  issuer: z.string(),
  jwks_uri: address,
  // One that cannot be used counts as none: whoever reads the tokens here needs the keys alone.
  introspection_endpoint: address.optional().catch(undefined),
});

/** What this backend needs to know of the provider (OpenID Connect Discovery §3). */
export type ProviderMetadata = z.infer<typeof metadata>;

/** Where a provider describes itself (OpenID Connect Discovery §4). */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/** Reads the provider's description of itself, which must be that of our issuer (§4.3). */
export function discoverProvider(
  issuer: string,
  askProvider: AskProvider,
  log: Log,
  monotonic: () => number,
): KeptAnswer<ProviderMetadata> {
  const ask = async () => {
    const request = { method: "GET", url: new URL(discoveryUrl(issuer)), headers: {} } as const;
    const found = await askProvider("discovery", request, metadata);
    if (found.issuer === issuer) return found;
    log({ event: "provider_call_failed", operation: "discovery", reason: "wrong_issuer" });
    throw new ProviderUnavailable();
  };
  return keepAnswer(ask, keptFor, monotonic);
}
