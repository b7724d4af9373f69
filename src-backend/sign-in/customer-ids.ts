import { createHash, createHmac } from "node:crypto";

// A customer has two ids of ours, neither of which reveals Solaris' person id: docs/decisions/0014-two-customer-ids.md.

/** What the app knows a customer by. It never changes, because computers name their keychain entries by it. */
export function customerIdOf(personId: string): string {
  return createHash("sha256").update(`cardbound/customer-id/v1\0${personId}`).digest("base64url").slice(0, 22);
}

/** What the database may know a customer by. New rows get the first one. */
export type RowIds = readonly [newest: string, ...earlier: string[]];

/** The secrets that key the ids in rows. */
export interface RowSecrets {
  readonly current: string;
  /** The one before, while the database still has rows of its time. */
  readonly previous?: string | undefined;
}

/** A person's row ids. The unkeyed one is in rows from before there was a secret; without secrets it is the only one. */
export function rowIdsOf(personId: string, secrets: RowSecrets | undefined): RowIds {
  const unkeyed = customerIdOf(personId);
  if (secrets === undefined) return [unkeyed];
  const earlier = secrets.previous === undefined ? [] : [keyedId(personId, secrets.previous)];
  return [keyedId(personId, secrets.current), ...earlier, unkeyed];
}

/** Begins every id of this secret, so that a row says which secret it needs. Eight hexadecimal digits. */
export function markOfSecret(secret: string): string {
  return createHmac("sha256", secret).update("cardbound/row-secret/v1").digest("hex").slice(0, 8);
}

function keyedId(personId: string, secret: string): string {
  const digest = createHmac("sha256", secret).update(`cardbound/row-id/v1\0${personId}`).digest("base64url");
  return `${markOfSecret(secret)}.${digest}`;
}
