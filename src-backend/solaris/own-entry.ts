import type { CustomerIdentity } from "../sign-in/customer-identity.ts";

/**
 * Whether an entry of a list that was asked for one person is that person's. Solaris ignores unknown parameters (§11), so the
 * filter must not be all that separates customers. Null or absent means the person in the request.
 */
export function isOwn(
  { person_id: owner }: { person_id?: string | null | undefined },
  { personId }: CustomerIdentity,
): boolean {
  return owner === undefined || owner === null || owner === "" || owner === personId;
}
