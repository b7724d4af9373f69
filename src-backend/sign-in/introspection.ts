import { createHash } from "node:crypto";
import { z } from "zod";
import { createRotatedSecret } from "../secrets/rotated-secret.ts";
import type { Log } from "../server-log.ts";
import { type AskProvider, ProviderUnavailable } from "./ask-provider.ts";
import type { KeptAnswer } from "./kept-answer.ts";
import type { ProviderMetadata } from "./provider-metadata.ts";
import { SignInRefused } from "./refusal.ts";
import type { IntrospectionClient } from "./sign-in-config.ts";
import { type ClaimsConfig, checkClaims } from "./token-claims.ts";
import type { ReadAccessToken } from "./verified-token.ts";

/** How long an answer is kept, which is how long a revoked token still counts. The app sends several requests at a time. */
const KEPT_MS = 10_000;
const MOST_KEPT = 1000;

const answer = z.looseObject({ active: z.boolean() });
type Answer = z.infer<typeof answer>;

/**
 * Reads access tokens by asking the provider about each (RFC 7662), for tokens that only it can read.
 * @param now in milliseconds, as are both clocks
 */
export function createIntrospection(
  config: ClaimsConfig,
  client: IntrospectionClient,
  metadata: KeptAnswer<ProviderMetadata>,
  askProvider: AskProvider,
  log: Log,
  { now, monotonic }: { readonly now: () => number; readonly monotonic: () => number },
): ReadAccessToken {
  const secret = createRotatedSecret(client.secret, client.secretSource, log);
  const kept = new Map<string, { readonly answer: Promise<Answer>; readonly until: number }>();

  const findEndpoint = async (): Promise<string> => {
    const { introspection_endpoint: endpoint } = await metadata.get();
    if (endpoint !== undefined) return endpoint;
    log({ event: "provider_call_failed", operation: "introspection", reason: "not_offered" });
    throw new ProviderUnavailable();
  };
  // Ahead of the first token, so that the log says of a wrong setting at start. What fails is in the log.
  findEndpoint().catch(() => {});
  const ask = async (token: string): Promise<Answer> => {
    const endpoint = await findEndpoint();
    const body = new URLSearchParams({ token, token_type_hint: "access_token" }).toString();
    const askWith = (password: string): Promise<Answer> => {
      const headers = {
        authorization: basic(client.id, password),
        "content-type": "application/x-www-form-urlencoded",
      };
      return askProvider("introspection", { method: "POST", url: new URL(endpoint), headers, body }, answer);
    };
    const tried = secret.get();
    try {
      return await askWith(tried);
    } catch (error) {
      // RFC 7662 §2.3: 401 is about this backend's own client, whose secret may be another one by now.
      const isRefused = error instanceof ProviderUnavailable && error.status === 401;
      if (!isRefused || !secret.isAnotherAfter(tried)) throw error;
      return askWith(secret.get());
    }
  };
  // Under the token's hash, so that no valid token lies in memory for longer than its request.
  const askOrRemember = (token: string): Promise<Answer> => {
    const name = createHash("sha256").update(token).digest("base64url");
    const found = kept.get(name);
    if (found !== undefined && monotonic() < found.until) return found.answer;
    kept.delete(name);
    const asking = ask(token);
    asking.catch(() => kept.delete(name));
    kept.set(name, { answer: asking, until: monotonic() + KEPT_MS });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return asking;
  };

  return async (token) => {
    const said = await askOrRemember(token);
    if (!said.active) throw new SignInRefused("token_inactive");
    // Each time, so a kept answer does not outlive its token.
    return checkClaims("introspection", said, config, now() / 1000);
  };
}

/** RFC 6749 §2.3.1: both are form-encoded first. */
function basic(id: string, secret: string): string {
  const credentials = [id, secret].map((one) => new URLSearchParams({ one }).toString().slice("one=".length));
  return `Basic ${Buffer.from(credentials.join(":")).toString("base64")}`;
}
