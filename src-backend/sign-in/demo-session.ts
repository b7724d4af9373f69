import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../database/open-database.ts";
import { type CustomerIdentity, customerIdOf, readBearerToken } from "./customer-identity.ts";
import type { DemoCustomer } from "./demo-accounts.ts";

const TOKEN_LIFETIME_MS = 8 * 60 * 60 * 1000;
/** More sign-ins than this drop the oldest tokens. */
const MOST_TOKENS = 1000;

/** Sign-in for demonstrations: a name is enough. Stores only the SHA-256 of a token. */
export type DemoSignIn = ReturnType<typeof createDemoSignIn>;

/** Creates the sign-in, with its tokens in this database. */
export function createDemoSignIn(customers: readonly DemoCustomer[], database: Database, now: () => number) {
  const all = customers.map(identityOf);
  const byName = new Map(all.map((identity) => [identity.name, identity]));
  const byId = new Map(all.map((identity) => [identity.customerId, identity]));

  return {
    /** The names that can sign in. */
    names: [...byName.keys()],
    /** A new token for the customer with this name, or null if there is none. */
    signIn: async (name: string): Promise<{ token: string; identity: CustomerIdentity } | null> => {
      const identity = byName.get(name);
      if (identity === undefined) return null;
      const token = randomBytes(32).toString("base64url");
      const ends_at = new Date(now() + TOKEN_LIFETIME_MS).toISOString();
      const row = { token_hash: hashOf(token), customer_id: identity.customerId, ends_at };
      await database.insertInto("demo_token").values(row).execute();
      const newest = database.selectFrom("demo_token").select("token_hash").orderBy("ends_at", "desc");
      await database.deleteFrom("demo_token").where("token_hash", "not in", newest.limit(MOST_TOKENS)).execute();
      return { token, identity };
    },
    /** Identifies the caller by the `Authorization` header; null if that is nobody. */
    authenticate: async (authorization: string | undefined): Promise<CustomerIdentity | null> => {
      const token = readBearerToken(authorization);
      if (token === null) return null;
      // Looks up the hash, so the time it takes reveals nothing about the token.
      const session = await database
        .selectFrom("demo_token")
        .select("customer_id")
        .where("token_hash", "=", hashOf(token))
        .where("ends_at", ">", new Date(now()).toISOString())
        .executeTakeFirst();
      return byId.get(session?.customer_id ?? "") ?? null;
    },
  };
}

function identityOf({ name, person_id: personId, accounts }: DemoCustomer): CustomerIdentity {
  return { customerId: customerIdOf(personId), name, personId, accountIds: accounts };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
