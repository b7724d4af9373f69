import type { Database } from "../database/open-database.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log } from "../server-log.ts";
import { createAskProvider, ProviderUnavailable } from "./ask-provider.ts";
import type { Authenticate, CallerClaims } from "./customer-identity.ts";
import { checkProof, type RightProof } from "./dpop-proof.ts";
import type { IdentifyPerson } from "./identify-person.ts";
import { createIntrospection } from "./introspection.ts";
import { createJwtReader } from "./jwt-access-token.ts";
import { createKeySet } from "./key-set.ts";
import { discoverProvider } from "./provider-metadata.ts";
import { refusals, ScopeMissing, SignInRefused } from "./refusal.ts";
import { acceptedSchemes, challengeFor, notSignedIn, type Scheme, schemeOf } from "./sign-in-challenges.ts";
import type { SignInConfig } from "./sign-in-config.ts";
import { takeProofOnce } from "./used-proofs.ts";
import type { ReadAccessToken } from "./verified-token.ts";

/** In characters. Some providers write a person's groups into it; Node takes 16 KiB of headers in all. */
const LONGEST_TOKEN = 8192;

interface Dependencies {
  readonly identifyPerson: IdentifyPerson;
  readonly database: Database;
  readonly log: Log;
  /** In milliseconds, as is the next. */
  readonly now: () => number;
  readonly monotonic: () => number;
}

/** Creates sign-in by the access tokens of an identity provider. */
export function createTokenSignIn(config: SignInConfig, dependencies: Dependencies): Authenticate {
  const { identifyPerson, database, log, now } = dependencies;
  const readToken = createTokenReader(config, dependencies);
  const accepted = acceptedSchemes(config);

  return async (caller) => {
    const orRefuse = async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        throw problemFor(error, caller);
      }
    };
    return orRefuse(async () => {
      const { scheme, token } = readAuthorization(caller.authorization, accepted);
      const read = await readToken(token);
      const { acr, authTime } = read;
      const proof = await requireProof(caller, scheme, token, read.boundTo);
      const customer = { ...(await identifyPerson(read)), signedIn: { acr, authTime } };
      return proof === null
        ? { customer }
        : { customer, useProof: () => orRefuse(() => takeProofOnce(database, proof)) };
    });
  };

  /** The right proof for a token that is bound to a key; null for one that is not. @throws SignInRefused */
  async function requireProof(
    { dpop, method, path }: CallerClaims,
    scheme: Scheme,
    token: string,
    boundTo: string | null,
  ): Promise<RightProof | null> {
    if (boundTo === null) {
      if (scheme === "DPoP") throw new SignInRefused("token_unbound");
      return null;
    }
    // RFC 9449 §7.2: it must not pass as a bearer token.
    if (scheme !== "DPoP" || config.dpop.use === "off") throw new SignInRefused("token_bound");
    const { publicOrigin } = config.dpop;
    return checkProof({ dpop, method, path, token, boundTo, publicOrigin }, now() / 1000);
  }

  function problemFor(error: unknown, { authorization }: CallerClaims): unknown {
    const used = schemeOf(authorization[0]);
    if (error instanceof SignInRefused) {
      log({ event: "sign_in_refused", reason: error.reason, ...(error.claim && { claim: error.claim }) });
      const named = refusals[error.reason];
      return notSignedIn(challengeFor(accepted, used, named === null ? {} : { error: named }));
    }
    if (error instanceof ScopeMissing) {
      log({ event: "sign_in_refused", reason: "scope_missing" });
      // Not 401: signing in again would give such a token again.
      const parameters = { error: "insufficient_scope", scope: config.scope.join(" ") };
      return new ProblemError("ERR_NO_CARDHOLDER", { challenge: challengeFor(accepted, used, parameters) });
    }
    if (error instanceof ProviderUnavailable) return new ProblemError("ERR_SIGN_IN_UNAVAILABLE");
    return error;
  }
}

function createTokenReader(config: SignInConfig, { log, now, monotonic }: Dependencies): ReadAccessToken {
  const askProvider = createAskProvider(config.timeoutMs, log);
  const metadata = discoverProvider(config.issuer, askProvider, log, monotonic);
  if (config.introspection !== null) {
    return createIntrospection(config, config.introspection, metadata, askProvider, log, { now, monotonic });
  }
  const { find, prepare } = createKeySet(metadata, askProvider, monotonic);
  prepare();
  return createJwtReader(config, find, now);
}

function readAuthorization(
  all: readonly string[],
  accepted: readonly Scheme[],
): { readonly scheme: Scheme; readonly token: string } {
  const [authorization, ...others] = all;
  if (authorization === undefined) throw new SignInRefused("no_token");
  if (others.length > 0) throw new SignInRefused("several_authorizations");
  const scheme = schemeOf(authorization);
  if (scheme === null || !accepted.includes(scheme)) throw new SignInRefused("scheme_not_accepted");
  // RFC 6750 §2.1, RFC 9449 §7.1: the same syntax for both.
  const token = /^[a-z]+ +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new SignInRefused("token_malformed");
  if (token.length > LONGEST_TOKEN) throw new SignInRefused("token_too_long");
  return { scheme, token };
}
