import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Answer, Call, Operation } from "./call.ts";
import { Refused, shapeOf } from "./solaris-errors.ts";
import type { Family } from "./solaris-operations.ts";

// solaris-api §11: one hour; the documents' example says 3599.
const lifetimeSeconds = 3599;

export type AccessTokens = {
  readonly isClient: (id: string, secret: string) => boolean;
  readonly issue: () => string;
  readonly isValid: (token: string) => boolean;
};

/** Keeps the tokens handed out to the one partner this sandbox knows. */
export function createAccessTokens(clock: Clock, client: { id: string; secret: string }): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    isClient: (id, secret) => {
      const sameId = isSame(id, client.id);
      return isSame(secret, client.secret) && sameId;
    },
    issue: () => {
      const token = randomBytes(32).toString("base64url");
      for (const [old, expiry] of expiries) if (expiry <= clock.now()) expiries.delete(old);
      expiries.set(token, clock.now() + lifetimeSeconds * 1000);
      return token;
    },
    isValid: (token) => (expiries.get(token) ?? 0) > clock.now(),
  };
}

/** POST /oauth2/token: client credentials in, bearer token out. Its refusals are those of RFC 6749 §5.2. */
export const issueToken: Operation = (world, call) => {
  const client = readBasic(call.headers.authorization);
  if (client === undefined || !world.tokens.isClient(client.id, client.secret)) {
    const challenge = { "www-authenticate": 'Basic realm="partners"' };
    return refuseToken(401, "invalid_client", "Client authentication failed", challenge);
  }
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(call.headers["content-type"] ?? "")) {
    return refuseToken(400, "invalid_request", "The content type must be application/x-www-form-urlencoded");
  }
  const form = new URLSearchParams(call.body.toString("utf8"));
  const grant = form.getAll("grant_type");
  if (grant.length !== 1) return refuseToken(400, "invalid_request", "grant_type must be given once");
  if (grant[0] !== "client_credentials") return refuseToken(400, "unsupported_grant_type", "Use client_credentials");
  if ((form.get("scope") ?? "partners") !== "partners") return refuseToken(400, "invalid_scope", "Use partners");
  return {
    // RFC 6749 §5.1: 200, and no cache on the way may keep it. (One stand-in answers 201, solaris-api §11.)
    status: 200,
    headers: { "cache-control": "no-store" },
    body: {
      access_token: world.tokens.issue(),
      expires_in: lifetimeSeconds,
      scope: "partners",
      token_type: "bearer",
    },
  };
};

/** Refuses a call without a valid bearer token: 401 with the codes of solaris-api §§1 and 11. */
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

function refuseToken(status: number, error: string, description: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: { error, error_description: description } };
}

function readBasic(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
