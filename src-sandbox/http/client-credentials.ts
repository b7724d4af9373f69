import { lifetimeSeconds } from "./access-tokens.ts";
import type { Answer } from "./call.ts";
import type { Operation } from "./operation.ts";

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
    // RFC 6749 §5.1: 200, and not cacheable. (One stand-in answers 201, docs/solaris-api.md §11.)
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
