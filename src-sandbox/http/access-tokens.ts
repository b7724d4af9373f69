import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Call } from "./call.ts";
import { Refused, shapeOf } from "./solaris-errors.ts";
import type { Family } from "./solaris-operations.ts";

// docs/solaris-api.md §11: one hour; the documents' example says 3599.
export const lifetimeSeconds = 3599;

/** The tokens of this sandbox's only partner. */
export type AccessTokens = ReturnType<typeof createAccessTokens>;

/** Keeps the tokens in memory. */
export function createAccessTokens(clock: Clock, client: { id: string; secret: string }) {
  const expiries = new Map<string, number>();
  return {
    /** Whether these are the partner's credentials. */
    isClient: (id: string, secret: string): boolean => {
      const sameId = isSame(id, client.id);
      return isSame(secret, client.secret) && sameId;
    },
    /** Issues a token, which is valid for `lifetimeSeconds`. */
    issue: (): string => {
      const token = randomBytes(32).toString("base64url");
      for (const [old, expiry] of expiries) if (expiry <= clock.now()) expiries.delete(old);
      expiries.set(token, clock.now() + lifetimeSeconds * 1000);
      return token;
    },
    /** Whether the token was issued here and has not expired. */
    isValid: (token: string) => (expiries.get(token) ?? 0) > clock.now(),
  };
}

/** Refuses a call without a valid bearer token: 401 with the codes of docs/solaris-api.md §§1 and 11. */
export function requireToken(tokens: AccessTokens, call: Call, family: Family): void {
  const shape = shapeOf(family, 401);
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(call.headers.authorization ?? "")?.[1];
  if (token === undefined) {
    throw new Refused({ status: 401, shape, code: "token_required", detail: "Bearer Token is not provided" });
  }
  if (!tokens.isValid(token)) {
    throw new Refused({ status: 401, shape, code: "invalid_token", detail: "Bearer Token is invalid or expired" });
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
