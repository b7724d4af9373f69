import { createSecretBytes, type SecretBytes } from "../../src-renderer/secrets/secret-bytes.ts";
import { ascii } from "./by-hand.ts";

/** An entry as the cardholder has typed it. */
export function typed(text: string, capacity = 64): SecretBytes {
  const secret = createSecretBytes(capacity);
  for (const byte of ascii(text)) secret.add(byte);
  return secret;
}

/** What an entry holds, a character for each byte. */
export function textOf(secret: SecretBytes): string {
  return secret.read((bytes) => Buffer.from(bytes).toString("latin1"));
}
