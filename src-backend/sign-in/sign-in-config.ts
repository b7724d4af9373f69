import { z } from "zod";
import { httpsUrl, ifVisible, isHttpsUrl, visible } from "../config-values.ts";
import { type SecretSource, sourceOf } from "../secrets/rotated-secret.ts";
import type { SecretFiles } from "../secrets/take-secret-files.ts";

/** How this backend knows who calls: from the access tokens of one identity provider. */
export interface SignInConfig {
  /** Exactly as the provider writes it. */
  readonly issuer: string;
  /** What the provider's tokens for this backend name in `aud`. */
  readonly audience: string;
  /** The apps whose tokens are taken. */
  readonly clientIds: readonly string[];
  /** What a token's scope must have, all of it. */
  readonly scope: readonly string[];
  /** The form of JWTs. `plain`: as providers write them that do not follow RFC 9068 (docs/sign-in.md). */
  readonly jwt: "rfc9068" | "plain";
  /** Null: tokens are JWTs, which this backend reads itself. */
  readonly introspection: IntrospectionClient | null;
  readonly dpop: DPoP;
  /** What is asked of a sign-in before a computer is bound or a PIN changed. */
  readonly stepUp: StepUpConfig;
  /** For one call to the provider. */
  readonly timeoutMs: number;
}

/** This backend's own client at the provider. */
export interface IntrospectionClient {
  readonly id: string;
  readonly secret: string;
  /** Where the secret can be read again. */
  readonly secretSource?: SecretSource | undefined;
}

/** In milliseconds. The app waits ten seconds, and Solaris may take seven of them. */
const PROVIDER_TIMEOUT_MS = 3000;

/** `required`: an unbound token is refused. `accepted`: an unbound one is a bearer token. `off`: a bound one is refused. */
export type DPoP =
  | { readonly use: "required" | "accepted" /** How callers address this backend. */; readonly publicOrigin: string }
  | { readonly use: "off" };

export interface StepUpConfig {
  /** One of them is enough; empty: any. */
  readonly acrValues: readonly string[];
  /** In seconds since the person proved who they are; null: any. */
  readonly maxAge: number | null;
}

/** RFC 6749 §3.3: also what a challenge can hold between quotation marks. */
const word = /^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/;
const words = (separator: string, expected: string) => {
  const fault = `is not a list of different words; expected ${expected}`;
  return z
    .string()
    .transform((value) => value.split(separator).map((one) => one.trim()))
    .pipe(z.array(z.string().regex(word, fault)).refine((all) => new Set(all).size === all.length, fault));
};
const oneOf = <T extends string>(all: readonly [T, ...T[]]) =>
  z.enum(all, `is not a word for this; expected one of ${all.join(", ")}`);
const seconds = z
  .string()
  .regex(/^[0-9]{1,5}$/, { error: "is not a whole number; expected seconds from 60 to 86400", abort: true })
  .transform(Number)
  .refine((value) => value >= 60 && value <= 86_400, "is out of range; expected seconds from 60 to 86400");
const origin = z
  .string()
  .refine(
    (value) => isHttpsUrl(value) && new URL(value).origin === value,
    "is not an origin; expected https://HOST or https://HOST:PORT as callers write it, or http on loopback",
  );

const issuer = httpsUrl.refine(
  (value) => !value.includes("/.well-known/"),
  "is the address of the provider's metadata; expected the issuer that they name",
);

const environment = z.object({
  OIDC_ISSUER: issuer.optional(),
  OIDC_AUDIENCE: visible("what the provider's tokens for this backend have as aud").optional(),
  OIDC_CLIENT_IDS: words(",", "the client ids of your apps at the provider, with commas between them").optional(),
  OIDC_SCOPE: words(" ", "the scope that a token must have, with spaces in it").default([]),
  OIDC_TOKENS: oneOf(["jwt", "plain-jwt", "introspection"]).default("jwt"),
  OIDC_INTROSPECTION_CLIENT_ID: visible("the id of this backend at the provider").optional(),
  OIDC_INTROSPECTION_CLIENT_SECRET: visible("the secret of this backend at the provider").optional(),
  OIDC_DPOP: oneOf(["required", "accepted", "off"]).default("accepted"),
  PUBLIC_ORIGIN: origin.optional(),
  STEP_UP_ACR: words(",", "acr values of the provider, with commas between them").default([]),
  STEP_UP_MAX_AGE_SECONDS: seconds.optional(),
});
const names = Object.keys(environment.shape);
const ofIntrospection = ["OIDC_INTROSPECTION_CLIENT_ID", "OIDC_INTROSPECTION_CLIENT_SECRET"] as const;

type Variables = Readonly<Record<string, string | undefined>>;
type ReadResult =
  | { readonly ok: true; readonly signIn: SignInConfig | undefined }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads what the environment says about sign-in, without empty variables. None of it means no sign-in.
 * @param files where secrets came from
 */
export function readSignIn(variables: Variables, files: SecretFiles = {}): ReadResult {
  const given = names.filter((name) => variables[name] !== undefined);
  const faults = misspelt(variables);
  if (given.length === 0) return faults.length === 0 ? { ok: true, signIn: undefined } : { ok: false, faults };
  faults.push(...faultsTogether(variables, given[0] ?? ""));
  const parsed = environment.safeParse(variables);
  if (!parsed.success) faults.unshift(...parsed.error.issues.map((one) => `${String(one.path[0])} ${one.message}`));
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const values = parsed.data;
  const { OIDC_DPOP: use, PUBLIC_ORIGIN: publicOrigin = "" } = values;
  return {
    ok: true,
    signIn: {
      issuer: values.OIDC_ISSUER ?? "",
      audience: values.OIDC_AUDIENCE ?? "",
      clientIds: values.OIDC_CLIENT_IDS ?? [],
      scope: values.OIDC_SCOPE,
      jwt: values.OIDC_TOKENS === "plain-jwt" ? "plain" : "rfc9068",
      introspection: values.OIDC_TOKENS === "introspection" ? readClient(values, files) : null,
      dpop: use === "off" ? { use } : { use, publicOrigin },
      stepUp: { acrValues: values.STEP_UP_ACR, maxAge: values.STEP_UP_MAX_AGE_SECONDS ?? null },
      timeoutMs: PROVIDER_TIMEOUT_MS,
    },
  };
}

/** Names that only look like these: without the right one there is less asked of a token or a sign-in, and nobody is told. */
function misspelt(variables: Variables): string[] {
  // Kubernetes gives a container such names of each service: OIDC_SERVICE_HOST, OIDC_PORT_443_TCP.
  const isOfKubernetes = /_(?:SERVICE|PORT)(?:_|$)/;
  return Object.keys(variables)
    .filter((name) => /^(?:OIDC|STEP_UP)_/.test(name) && !names.includes(name) && !isOfKubernetes.test(name))
    .map((name) => {
      const alike = names.filter((one) => one.slice(0, 4) === name.slice(0, 4));
      return `${name} is no setting of this backend; expected one of ${alike.join(", ")}`;
    });
}

/** What is wrong with the variables together: one that another needs, or does not go with. */
function faultsTogether(variables: Variables, first: string): string[] {
  const isMissing = (name: string) => variables[name] === undefined;
  if (isMissing("OIDC_ISSUER")) {
    return [`OIDC_ISSUER is missing, and ${first} is set; expected the https URL of the identity provider`];
  }
  const faults: string[] = [];
  const need = (name: string, expected: string) => {
    if (isMissing(name)) faults.push(`${name} is missing; expected ${expected}`);
  };
  need("OIDC_AUDIENCE", "what the provider's tokens for this backend have as aud");
  need("OIDC_CLIENT_IDS", "the client ids of your apps at the provider, with commas between them");
  if (variables.OIDC_DPOP !== "off")
    need("PUBLIC_ORIGIN", "the origin at which apps reach this backend, or OIDC_DPOP=off if the provider has no DPoP");
  for (const name of ofIntrospection) {
    if (variables.OIDC_TOKENS === "introspection") need(name, "this backend's own client at the provider");
    else if (!isMissing(name)) faults.push(`${name} is set for nothing; expected OIDC_TOKENS=introspection with it`);
  }
  const apps = variables.OIDC_CLIENT_IDS?.split(",").map((id) => id.trim()) ?? [];
  const isOfApp = (name: string) => apps.some((id) => id === variables[name]);
  if (isOfApp("OIDC_INTROSPECTION_CLIENT_ID")) {
    faults.push(
      "OIDC_INTROSPECTION_CLIENT_ID is an app's client id, which has no secret; expected this backend's own client",
    );
  }
  if (isOfApp("OIDC_AUDIENCE")) {
    faults.push(
      "OIDC_AUDIENCE is an app's client id, which ID tokens have as aud; expected this backend's own identifier",
    );
  }
  if (!isMissing("DEMO_CUSTOMERS")) {
    faults.push("DEMO_CUSTOMERS lets anybody sign in, and OIDC_ISSUER is set; expected one of the two");
  }
  return faults;
}

function readClient(values: z.infer<typeof environment>, files: SecretFiles): IntrospectionClient {
  const [id = "", secret = ""] = ofIntrospection.map((name) => values[name]);
  return { id, secret, secretSource: sourceOf(files, "OIDC_INTROSPECTION_CLIENT_SECRET", ifVisible) };
}
