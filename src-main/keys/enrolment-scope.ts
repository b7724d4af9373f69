import { createHash } from "node:crypto";

/**
 * Names what belongs to one customer of one backend: the keychain entry and the marker. Two cardholders who share a
 * computer account, or one with two banks, never meet. A digest, so that neither name nor customer id is on disk.
 * @returns 22 characters of base64url (132 bits)
 */
export function enrolmentScope(backendOrigin: string, customerId: string): string {
  return createHash("sha256").update(`enrolment\n${backendOrigin}\n${customerId}`).digest("base64url").slice(0, 22);
}
