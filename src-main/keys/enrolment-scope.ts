import { createHash } from "node:crypto";

/**
 * Names the keychain entry and the marker of one customer of one backend. It keeps cardholders apart who share a computer
 * account, and one cardholder's banks. A digest, so neither a name nor a customer id is on disk.
 * @returns 22 characters of base64url (132 bits)
 */
export function enrolmentScope(backendOrigin: string, customerId: string): string {
  return createHash("sha256").update(`enrolment\n${backendOrigin}\n${customerId}`).digest("base64url").slice(0, 22);
}
