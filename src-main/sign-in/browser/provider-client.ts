import * as oidc from "openid-client";
import type { ErrorCode } from "../../../src-contract/errors/error-codes.ts";
import { AppError } from "../../app-error.ts";
import { bearerCredentials, type Credentials } from "../../backend/credentials.ts";
import type { ServerClock } from "../../backend/server-clock.ts";
import { log } from "../../log.ts";
import { boundCredentials, type ProofKeys } from "./bound-credentials.ts";
import { providerError, type UnusableAnswer, unusableAnswer } from "./failure-reason.ts";
import type { SignInProfile } from "./sign-in-profile.ts";

/** What is asked of the provider besides a sign-in. */
export interface Asks {
  /** Whether the person shall choose an account. */
  readonly otherAccount: boolean;
  /** Whether the person has to sign in even if the provider still knows somebody. */
  readonly anew: boolean;
  /** What the backend asks for (RFC 9470); empty: what the profile does. */
  readonly acrValues: readonly string[];
  /** BCP 47; the provider's page should be in it. */
  readonly language: string;
}

/** One opening of the provider's page, with the secrets that its answer must fit. */
export interface Attempt {
  /** For the browser. With PAR it holds a reference only (RFC 9126). */
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly acrValues: readonly string[];
  /** How old the sign-in at the provider may be, in seconds; null if nothing was asked. */
  readonly maxAge: number | null;
  /** Seconds since the epoch by the provider's clock. */
  readonly begunAt: number;
}

/** How an answer ended that belongs to this sign-in. */
export type Answer = { readonly code: ErrorCode } | { readonly authorizationCode: string };

export interface ProviderOptions {
  readonly profile: SignInProfile;
  /** provider-fetch.ts. @param signal ends the calls */
  readonly fetch: (signal: AbortSignal) => oidc.CustomFetch;
  readonly timeoutMs: number;
  /** Fed with the Date of the provider's answers: a wrong clock on this computer must not refuse a good sign-in. */
  readonly clock: ServerClock;
  /** Milliseconds since the epoch by the backend's clock, for its proofs. */
  readonly backendNow: () => number;
  /** Opens the provider's page for signing out. */
  readonly openBrowser: (url: string) => Promise<void>;
}

/** Both sides' clocks count whole seconds, and the provider's servers may differ a little. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** Beyond that an `auth_time` is in another zone, or in milliseconds, and would make every sign-in a new one. */
const LATEST_AHEAD_SECONDS = 60;
const OFFERED_ALGORITHM = "ES256";
const REVOKED_WITHIN_MS = 5_000;

export type Provider = Awaited<ReturnType<typeof openProvider>>;

/**
 * Asks the provider what it offers (OpenID Connect Discovery §4), and makes this sign-in's key where it takes DPoP.
 * @param signal ends what this sign-in asks of the provider
 * @throws AppError
 */
export async function openProvider(options: ProviderOptions, signal: AbortSignal) {
  const { profile, clock } = options;
  const fetch = options.fetch(signal);
  const server = await translate(() => discover(options, fetch));
  const config = configure(options, server, fetch);
  const algorithms: unknown = server.dpop_signing_alg_values_supported; // as the provider wrote it: nobody has checked it
  const keys: ProofKeys | null =
    Array.isArray(algorithms) && algorithms.includes(OFFERED_ALGORITHM)
      ? await oidc.randomDPoPKeyPair(OFFERED_ALGORITHM) // not extractable
      : null;
  const proof = keys === null ? undefined : oidc.getDPoPHandle(config, keys);
  const withProof = proof === undefined ? {} : { DPoP: proof };

  /** Where the profile says so. Without `id_token_hint`, which names the person and would stand in the list of processes. */
  const endSession = async () => {
    if (!profile.signOutAtProvider || server.end_session_endpoint === undefined) return;
    await translate(async () => options.openBrowser(oidc.buildEndSessionUrl(config).href)).catch(noteNotEnded);
  };

  /** A provider that says it lets nobody choose (Initiating User Registration §4) would refuse the request. */
  const offered = server.prompt_values_supported;
  const choosing = Array.isArray(offered) && !offered.includes("select_account") ? "login" : "select_account";
  const otherAccount = profile.otherAccountPrompt ?? choosing; // one choice may ask for no password (docs/sign-in.md)

  return {
    /** Prepares one opening of the provider's page. @throws AppError */
    async begin(redirectUri: string, asks: Asks): Promise<Attempt> {
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const maxAge = asks.anew || asks.otherAccount ? 0 : profile.maxAgeSeconds;
      const acrValues = asks.acrValues.length > 0 ? asks.acrValues : profile.acrValues;
      const prompt = asks.otherAccount ? otherAccount : asks.anew ? "login" : null;
      const parameters = {
        redirect_uri: redirectUri,
        scope: profile.scopes.join(" "),
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
        ui_locales: asks.language,
        ...(profile.responseMode === "form_post" && { response_mode: "form_post" }),
        ...(profile.audience !== null && { resource: profile.audience }),
        ...(acrValues.length > 0 && { acr_values: acrValues.join(" ") }),
        ...(maxAge !== null && { max_age: String(maxAge) }),
        ...(prompt !== null && { prompt }),
        ...(proof !== undefined && { dpop_jkt: await proof.calculateThumbprint() }),
      };
      const begunAt = Math.floor(clock.now() / 1000);
      const url = await translate(async () =>
        server.pushed_authorization_request_endpoint === undefined
          ? oidc.buildAuthorizationUrl(config, parameters)
          : oidc.buildAuthorizationUrlWithPAR(config, parameters, withProof),
      );
      return { url: url.href, state, nonce, verifier, acrValues, maxAge, begunAt };
    },

    /**
     * Reads an answer whose `state` is known.
     * @returns null if the provider did not send it (RFC 9207): then it says nothing, not even that the sign-in failed
     */
    read(parameters: ReadonlyMap<string, string>): Answer | null {
      const issuer = parameters.get("iss");
      const mustName = server.authorization_response_iss_parameter_supported === true;
      if (issuer === undefined ? mustName : issuer !== server.issuer) return null;
      const error = parameters.get("error");
      if (error !== undefined) return { code: refusedBy(error) };
      const authorizationCode = parameters.get("code");
      return authorizationCode === undefined ? null : { authorizationCode };
    },

    /**
     * Exchanges the code for tokens, once. @param parameters those that `read` found good
     * @throws AppError
     */
    redeem: (attempt: Attempt, redirectUri: string, parameters: ReadonlyMap<string, string>): Promise<Credentials> =>
      translate(async () => {
        const address = new URL(redirectUri);
        address.search = new URLSearchParams([...parameters]).toString();
        const checks = {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
          ...(attempt.maxAge !== null && attempt.maxAge > 0 && { maxAge: attempt.maxAge }),
        };
        const resource = profile.audience === null ? {} : { resource: profile.audience };
        const tokens = await oidc.authorizationCodeGrant(config, address, checks, resource, withProof);
        const isBound = tokens.token_type === "dpop" && keys !== null;
        const discard = () => revoke(options, config, tokens.access_token);
        const credentials = isBound
          ? await boundCredentials(tokens.access_token, keys, options.backendNow)
          : bearerCredentials(tokens.access_token);
        let isNewSignIn = false;
        try {
          isNewSignIn = checkClaims(tokens.claims(), attempt, profile, clock.now() / 1000);
        } catch (error) {
          void discard();
          throw error;
        }
        const endsSoon = endsWithin(tokens.expires_in);
        return {
          ...credentials,
          isNewSignIn,
          endsSoon,
          discard: () => void discard(),
          signOut: () => {
            void discard();
            void endSession(); // at once: later it could end the session of whoever signs in next
          },
        };
      }),
  };
}

/** The provider's answers to an authorization request (RFC 6749 §4.1.2.1); every other one is a fault. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  access_denied: "ERR_SIGN_IN_DENIED",
  temporarily_unavailable: "ERR_SIGN_IN_UNAVAILABLE",
  server_error: "ERR_SIGN_IN_UNAVAILABLE",
};

/** @param error the provider's word */
function refusedBy(error: string): ErrorCode {
  log({ event: "provider_refused", error: providerError(error) });
  return refusals[error] ?? "ERR_SIGN_IN_FAILED";
}

/** An answer that cannot be used, for a reason that only the log knows. */
function unusable(reason: UnusableAnswer): AppError {
  log({ event: "provider_answer_unusable", reason });
  return new AppError("ERR_SIGN_IN_FAILED");
}

async function discover(
  { profile, timeoutMs }: ProviderOptions,
  fetch: oidc.CustomFetch,
): Promise<oidc.ServerMetadata> {
  const config = await oidc.discovery(new URL(profile.issuer), profile.clientId, undefined, oidc.None(), {
    [oidc.customFetch]: fetch,
    timeout: timeoutMs / 1000,
    execute: insecure(profile),
  });
  const server = config.serverMetadata();
  const page = server.authorization_endpoint ?? "";
  if (!URL.canParse(page) || new URL(page).origin !== profile.authorizationOrigin) throw unusable("page_elsewhere"); // the browser would be sent there
  return server;
}

function configure(
  { profile, timeoutMs, clock }: ProviderOptions,
  server: oidc.ServerMetadata,
  fetch: oidc.CustomFetch,
) {
  const ahead = Math.round((clock.now() - Date.now()) / 1000);
  const config = new oidc.Configuration(server, profile.clientId, { [oidc.clockSkew]: ahead }, oidc.None());
  config[oidc.customFetch] = fetch;
  config.timeout = timeoutMs / 1000;
  // OpenID Connect Core §3.1.3.7 lets TLS stand for the ID token's signature. A proxy that a company trusts ends TLS.
  oidc.enableNonRepudiationChecks(config);
  for (const allow of insecure(profile)) allow(config);
  return config;
}

/** Plain http is for the loopback provider of development builds. */
function insecure({ issuer }: SignInProfile): ((config: oidc.Configuration) => void)[] {
  return !__RELEASE__ && issuer.startsWith("http://127.0.0.1:") ? [oidc.allowInsecureRequests] : [];
}

/**
 * What the library does not check of an ID token (OpenID Connect Core §3.1.3.7).
 * @param now seconds since the epoch by the provider's clock
 * @returns whether somebody has signed in at the provider since this attempt began @throws AppError
 */
function checkClaims(claims: oidc.IDToken | undefined, attempt: Attempt, profile: SignInProfile, now: number): boolean {
  if (claims === undefined) throw unusable("other");
  if (claims.azp !== undefined && claims.azp !== profile.clientId) throw unusable("azp");
  // Asked to sign in anew, somebody has to have done so since: a session that was open before may be somebody else's.
  const earliest = attempt.begunAt - CLOCK_TOLERANCE_SECONDS;
  const { auth_time: at } = claims;
  const isNew = typeof at === "number" && at >= earliest && at <= now + LATEST_AHEAD_SECONDS;
  if (attempt.maxAge === 0 && !isNew) throw unusable("auth_time");
  if (attempt.acrValues.length > 0 && !attempt.acrValues.includes(String(claims.acr)))
    log({ event: "sign_in_weaker_than_asked" }); // the backend decides what it takes (RFC 9470)
  return isNew;
}

/** A minute, which is enough to enter a PIN and send it. */
const SOON_MS = 60_000;

/**
 * Of tokens that last no longer than a few minutes, *in a moment* is their last quarter: those of a minute would send the
 * cardholder from one sign-in to the next, and never to the PIN.
 * @param seconds from now; undefined or 0 if the provider does not say
 * @returns whether they are over in a moment
 */
function endsWithin(seconds: number | undefined): () => boolean {
  const lastsMs = (seconds || Number.POSITIVE_INFINITY) * 1000;
  const endsAt = performance.now() + lastsMs;
  const soonMs = Math.min(SOON_MS, lastsMs / 4);
  return () => performance.now() + soonMs > endsAt;
}

/** Has the provider forget the token (RFC 7009), as far as it can be reached in time. Never rejects. */
async function revoke({ fetch }: ProviderOptions, config: oidc.Configuration, token: string): Promise<void> {
  if (config.serverMetadata().revocation_endpoint === undefined) return;
  config[oidc.customFetch] = fetch(AbortSignal.timeout(REVOKED_WITHIN_MS)); // the sign-in's own may have been ended
  await translate(() => oidc.tokenRevocation(config, token)).catch(noteNotEnded);
}

function noteNotEnded(error: unknown): void {
  log({ event: "sign_in_not_ended", code: error instanceof AppError ? error.code : "ERR_INTERNAL" });
}

/** Runs something of the library, whose errors hold addresses and tokens. @throws AppError without them */
async function translate<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
      if (cause instanceof AppError) throw cause;
    if (error instanceof oidc.ClientError && error.code === "OAUTH_TIMEOUT")
      throw new AppError("ERR_SIGN_IN_UNAVAILABLE");
    if (!(error instanceof oidc.ResponseBodyError)) throw unusable(unusableAnswer(codeOf(error)));
    const said = refusedBy(error.error);
    throw new AppError(said === "ERR_SIGN_IN_UNAVAILABLE" ? said : "ERR_SIGN_IN_FAILED");
  }
}

/** The library's own, or that of the part of it which has thrown. */
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
