import type { FastifyRequest } from "fastify";
import type { SignInAgain } from "../../src-contract/api/customer-schemas.ts";
import { customerOf } from "../http/fastify-app.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log, SignInLack } from "../server-log.ts";
import type { SignedIn } from "./customer-identity.ts";
import { acceptedSchemes, challengeFor, schemeOf } from "./sign-in-challenges.ts";
import type { SignInConfig } from "./sign-in-config.ts";

/** In seconds: `GET /v1/me` asks this much earlier, so the time does not run out while a PIN is entered. */
const LONGEST_MARGIN = 120;
/** In seconds. A provider's clock may be ahead, but such a sign-in must not count as new for hours. */
const FURTHEST_AHEAD = 60;

/** Asks for a newer or stronger sign-in before steps that need one (RFC 9470). */
export interface StepUp {
  /**
   * Call before anything is counted or written.
   * @throws ProblemError `ERR_SIGN_IN_AGAIN`
   */
  readonly require: (request: FastifyRequest) => void;
  /** What such steps need and this sign-in lacks, or soon will; null if nothing. */
  readonly missing: (request: FastifyRequest) => SignInAgain | null;
}

/** For a backend without step-up: each sign-in will do. */
export const noStepUp: StepUp = { require: () => {}, missing: () => null };

/** Creates step-up by this configuration. @param now in milliseconds */
export function createStepUp(config: SignInConfig, log: Log, now: () => number): StepUp {
  const { acrValues, maxAge } = config.stepUp;
  const lackOf = ({ acr, authTime }: SignedIn, margin: number): SignInLack | null => {
    if (acrValues.length > 0 && acr === null) return "acr_missing";
    if (acrValues.length > 0 && !acrValues.includes(acr ?? "")) return "acr_too_weak";
    if (maxAge === null) return null;
    if (authTime === null) return "auth_time_missing";
    const age = now() / 1000 - authTime;
    if (age > maxAge - margin) return "auth_time_too_old";
    return age < -FURTHEST_AHEAD ? "auth_time_in_future" : null;
  };
  return {
    require: (request) => {
      const { signedIn } = customerOf(request);
      const lack = signedIn && lackOf(signedIn, 0);
      if (lack === null) return;
      log({ event: "sign_in_refused", reason: lack });
      const parameters = {
        error: "insufficient_user_authentication",
        ...(acrValues.length > 0 && { acr_values: acrValues.join(" ") }),
        ...(maxAge !== null && { max_age: String(maxAge) }),
      };
      const used = schemeOf(request.headers.authorization);
      const challenge = challengeFor(acceptedSchemes(config), used, parameters);
      throw new ProblemError("ERR_SIGN_IN_AGAIN", { challenge });
    },
    missing: (request) => {
      const { signedIn } = customerOf(request);
      const margin = Math.min(LONGEST_MARGIN, (maxAge ?? 0) / 4);
      if (signedIn === null || lackOf(signedIn, margin) === null) return null;
      return { acr_values: [...acrValues], max_age: maxAge };
    },
  };
}
