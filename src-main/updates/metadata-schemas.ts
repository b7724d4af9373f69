import { z } from "zod";
import { versionForm } from "./version-number.ts";

// The two of TUF's roles that an update needs (docs/decisions/0016-signed-releases.md), in the form that `@tufjs/models` writes.
// Members that are not known here are signed too, and ignored, as TUF asks for (TUF 1.0.31 §4.1).

const count = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const keyId = hex(64);

/** One exact form for each key, so that one key cannot have two ids and count twice. */
const key = z.strictObject({
  keytype: z.literal("ed25519"),
  scheme: z.literal("ed25519"),
  keyval: z.strictObject({ public: hex(64) }),
});

/** One lost or stolen key must decide nothing. */
const role = z.object({
  keyids: z.array(keyId).min(2).max(16),
  threshold: z.int().min(2).max(16),
});

const ofEach = {
  spec_version: z.string().regex(/^1\.\d{1,3}(?:\.\d{1,3})?$/),
  version: count,
  expires: z.iso.datetime(),
};

/** Whose signatures count, and until when (TUF 1.0.31 §4.3). */
export const rootSchema = z.object({
  _type: z.literal("root"),
  ...ofEach,
  keys: z.record(keyId, key),
  roles: z.object({ root: role, targets: role }),
});
export type Root = z.output<typeof rootSchema>;
export type RoleName = keyof Root["roles"];

export const packagePlatforms = ["win32", "darwin"] as const;
export const packageArchitectures = ["x64", "arm64"] as const;

/** Larger than any installer of this program will be. */
const LARGEST_PACKAGE_BYTES = 1024 ** 3;
/** It becomes the name of a file: one part, and none that a system knows otherwise. */
const packageName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,40}(?:\.[A-Za-z0-9_-]{1,20}){1,5}$/);

const packageFile = z.object({
  length: count.max(LARGEST_PACKAGE_BYTES),
  hashes: z.object({ sha512: hex(128) }),
  custom: z.object({ platform: z.enum(packagePlatforms), arch: z.enum(packageArchitectures) }),
});
export type PackageFile = z.output<typeof packageFile>;

/** A release: its packages (TUF 1.0.31 §4.5), and in `release` what is said of it. `version` is the sequence number. */
export const releaseSchema = z.object({
  _type: z.literal("targets"),
  ...ofEach,
  targets: z.record(packageName, packageFile),
  release: z.object({
    version: z.string().regex(versionForm),
    /** Older ones may change no PIN any more. */
    minimum_version: z.string().regex(versionForm),
    /** To how many of a hundred computers it is offered. */
    rollout_percent: z.int().min(0).max(100),
    /** The root under which it was signed. */
    root_version: count,
  }),
});
export type Release = z.output<typeof releaseSchema>;
