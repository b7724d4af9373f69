// Attacker: somebody who controls the update server, or stands in front of it, or has one of our keys.
// Way: answers with an altered, older, expired or endless release, or with keys of their own. Impact: their program runs as ours.
// docs/threat-model.md#updates-signed
import { describe, expect, it } from "vitest";
import type { ReleaseKey } from "../../../build/release/release-key.ts";
import { UpdateRefusal } from "../../../src-main/updates/update-refusal.ts";
import {
  changed,
  inDays,
  look,
  now,
  release,
  releaseKeys,
  resigned,
  root,
  rootKeys,
  type Served,
  strangers,
} from "./release-kit.ts";

const [one, two, three] = releaseKeys;
const second = (said: Parameters<typeof root>[0] = {}) => root({ version: 2, ...said });
const otherId = "f".repeat(64);
const ofAnotherType = resigned(release(), (signed) => Object.assign(signed, { _type: "timestamp" }), releaseKeys);
/** The next root's new keys, of which the old root knows none. */
const handedOver = second({ names: strangers, by: [...rootKeys.slice(0, 2), ...strangers.slice(0, 2)] });
const newRoles = second({ releases: strangers });

describe("what is taken", () => {
  it.each<[string, Served]>([
    ["a release signed by two of three", { release: release() }],
    ["by any two of them", { release: release({ by: [two, three] }) }],
    ["by all three", { release: release({ by: [one, two, three] }) }],
    ["by two, and by a stranger", { release: release({ by: [strangers[0], one, two] }) }],
    ["under a root that new root keys have signed, and the old ones", { roots: [handedOver], release: release() }],
    ["by new release keys", { roots: [newRoles], release: release({ by: strangers, said: { root_version: 2 } }) }],
    [
      "after two roots, the first of them expired",
      { roots: [second({ days: -1 }), root({ version: 3 })], release: release({ said: { root_version: 3 } }) },
    ],
    ["with members that this version does not know", { release: release({ said: { note: "new" } as object }) }],
  ])("%s", async (_name, served) => {
    expect(await look(served)).toMatchObject({ reason: null, found: { release: { version: "1.2.0" } } });
  });

  it("is taken again, and so is a later one", async () => {
    const { seen } = await look({ release: release() });
    expect((await look({ release: release() }, { seen })).reason).toBeNull();
    expect((await look({ release: release({ sequence: 6 }) }, { seen })).reason).toBeNull();
  });
});

// biome-ignore-start format: a row for each
const cases: [name: string, reason: UpdateRefusal["reason"], served: Served][] = [
  ["no signature", "not-signed", { release: release({ by: [] }) }],
  ["one signature", "not-signed", { release: release({ by: [one] }) }],
  ["the same key twice", "not-signed", { release: twice(release({ by: [one] })) }],
  ["one key of ours and one of a stranger", "not-signed", { release: release({ by: [one, strangers[0]] }) }],
  ["strangers alone", "not-signed", { release: release({ by: strangers }) }],
  ["the root's keys, which sign no release", "not-signed", { release: release({ by: rootKeys }) }],
  ["a changed version", "not-signed", { release: changed(release(), (it) => Object.assign(it, { version: 9 })) }],
  ["a member more", "not-signed", { release: changed(release(), (it) => Object.assign(it, { more: true })) }],
  ["a later end", "not-signed", { release: changed(release(), (it) => Object.assign(it, { expires: inDays(90) })) }],
  ["a root in a release's place", "not-signed", { release: root() }],
  ["a root, signed by the release's keys, in its place", "malformed", { release: root({ by: releaseKeys }) }],
  ["no JSON", "malformed", { release: "<html>" }],
  ["no UTF-8", "malformed", { release: withoutUtf8(release({ said: { note: "\ufffd" } as object })) }],
  ["the release's own keys under another type", "malformed", { release: ofAnotherType }],
  [
    "numbers without an exact form",
    "malformed",
    { release: changed(release(), (it) => Object.assign(it, { a: 0.5 })) },
  ],
  [
    "a text without a form in UTF-8",
    "malformed",
    { release: changed(release(), (it) => Object.assign(it, { a: "\ud800" })) },
  ],
  [
    "a thousand levels",
    "malformed",
    { release: `{"signed":{"a":${"[".repeat(1000)}${"]".repeat(1000)}},"signatures":[]}` },
  ],
  ["more than 64 KiB", "too-large", { release: `${release()}${" ".repeat(64 * 1024)}` }],
  ["a path for a name", "malformed", { release: named("../../.bashrc") }],
  ["a hidden file's name", "malformed", { release: named(".profile.exe") }],
  ["a name that ends in a space", "malformed", { release: named("setup.exe ") }],
  ["a package without end", "malformed", { release: named("setup.exe", 2 ** 40) }],
  ["an end in the past", "release-expired", { release: release({ days: -1 }) }],
  ["an end at this moment", "release-expired", { release: release({ days: 0 }) }],
  ["a root that has expired", "root-expired", { roots: [second({ days: -1 })], release: release() }],
  ["the release of a root that is held back", "root-missing", { release: release({ said: { root_version: 2 } }) }],
  ["a root by strangers", "not-signed", { roots: [second({ names: strangers })], release: release() }],
  [
    "a root by one of ours and two strangers",
    "not-signed",
    {
      roots: [second({ names: strangers, by: [rootKeys[0], ...strangers] })],
      release: release(),
    },
  ],
  [
    "a root by ours that its own keys have not signed",
    "not-signed",
    {
      roots: [second({ names: strangers, by: rootKeys })],
      release: release(),
    },
  ],
  ["a root by the release's keys", "not-signed", { roots: [second({ by: releaseKeys })], release: release() }],
  ["a gap between roots", "root-not-next", { roots: [root({ version: 3 })], release: release() }],
  ["the same root again", "root-not-next", { roots: [root()], release: release() }],
  ["a release of a key that the new root has dropped", "not-signed", { roots: [newRoles], release: release() }],
  ["a root that asks for one signature", "malformed", { roots: [second({ threshold: 1 })], release: release() }],
  [
    "one key under two ids",
    "not-signed",
    {
      roots: [oneKeyAsTwo(second(), rootKeys)],
      release: underTwoIds(release({ by: [one] })),
    },
  ],
  [
    "one key that a root names twice",
    "not-signed",
    {
      roots: [resigned(second(), nameTwice, rootKeys)],
      release: release({ by: [one] }),
    },
  ],
  [
    "roots without end",
    "too-large",
    {
      roots: Array.from({ length: 40 }, (_, index) => root({ version: index + 2 })),
      release: release(),
    },
  ],
];
// biome-ignore-end format: a row for each

describe("what is refused", () => {
  it.each(cases)("%s: %s", async (_name, reason, served) => {
    const { seen } = await look({ release: release({ sequence: 4 }) });
    expect(await look(served, { seen })).toMatchObject({ found: null, seen, reason });
  });

  it("an older release than one seen before", async () => {
    const { seen } = await look({ release: release({ sequence: 6 }) });
    expect(await look({ release: release() }, { seen })).toMatchObject({ found: null, seen, reason: "release-older" });
  });

  it("another release under a number seen before", async () => {
    const { seen } = await look({ release: release() });
    const other = release({ said: { minimum_version: "0.1.0" } });
    expect(await look({ release: other }, { seen })).toMatchObject({ found: null, seen, reason: "release-replaced" });
  });

  it("an older root than one seen before", async () => {
    const { seen, root: followed } = await look({ roots: [second()], release: release() });
    const again = await look({ release: release() }, { seen, root: followed });
    expect(again).toMatchObject({ found: null, seen, reason: "root-older" });
  });

  it("a release of dropped keys, once their root was seen, though no release came with it yet", async () => {
    const { root: followed } = await look({ roots: [newRoles], release: release() });
    expect((await look({ release: release({ sequence: 6 }) }, { root: followed })).reason).toBe("root-older");
  });

  it("an expired release, even if the clock was set back since", async () => {
    const long = release({ sequence: 4, days: 80 });
    const { seen } = await look({ release: long }, { at: inDays(60).getTime() });
    expect(await look({ release: release({ days: 30 }) }, { seen, at: now })).toMatchObject({
      reason: "release-expired",
    });
  });

  it("an expired release, even if another one was taken since under the clock that was set back", async () => {
    const first = await look({ release: release({ sequence: 3, days: 80 }) }, { at: inDays(60).getTime() });
    const between = await look({ release: release({ sequence: 4, days: 80 }) }, { seen: first.seen, at: now });
    expect(between.reason).toBeNull();
    expect((await look({ release: release() }, { seen: between.seen, at: now })).reason).toBe("release-expired");
  });

  it("a built-in root that its own keys have not signed", async () => {
    const served = { release: release() };
    expect((await look(served, { builtIn: root({ by: [rootKeys[0]] }) })).reason).toBe("not-signed");
  });
});

describe("after stolen keys have signed the highest number", () => {
  const stolen = release({ sequence: Number.MAX_SAFE_INTEGER, said: { minimum_version: "99999.0.0" } });
  const ours = (said: Parameters<typeof release>[0] = {}) =>
    release({ by: strangers, said: { root_version: 2 }, ...said });

  it("a release under a root without them is taken, and the next ones count from it", async () => {
    const { seen } = await look({ release: stolen });
    const after = await look({ roots: [newRoles], release: ours() }, { seen });
    expect(after).toMatchObject({ reason: null, seen: { sequence: 5, minimumVersion: "1.0.0" } });
    const older = await look({ roots: [newRoles], release: ours({ sequence: 4 }) }, { seen: after.seen });
    expect(older.reason).toBe("release-older");
  });

  it("what was made before that root is still too old", async () => {
    const { seen } = await look({ release: stolen });
    const before = ours({ said: { root_version: 1 } });
    expect((await look({ roots: [newRoles], release: before }, { seen })).reason).toBe("release-older");
  });

  it("nothing older is taken under a new root that still has them", async () => {
    const { seen } = await look({ release: release({ sequence: 6 }) });
    const older = release({ said: { root_version: 2 } });
    expect((await look({ roots: [second()], release: older }, { seen })).reason).toBe("release-older");
  });
});

it("does not take a clock that ran ahead for the time: only what had not expired is noted", async () => {
  const ahead = await look({ release: release() }, { at: inDays(200).getTime() });
  expect(ahead).toMatchObject({ found: null, seen: null, reason: "release-expired" });
});

it("says what it refuses as two errors: too old may be the computer's clock", () => {
  expect(new UpdateRefusal("release-expired").code).toBe("ERR_UPDATE_TOO_OLD");
  expect(new UpdateRefusal("not-signed").code).toBe("ERR_UPDATE_NOT_TRUSTED");
});

function twice(text: string): string {
  const metadata = JSON.parse(text);
  return JSON.stringify({ ...metadata, signatures: [...metadata.signatures, ...metadata.signatures] });
}

function named(name: string, length = 10): string {
  const hashes = { sha512: "c".repeat(128) };
  return release({ packages: { [name]: { length, hashes, custom: { platform: "win32", arch: "x64" } } } });
}

/** With a byte that a lenient reader takes for the character that was signed. */
function withoutUtf8(text: string): Buffer {
  const [before = "", after = ""] = text.split("\ufffd");
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
}

/** A root that names the same key twice, once under an id that is not its own. */
function oneKeyAsTwo(text: string, by: readonly ReleaseKey[]): string {
  const add = (signed: Record<string, unknown>) => {
    const { keys, roles } = signed as { keys: Record<string, unknown>; roles: { targets: { keyids: string[] } } };
    keys[otherId] = one.publicKey;
    roles.targets.keyids.push(otherId);
  };
  return resigned(text, add, by);
}

function nameTwice(signed: Record<string, unknown>): void {
  const { roles } = signed as { roles: { targets: { keyids: string[] } } };
  roles.targets.keyids.push(one.id);
}

function underTwoIds(text: string): string {
  const metadata = JSON.parse(text);
  const again = { ...metadata.signatures[0], keyid: otherId };
  return JSON.stringify({ ...metadata, signatures: [...metadata.signatures, again] });
}
