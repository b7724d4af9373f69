// Keys and metadata as `npm run release-manifest` makes them, for tests of what the app makes of them.
import { makeRelease, makeRoot, signWith } from "../../../build/release/metadata-files.ts";
import { makeKeyFile, openKeyFile, type ReleaseKey } from "../../../build/release/release-key.ts";
import { canonicalJson } from "../../../src-main/updates/canonical-json.ts";
import { findTrustedRelease } from "../../../src-main/updates/trusted-release.ts";
import type { SeenRelease } from "../../../src-main/updates/update-memory.ts";

const passphrase = "for tests and nothing else";
const newKey = () => openKeyFile(makeKeyFile(passphrase), passphrase);
type Three = readonly [ReleaseKey, ReleaseKey, ReleaseKey];

export const rootKeys: Three = [newKey(), newKey(), newKey()];
export const releaseKeys: Three = [newKey(), newKey(), newKey()];
/** Of nobody whom any root names. */
export const strangers: Three = [newKey(), newKey(), newKey()];

export const now = Date.UTC(2026, 10, 27);
const DAY = 86_400_000;
/** The days of `inDays` that end so many days from today, for what goes by this computer's clock. */
export const fromToday = (days: number) => (Date.now() - now) / DAY + days;
export const inDays = (days: number) => new Date(now + days * DAY);

const signedBy = (text: string, keys: readonly ReleaseKey[]) => keys.reduce(signWith, text);
const publicKeys = (keys: readonly ReleaseKey[]) => keys.map(({ publicKey }) => publicKey);

interface RootSaid {
  readonly version?: number;
  readonly days?: number;
  readonly names?: Three;
  readonly releases?: Three;
  readonly by?: readonly ReleaseKey[];
  readonly threshold?: number;
}

/** A root, signed by the first two keys unless said otherwise. */
export function root(said: RootSaid = {}): string {
  const { version = 1, days = 300, names = rootKeys, releases = releaseKeys, by, threshold = 2 } = said;
  const content = { version, expires: inDays(days), threshold };
  const text = makeRoot({ ...content, rootKeys: publicKeys(names), releaseKeys: publicKeys(releases) });
  return signedBy(text, by ?? names.slice(0, 2));
}

const installer = Buffer.from("an installer ".repeat(20_000));
const installerHash = "c".repeat(128);

type Content = Parameters<typeof makeRelease>[0];
interface ReleaseSaid extends Partial<Omit<Content, "release" | "expires">> {
  readonly days?: number;
  readonly by?: readonly ReleaseKey[];
  readonly said?: Partial<Content["release"]>;
}

/** A release, signed by the first two release keys unless said otherwise. */
export function release({ sequence = 5, days = 30, by = releaseKeys.slice(0, 2), said, packages }: ReleaseSaid = {}) {
  const content: Content = {
    sequence,
    expires: inDays(days),
    release: { version: "1.2.0", minimum_version: "1.0.0", rollout_percent: 100, root_version: 1, ...said },
    packages: packages ?? {
      "Cardbound-1.2.0.exe": {
        length: installer.byteLength,
        hashes: { sha512: installerHash },
        custom: { platform: "win32", arch: "x64" },
      },
    },
  };
  return signedBy(makeRelease(content), by);
}

/** What was signed, changed, under the signatures that it had. */
export function changed(text: string, change: (signed: Record<string, unknown>) => void): string {
  const metadata = JSON.parse(text);
  change(metadata.signed);
  return JSON.stringify(metadata);
}

/** The same, signed anew by these keys after the change, which may make of it what the library would not sign. */
export function resigned(text: string, change: (signed: Record<string, unknown>) => void, by: readonly ReleaseKey[]) {
  const { signed } = JSON.parse(changed(text, change));
  const bytes = Buffer.from(canonicalJson(signed));
  return JSON.stringify({ signed, signatures: by.map((key) => key.sign(bytes).toJSON()) });
}

export interface Served {
  /** The roots after the one built in. */
  readonly roots?: readonly string[];
  readonly release: string | Buffer;
}

const usualRoot = root();

/** What an app with this root makes of what a server says. `root` and `seen` are what it remembers afterwards. */
export async function look(
  { roots = [], release }: Served,
  { builtIn = usualRoot, root = 0, seen = null, at = now }: Known = {},
) {
  const kept = { root, seen };
  const memory = {
    root: () => kept.root,
    noteRoot: async (followed: number) => {
      kept.root = followed;
    },
    seen: () => kept.seen,
    note: async (noted: SeenRelease) => {
      kept.seen = noted;
    },
  };
  const source = {
    root: async (version: number) => {
      const text = roots[version - 2];
      return text === undefined ? null : Buffer.from(text);
    },
    release: async () => Buffer.from(release),
  };
  try {
    const found = await findTrustedRelease({ builtInRoot: builtIn, memory, now: () => at }, source);
    return { found, ...kept, reason: null };
  } catch (error) {
    return { found: null, ...kept, reason: (error as { reason?: string }).reason ?? String(error) };
  }
}

interface Known {
  readonly builtIn?: string;
  readonly root?: number;
  readonly seen?: SeenRelease | null;
  readonly at?: number;
}
