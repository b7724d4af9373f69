import { createHash, createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { type Release, type RoleName, type Root, releaseSchema, rootSchema } from "./metadata-schemas.ts";
import { UpdateRefusal } from "./update-refusal.ts";

// The only file that sees metadata before its signatures are checked: what it returns was signed by as many keys as the root
// asks for (docs/threat-model.md#updates-signed).

export const LARGEST_METADATA_BYTES = 64 * 1024;

const envelope = z.object({
  signed: z.record(z.string(), z.unknown()),
  signatures: z.array(z.object({ keyid: z.string().max(64), sig: z.string().max(128) })).max(64),
});

/** SubjectPublicKeyInfo of Ed25519, up to the key itself (RFC 8410 §4). */
const ed25519Prefix = Buffer.from("302a300506032b6570032100", "hex");

/**
 * The root that this program was built with, which nobody else vouches for.
 * @throws UpdateRefusal
 */
export function openBuiltInRoot(text: string): Root {
  const { signed, countFor } = read(Buffer.from(text));
  const root = check(rootSchema, signed);
  countFor(root, "root");
  return root;
}

/**
 * The root that follows a trusted one: signed by as many keys of that root as by its own (TUF 1.0.31 §5.3).
 * @throws UpdateRefusal
 */
export function openNextRoot(bytes: Buffer, trusted: Root): Root {
  const { signed, countFor } = read(bytes);
  countFor(trusted, "root");
  const next = check(rootSchema, signed);
  countFor(next, "root");
  if (next.version !== trusted.version + 1) throw new UpdateRefusal("root-not-next");
  return next;
}

interface SignedRelease {
  readonly release: Release;
  /** SHA-256 of what was signed. */
  readonly digest: string;
  /** The ids of the keys whose signatures counted. */
  readonly signers: readonly string[];
}

/** @throws UpdateRefusal */
export function openRelease(bytes: Buffer, trusted: Root): SignedRelease {
  const { signed, canonical, countFor } = read(bytes);
  const signers = countFor(trusted, "targets");
  const digest = createHash("sha256").update(canonical).digest("hex");
  return { release: check(releaseSchema, signed), digest, signers };
}

/** TUF's key id: the hash of the key's canonical form (TUF 1.0.31 §4.2). */
export function keyIdOf(key: Root["keys"][string]): string {
  return createHash("sha256").update(canonicalJson(key)).digest("hex");
}

function read(bytes: Buffer) {
  if (bytes.byteLength > LARGEST_METADATA_BYTES) throw new UpdateRefusal("too-large");
  const { signed, signatures } = check(envelope, parseJson(bytes));
  const canonical = canonicalBytes(signed);

  /** @returns the ids of this role's keys that have signed it @throws UpdateRefusal unless they are enough */
  const countFor = ({ keys, roles }: Root, role: RoleName): readonly string[] => {
    const { keyids, threshold } = roles[role];
    const signers = [...new Set(keyids)].filter((id) => {
      const key = keys[id];
      if (key === undefined || keyIdOf(key) !== id) return false;
      return signatures.some(({ keyid, sig }) => keyid === id && isSignature(canonical, key, sig));
    });
    if (signers.length < threshold) throw new UpdateRefusal("not-signed");
    return signers;
  };
  return { signed, canonical, countFor };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new UpdateRefusal("malformed", cause);
  }
}

function canonicalBytes(signed: unknown): Buffer {
  try {
    return Buffer.from(canonicalJson(signed));
  } catch (cause) {
    throw new UpdateRefusal("malformed", cause);
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UpdateRefusal("malformed", parsed.error);
  return parsed.data;
}

function isSignature(canonical: Buffer, key: Root["keys"][string], sig: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(sig)) return false;
  const spki = Buffer.concat([ed25519Prefix, Buffer.from(key.keyval.public, "hex")]);
  return verify(null, canonical, createPublicKey({ key: spki, format: "der", type: "spki" }), Buffer.from(sig, "hex"));
}
