import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { DeriveKey } from "../../src-main/keys/key-wrapping.ts";

const derive = promisify<Uint8Array, Uint8Array, number, object, Buffer>(scrypt);

/** Scrypt at a cost that hundreds of cases can pay; what it really costs is measured elsewhere. */
export const deriveQuickly: DeriveKey = (passcode, { salt }) => derive(passcode, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
