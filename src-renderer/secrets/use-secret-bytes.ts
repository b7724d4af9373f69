import { useEffect, useMemo } from "preact/hooks";
import { createSecretBytes, type SecretBytes } from "./secret-bytes.ts";

/** Bytes that belong to a screen, and are wiped with it. */
export function useSecretBytes(capacity: number): SecretBytes {
  const secret = useMemo(() => createSecretBytes(capacity), []);
  useEffect(() => () => secret.clear(), [secret]);
  return secret;
}
