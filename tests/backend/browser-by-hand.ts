// Signs in at a provider as app and browser do, with plain fetch and node:crypto alone (RFC 6749 §4.1, RFC 7636, RFC 9126,
// RFC 9449 §5): no library of the product has a part in it.
import { randomBytes } from "node:crypto";
import { type MadeKey, makeProof, sha256, thumbprintOf } from "./made-jws.ts";

export interface SignInByHand {
  readonly issuer: string;
  readonly clientId: string;
  readonly resource: string;
  readonly name: string;
  /** The key to bind the tokens to. */
  readonly key?: MadeKey;
  readonly pushed?: boolean;
  readonly acrValues?: string;
}

/** What the provider gives for it. */
export interface TokensByHand {
  readonly accessToken: string;
  readonly idToken: string;
  readonly type: string;
}

const redirectUri = "http://127.0.0.1:54321/callback";

export async function signInByHand(asked: SignInByHand): Promise<TokensByHand> {
  const { issuer, clientId, resource, name, key, pushed = false, acrValues } = asked;
  const metadata = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>;
  const address = (of: string) => metadata[`${of}_endpoint`] ?? "";
  const [verifier, state, nonce] = [0, 0, 0].map(() => randomBytes(32).toString("base64url"));
  const request = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid cards pin",
    resource,
    state: state ?? "",
    nonce: nonce ?? "",
    code_challenge: sha256(verifier ?? ""),
    code_challenge_method: "S256",
    ...(acrValues !== undefined && { acr_values: acrValues }),
    ...(key && { dpop_jkt: thumbprintOf(key.publicJwk) }),
  };
  const query = pushed
    ? {
        client_id: clientId,
        request_uri: (await post(address("pushed_authorization_request"), request)).request_uri ?? "",
      }
    : request;
  const callback = await browse(`${address("authorization")}?${new URLSearchParams(query)}`, name);
  const answer = callback.searchParams;
  if (answer.get("state") !== state || answer.get("iss") !== issuer) throw new Error(`not our answer: ${answer}`);
  const token = address("token");
  const given = await post(
    token,
    {
      grant_type: "authorization_code",
      client_id: clientId,
      code: answer.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: verifier ?? "",
      resource,
    },
    key && {
      dpop: makeProof(key, { method: "POST", url: token, token: "", at: now() }, { claims: { ath: undefined } }),
    },
  );
  return { accessToken: given.access_token ?? "", idToken: given.id_token ?? "", type: given.token_type ?? "" };
}

const now = () => Math.floor(Date.now() / 1000);

async function post(url: string, form: Record<string, string>, headers = {}): Promise<Record<string, string>> {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form), headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/**
 * Follows the provider's redirects as a browser does, and fills in its forms.
 * @param name also the password (real-provider.ts)
 * @returns where it leads in the end: to the app
 */
export async function browse(start: string, name: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(start);
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 10; step += 1) {
    const response = await fetch(next, {
      redirect: "manual",
      method: form === undefined ? "GET" : "POST",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
    });
    const page = await response.text();
    for (const line of response.headers.getSetCookie()) {
      const [, cookie = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(cookie);
      else cookies.set(cookie, value);
    }
    const location = response.headers.get("location");
    const isSecondStep = page.includes('value="confirm"');
    form = isSecondStep ? { do: "confirm" } : { name, password: name, do: "sign-in" };
    if (location === null && !response.ok) throw new Error(`the provider's page answered ${response.status}`);
    if (location !== null) {
      next = new URL(location, next);
      form = undefined;
    }
    if (next.origin !== new URL(start).origin) return next;
  }
  throw new Error("the provider leads in a circle");
}
