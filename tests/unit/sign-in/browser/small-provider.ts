import { createHash, randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { type OneServer, startOneServer } from "../../backend/one-server.ts";

/** What a test's provider offers, and how it goes wrong. */
interface Offers {
  readonly dpop?: boolean;
  readonly par?: boolean;
  readonly iss?: boolean;
}

type Request = Readonly<Record<string, string>>;

export type SmallProvider = Awaited<ReturnType<typeof startSmallProvider>>;

/**
 * An identity provider that does what a test says, wrong answers included. It keeps to the standard where nothing else is
 * said: one use of a code, PKCE, the redirect URI of the request. The browser is the test.
 */
export async function startSmallProvider({ dpop = true, par = true, iss = true }: Offers = {}) {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const key = { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: "a-key", use: "sig", alg: "ES256" } };
  const pushed = new Map<string, Request>();
  const codes = new Map<string, Request>();
  const issued: string[] = [];
  const revoked: string[] = [];
  const said = {
    metadata: {} as Record<string, unknown>,
    /** Replaces the answer at a path. */
    at: new Map<string, RequestListener>(),
    /** Answers at a path itself, or lets the provider go on. */
    before: new Map<string, (...args: Parameters<RequestListener>) => boolean>(),
    claims: (claims: JWTPayload): JWTPayload => claims,
    sign: (claims: JWTPayload): Promise<string> => signWith(key.privateKey, claims),
    tokenType: dpop ? "DPoP" : "Bearer",
    /** Seconds that its clock is ahead. */
    ahead: 0,
    authTime: null as number | null,
    /** Of an access token, in seconds. */
    expiresIn: 300,
  };
  const now = () => Math.floor(Date.now() / 1000) + said.ahead;

  const answerToken = async (form: Request): Promise<[number, unknown]> => {
    const request = codes.get(form.code ?? "");
    codes.delete(form.code ?? "");
    const challenge = createHash("sha256")
      .update(form.code_verifier ?? "")
      .digest("base64url");
    const isGood = request?.code_challenge === challenge && request.redirect_uri === form.redirect_uri;
    if (request === undefined || !isGood || form.client_id !== "desktop") return [400, { error: "invalid_grant" }];
    const token = `token-of-${randomUUID()}`;
    issued.push(token, form.code ?? "", form.code_verifier ?? "");
    const claims: JWTPayload = {
      iss: server.origin,
      aud: "desktop",
      sub: "a-subject",
      nonce: request.nonce,
      iat: now(),
      exp: now() + 60,
      auth_time: said.authTime ?? now(),
    };
    const idToken = await said.sign(said.claims(claims));
    return [200, { access_token: token, token_type: said.tokenType, expires_in: said.expiresIn, id_token: idToken }];
  };

  const server: OneServer = await startOneServer(async (incoming, response) => {
    const { pathname } = new URL(incoming.url ?? "", server.origin);
    const form = Object.fromEntries(new URLSearchParams(server.arrivals.at(-1)?.body));
    response.setHeader("date", new Date(now() * 1000).toUTCString());
    const other = said.at.get(pathname);
    if (other !== undefined) return other(incoming, response);
    if (said.before.get(pathname)?.(incoming, response)) return;
    const send = (status: number, value: unknown) =>
      response
        .writeHead(status, { "content-type": "application/json", "set-cookie": "a=b" })
        .end(JSON.stringify(value));
    if (pathname === "/.well-known/openid-configuration") return send(200, metadata());
    if (pathname === "/jwks") return send(200, { keys: [key.jwk] });
    if (pathname === "/token") return send(...(await answerToken(form)));
    if (pathname === "/revoke") {
      revoked.push(form.token ?? "");
      return response.writeHead(200).end();
    }
    if (pathname !== "/par") return send(404, {});
    const reference = `urn:ietf:params:oauth:request_uri:${randomUUID()}`;
    pushed.set(reference, form);
    send(201, { request_uri: reference, expires_in: 60 });
  });
  const metadata = () => ({
    issuer: server.origin,
    authorization_endpoint: `${server.origin}/authorize`,
    token_endpoint: `${server.origin}/token`,
    jwks_uri: `${server.origin}/jwks`,
    revocation_endpoint: `${server.origin}/revoke`,
    end_session_endpoint: `${server.origin}/end`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
    authorization_response_iss_parameter_supported: iss,
    ...(par && { pushed_authorization_request_endpoint: `${server.origin}/par` }),
    ...(dpop && { dpop_signing_alg_values_supported: ["ES256"] }),
    ...said.metadata,
  });

  /** What the app asked for, at the address that its browser was sent to. */
  const requestAt = (address: string): Request => {
    const { searchParams } = new URL(address);
    const own = Object.fromEntries(searchParams);
    return pushed.get(own.request_uri ?? "") ?? own;
  };
  return {
    ...server,
    said,
    issued,
    revoked,
    requestAt,
    /** The parameters with which it sends the browser back once somebody has signed in. */
    signIn(address: string): Record<string, string> {
      const request = requestAt(address);
      const code = `code-of-${randomUUID()}`;
      codes.set(code, request);
      return { code, state: request.state ?? "", ...(iss && { iss: server.origin }) };
    },
    arrivalsAt: (pathname: string) => server.arrivals.filter(({ url }) => url.split("?")[0] === pathname),
  };
}

export const signWith = (key: CryptoKey, claims: JWTPayload, kid = "a-key") =>
  new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid }).sign(key);
