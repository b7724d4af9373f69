import type { Release, Root } from "./metadata-schemas.ts";
import { openBuiltInRoot, openNextRoot, openRelease } from "./signed-metadata.ts";
import type { SeenRelease, UpdateMemory } from "./update-memory.ts";
import { UpdateRefusal } from "./update-refusal.ts";

/** More roots than will ever follow the one that a program was built with; a server cannot keep it busy with more. */
const MOST_NEW_ROOTS = 32;

export interface ReleaseSource {
  /** The next root's bytes by its version; null where there is none. */
  readonly root: (version: number) => Promise<Buffer | null>;
  readonly release: () => Promise<Buffer>;
}

interface Trust {
  /** The root that the program was built with. */
  readonly builtInRoot: string;
  readonly memory: Pick<UpdateMemory, "root" | "noteRoot" | "seen" | "note">;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * The newest release that our keys have signed: follows the roots from the one built in (TUF 1.0.31 §5.3), then judges the
 * release (§5.6). It is noted before it is returned, so that no older one is taken later; and the newest root before that, whatever
 * comes with it, so that keys which it has dropped never count again (§5.3.8).
 * @throws UpdateRefusal, or what the source throws; no release is noted then
 */
export async function findTrustedRelease({ builtInRoot, memory, now }: Trust, source: ReleaseSource): Promise<Release> {
  const seen = memory.seen();
  const time = Math.max(now(), seen?.at ?? 0); // a clock set back makes nothing young again
  const root = await findTrustedRoot(builtInRoot, source);
  if (root.version < memory.root()) throw new UpdateRefusal("root-older");
  await memory.noteRoot(root.version);
  if (Date.parse(root.expires) <= time) throw new UpdateRefusal("root-expired");
  const { release, digest, signers } = openRelease(await source.release(), root);
  judge(release, digest, { root, seen, time });
  await memory.note({
    root: root.version,
    sequence: release.version,
    digest,
    signers: [...signers],
    minimumVersion: release.release.minimum_version,
    at: time, // earlier than the release's end, so that a clock that runs ahead for a while does no lasting harm
  });
  return release;
}

/** The newest root that follows from the one built in. One that has expired may still name the next. @throws UpdateRefusal */
export async function findTrustedRoot(builtInRoot: string, source: Pick<ReleaseSource, "root">): Promise<Root> {
  let trusted = openBuiltInRoot(builtInRoot);
  for (let more = 0; more < MOST_NEW_ROOTS; more++) {
    const bytes = await source.root(trusted.version + 1);
    if (bytes === null) return trusted;
    trusted = openNextRoot(bytes, trusted);
  }
  throw new UpdateRefusal("too-large");
}

function judge(
  release: Release,
  digest: string,
  { root, seen, time }: { root: Root; seen: SeenRelease | null; time: number },
): void {
  if (release.release.root_version > root.version) throw new UpdateRefusal("root-missing");
  if (seen !== null && !isOverruled(seen, release, root)) {
    if (release.version < seen.sequence) throw new UpdateRefusal("release-older");
    if (release.version === seen.sequence && digest !== seen.digest) throw new UpdateRefusal("release-replaced");
  }
  if (Date.parse(release.expires) <= time) throw new UpdateRefusal("release-expired");
}

/**
 * Whether the sequence number of what was seen ties nobody any more: its keys do not count now, and this release was made since.
 * Otherwise whoever once had two keys could give the highest number away, and no release would ever follow (TUF 1.0.31 §5.3.11).
 */
function isOverruled(seen: SeenRelease, { release }: Release, { roles: { targets } }: Root): boolean {
  const still = seen.signers.filter((id) => targets.keyids.includes(id));
  return still.length < targets.threshold && release.root_version > seen.root;
}
