import { z } from "zod";
import { ifVisible, visible } from "../config-values.ts";
import { sourceOf } from "../secrets/rotated-secret.ts";
import type { SecretFiles } from "../secrets/take-secret-files.ts";
import type { RowSecrets } from "./customer-ids.ts";
import type { PersonConfig } from "./identify-person.ts";
import { lookupUrl } from "./lookup-url.ts";
import { readPersonTable } from "./person-table.ts";

/** In milliseconds. With Solaris' own limit it stays below the app's ten seconds. */
const LOOKUP_TIMEOUT_MS = 2000;

const randomText = "at least 32 random characters, for example of: openssl rand -base64 32";
const secret = visible(randomText).min(32, `is too short for a secret; expected ${randomText}`);
const claimName = visible("the name of a claim");

/** The environment variables that say whom a token stands for (docs/sign-in.md). */
const environment = z.object({
  PERSON_CLAIM: claimName.optional(),
  NAME_CLAIM: claimName.optional(),
  PERSON_LOOKUP_URL: lookupUrl.optional(),
  PERSON_LOOKUP_TOKEN: visible("the bearer token for PERSON_LOOKUP_URL").optional(),
  PERSON_TABLE: z.string().optional(),
  CUSTOMER_ID_SECRET: secret.optional(),
  CUSTOMER_ID_PREVIOUS_SECRET: secret.optional(),
});
type Variables = Readonly<Record<string, string | undefined>>;

interface PersonSettings {
  readonly persons: PersonConfig;
  readonly rowSecrets: RowSecrets | undefined;
}

/**
 * Reads what these variables say together.
 * @param isNeeded whether tokens of an identity provider are taken
 * @param files where secrets came from
 * @returns the faults too, one sentence each
 */
export function readPersonSettings(
  values: Variables,
  isNeeded: boolean,
  files: SecretFiles = {},
): PersonSettings & { faults: readonly string[] } {
  const parsed = environment.safeParse(values);
  const faults = parsed.success ? [] : parsed.error.issues.map((one) => `${String(one.path[0])} ${one.message}`);
  const { PERSON_LOOKUP_URL: url, PERSON_LOOKUP_TOKEN: token } = values;
  const { CUSTOMER_ID_SECRET: current, CUSTOMER_ID_PREVIOUS_SECRET: previous } = values;
  const table = values.PERSON_TABLE === undefined ? undefined : readPersonTable(values.PERSON_TABLE);
  if (table?.ok === false) faults.push(`PERSON_TABLE ${table.fault}`);
  if (url !== undefined && token === undefined) {
    faults.push("PERSON_LOOKUP_TOKEN is missing; expected the bearer token for PERSON_LOOKUP_URL");
  }
  if (url === undefined && token !== undefined) {
    faults.push("PERSON_LOOKUP_URL is missing; expected the address that PERSON_LOOKUP_TOKEN is for");
  }
  if (current === undefined && previous !== undefined) {
    faults.push("CUSTOMER_ID_SECRET is missing; expected the secret that follows CUSTOMER_ID_PREVIOUS_SECRET");
  }
  if (current !== undefined && current === previous) {
    faults.push("CUSTOMER_ID_PREVIOUS_SECRET is CUSTOMER_ID_SECRET; expected the one before, or not to be set");
  }
  const tokenSource = sourceOf(files, "PERSON_LOOKUP_TOKEN", ifVisible);
  const nameClaim = values.NAME_CLAIM ?? "name";
  if (nameClaim === values.PERSON_CLAIM) {
    faults.push("NAME_CLAIM is PERSON_CLAIM, and would show Solaris' id to people; expected the claim with their name");
  }
  if (isNeeded) {
    if (values.PERSON_CLAIM === undefined && url === undefined && values.PERSON_TABLE === undefined) {
      faults.push(
        "PERSON_CLAIM is missing; expected it, PERSON_LOOKUP_URL or PERSON_TABLE, because OIDC_ISSUER alone does not say which person signs in",
      );
    }
    if (current === undefined) faults.push(`CUSTOMER_ID_SECRET is missing; expected ${randomText}`);
  } else {
    const idle = ["PERSON_CLAIM", "NAME_CLAIM", "PERSON_LOOKUP_URL", "PERSON_TABLE"].filter(
      (name) => values[name] !== undefined,
    );
    for (const name of idle) faults.push(`${name} is set for nothing; expected OIDC_ISSUER with it`);
  }
  return {
    persons: {
      claim: values.PERSON_CLAIM,
      nameClaim,
      lookup:
        url === undefined || token === undefined
          ? undefined
          : { url, token, tokenSource, timeoutMs: LOOKUP_TIMEOUT_MS },
      table: table?.ok ? table.value : undefined,
    },
    rowSecrets: current === undefined ? undefined : { current, previous },
    faults,
  };
}
