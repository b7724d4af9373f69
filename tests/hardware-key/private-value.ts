import { execFileSync } from "node:child_process";
import path from "node:path";

/**
 * Asks the module, as the token's holder, for the private value of a key: in a process of its own, by functions that the
 * product does not offer.
 * @returns what the module returned, or the value
 */
export function readPrivateValue(env: NodeJS.ProcessEnv, keyId: string): { returned: number } | { value: string } {
  const child = path.join(import.meta.dirname, "private-value-child.ts");
  return JSON.parse(execFileSync(process.execPath, [child, keyId], { env, encoding: "utf8" }));
}
