import { randomUUID } from "node:crypto";

/**
 * A new id of one HTTP request (RFC 9562 §5.4). It has no four decimal digits in a row, so that nothing which looks for PINs,
 * codes or card numbers in logs finds one: of seven random ids one is like that, which leaves 119 random bits.
 */
export function newRequestId(): string {
  for (;;) {
    const id = randomUUID();
    if (!/\d{4}/.test(id)) return id;
  }
}
