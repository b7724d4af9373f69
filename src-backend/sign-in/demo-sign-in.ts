import { createHash, randomBytes } from "node:crypto";
import { type Authenticate, type CustomerIdentity, customerIdOf, readBearerToken } from "./customer-identity.ts";
import type { DemoCustomer } from "./demo-customers.ts";

const TOKEN_LIFETIME_MS = 8 * 60 * 60 * 1000;
/** More sign-ins than this push out the oldest one. */
const MOST_TOKENS = 1000;

export interface DemoSignIn {
  readonly names: readonly string[];
  /** Answers a new token for the customer of this name, or null when there is none. */
  readonly signIn: (name: string) => { token: string; identity: CustomerIdentity } | null;
  readonly authenticate: Authenticate;
}

/** Sign-in for demonstrations: whoever knows a name is that customer. Tokens live in memory, as their SHA-256 only. */
export function createDemoSignIn(customers: readonly DemoCustomer[], now: () => number): DemoSignIn {
  const identities = new Map(customers.map((customer) => [customer.name, identityOf(customer)]));
  const tokens = new Map<string, { identity: CustomerIdentity; endsAt: number }>();

  return {
    names: [...identities.keys()],
    signIn: (name) => {
      const identity = identities.get(name);
      if (identity === undefined) return null;
      const token = randomBytes(32).toString("base64url");
      const oldest = tokens.keys().next();
      if (tokens.size >= MOST_TOKENS && !oldest.done) tokens.delete(oldest.value);
      tokens.set(hashOf(token), { identity, endsAt: now() + TOKEN_LIFETIME_MS });
      return { token, identity };
    },
    authenticate: async (authorization) => {
      const token = readBearerToken(authorization);
      if (token === null) return null;
      // Found by its hash: how long the look-up takes says nothing about the token.
      const hash = hashOf(token);
      const session = tokens.get(hash);
      if (session === undefined) return null;
      if (session.endsAt > now()) return session.identity;
      tokens.delete(hash);
      return null;
    },
  };
}

function identityOf({ name, person_id: personId, accounts }: DemoCustomer): CustomerIdentity {
  return { customerId: customerIdOf(personId), name, personId, accountIds: accounts };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
