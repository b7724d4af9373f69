import { hash, randomBytes } from "node:crypto";
import { compiledOnce } from "../database/compiled-once.ts";
import type { Database } from "../database/open-database.ts";
import { type CallerClaims, type CustomerIdentity, type KnownCaller, readBearerToken } from "./customer-identity.ts";
import { customerIdOf, type RowSecrets, rowIdsOf } from "./customer-ids.ts";
import type { DemoCustomer } from "./demo-accounts.ts";
import { notSignedIn } from "./sign-in-challenges.ts";

const TOKEN_LIFETIME_MS = 8 * 60 * 60 * 1000;
/** More sign-ins than this drop the oldest tokens. */
const MOST_TOKENS = 1000;

const findSession = compiledOnce<{ token_hash: string; now: string }, { customer_id: string }>((inside, value) =>
  inside
    .selectFrom("demo_token")
    .select("customer_id")
    .where("token_hash", "=", value("token_hash"))
    .where("ends_at", ">", value("now")),
);

/** Sign-in for demonstrations: a name is enough. Stores only the SHA-256 of a token. */
export type DemoSignIn = ReturnType<typeof createDemoSignIn>;

/** Creates the sign-in, with its tokens in this database. */
export function createDemoSignIn(
  customers: readonly DemoCustomer[],
  database: Database,
  now: () => number,
  secrets: RowSecrets | undefined,
) {
  const all = customers.map((one) => identityOf(one, secrets));
  const byName = new Map(all.map((identity) => [identity.name, identity]));
  const byId = new Map(all.flatMap((identity) => identity.rowIds.map((id) => [id, identity])));

  return {
    /** The names that can sign in. */
    names: [...byName.keys()],
    /** A new token for the customer with this name, or null if there is none. */
    signIn: async (name: string): Promise<{ token: string; identity: CustomerIdentity } | null> => {
      const identity = byName.get(name);
      if (identity === undefined) return null;
      const token = randomBytes(32).toString("base64url");
      const ends_at = new Date(now() + TOKEN_LIFETIME_MS).toISOString();
      const row = { token_hash: hashOf(token), customer_id: identity.rowIds[0], ends_at };
      await database.insertInto("demo_token").values(row).execute();
      const newest = database.selectFrom("demo_token").select("token_hash").orderBy("ends_at", "desc");
      await database.deleteFrom("demo_token").where("token_hash", "not in", newest.limit(MOST_TOKENS)).execute();
      return { token, identity };
    },
    /** Identifies the caller by the `Authorization` header. @throws ProblemError `ERR_NOT_SIGNED_IN` */
    authenticate: async ({ authorization }: Pick<CallerClaims, "authorization">): Promise<KnownCaller> => {
      const token = readBearerToken(authorization);
      if (token === null) throw notSignedIn("Bearer");
      // Looks up the hash, so the time it takes reveals nothing about the token.
      const sought = { token_hash: hashOf(token), now: new Date(now()).toISOString() };
      const [session] = (await findSession(database, sought)).rows;
      const customer = byId.get(session?.customer_id ?? "");
      if (customer === undefined) throw notSignedIn("Bearer");
      return { customer };
    },
  };
}

function identityOf(
  { name, person_id: personId, accounts }: DemoCustomer,
  secrets: RowSecrets | undefined,
): CustomerIdentity {
  const rowIds = rowIdsOf(personId, secrets);
  return { customerId: customerIdOf(personId), rowIds, name, personId, accountIds: accounts, signedIn: null };
}

function hashOf(token: string): string {
  return hash("sha256", token, "base64url");
}
