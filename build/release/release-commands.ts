import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { releaseAddress, rootAddress } from "../../src-main/updates/release-addresses.ts";
import { isOlder } from "../../src-main/updates/version-number.ts";
import { Refusal } from "../say.mjs";
import { describePackages, misuse, only, publicKeys, required, version, whole } from "./command-words.ts";
import { makeRelease, makeRoot, signWith } from "./metadata-files.ts";
import {
  hasAnother,
  lastPublished,
  missingPackages,
  newestRootOf,
  putInPlace,
  putPackages,
  releaseIn,
} from "./published-folder.ts";
import { makeKeyFile, openKeyFile, PASSPHRASE_SHORTEST, type ReleaseKey } from "./release-key.ts";
import { sayFile, sayPackages, saySignaturesOfRoot, signedIn } from "./say-file.ts";

const DAY_MS = 86_400_000;
/** Long enough to meet once a year for a new root. */
const ROOT_LONGEST_DAYS = 400;
/** Whoever holds back what is new can do so until the last release expires. */
const RELEASE_LONGEST_DAYS = 90;

export interface Terminal {
  readonly askPassphrase: (question: string) => Promise<string>;
  readonly print: (line: string) => void;
}

type Command = (words: string[], terminal: Terminal) => Promise<void>;

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
/** What is typed after a command's name. */
export const usages = {
  key: "key NAME",
  root: "root FILE --root-keys A,B,C --release-keys D,E,F [--threshold 2] [--days 365] [--after OLD]",
  release:
    "release FILE --into FOLDER --root ROOT --version V --minimum V --percent N [--days 30] [--package win32-x64=FILE …]",
  show: "show FILE",
  sign: "sign FILE --key NAME.key",
  publish: "publish FILE --into FOLDER --root ROOT [--packages FOLDER]",
  check: "check FOLDER --root ROOT",
};

/** The steps of a release's life. docs/releasing.md walks through them. */
export const releaseCommands: Readonly<Record<keyof typeof usages, Command>> = {
  key: makeKey,
  root: writeRoot,
  release: writeRelease,
  show,
  sign: addSignature,
  publish,
  check,
};

/** A new key in NAME.key, under a passphrase, and its public half in NAME.pub.json. */
async function makeKey(words: string[], { askPassphrase, print }: Terminal): Promise<void> {
  const name = only(words, usages.key);
  const passphrase = await askPassphrase(`Passphrase for ${name}.key (${PASSPHRASE_SHORTEST} characters at least): `);
  if (passphrase.length < PASSPHRASE_SHORTEST) {
    throw new Refusal(
      "The passphrase is too short.",
      `Take ${PASSPHRASE_SHORTEST} characters at least, such as six words by dice.`,
    );
  }
  const pem = makeKeyFile(passphrase);
  const { id, publicKey } = openKeyFile(pem, passphrase);
  await writeNew(`${name}.key`, pem, 0o600);
  await writeNew(`${name}.pub.json`, `${JSON.stringify(publicKey, null, 2)}\n`);
  print(`${name}.key and ${name}.pub.json: key ${id}`);
}

/** A root without signatures. */
async function writeRoot(words: string[], { print }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { "root-keys": text, "release-keys": text, threshold: text, days: text, after: text },
  });
  const file = only(positionals, usages.root);
  const number =
    values.after === undefined ? 1 : signedIn(values.after, await readFile(values.after, "utf8")).version + 1;
  const days = whole(values.days ?? "365", "--days", 1, ROOT_LONGEST_DAYS);
  const threshold = whole(values.threshold ?? "2", "--threshold", 2, 16);
  const content = makeRoot({
    version: number,
    expires: new Date(Date.now() + days * DAY_MS),
    threshold,
    rootKeys: await publicKeys(required(values["root-keys"], usages.root), threshold),
    releaseKeys: await publicKeys(required(values["release-keys"], usages.root), threshold),
  });
  await writeNew(file, content);
  print(`${file}: root ${number}, for ${days} days, not signed yet`);
}

/** The release that follows the folder's, without signatures. Of the same version it keeps the packages. */
async function writeRelease(words: string[], { print }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { into: text, root: text, version: text, minimum: text, percent: text, days: text, package: texts },
  });
  const file = only(positionals, usages.release);
  const published = await publishedIn(values, usages.release);
  const before = await lastPublished(published.folder);
  const of = version(required(values.version, usages.release), "--version");
  const minimum = version(required(values.minimum, usages.release), "--minimum");
  if (isOlder(of, minimum)) {
    throw new Refusal(`--minimum ${minimum} is newer than --version ${of}.`, "Nobody could change a PIN any more.");
  }
  const percent = whole(required(values.percent, usages.release), "--percent", 0, 100);
  const days = whole(values.days ?? "30", "--days", 1, RELEASE_LONGEST_DAYS);
  const sequence = (before?.version ?? 0) + 1;
  const isSame = before?.release.version === of && values.package === undefined;
  const packages = isSame ? before.targets : await describePackages(values.package ?? []);
  const content = makeRelease({
    sequence,
    expires: new Date(Date.now() + days * DAY_MS),
    release: {
      version: of,
      minimum_version: minimum,
      rollout_percent: percent,
      root_version: (await newestRootOf(published)).version,
    },
    packages,
  });
  await writeNew(file, content);
  print(`${file}: release ${sequence} (${of}, minimum ${minimum}, ${percent} %), for ${days} days, not signed yet`);
  if (before === null) print(`the first one: ${published.folder} has none`);
  else print(`after release ${before.version} (${before.release.version}, minimum ${before.release.minimum_version})`);
  sayPackages(packages, print);
}

/** What a file says, for whoever is to sign it. */
async function show(words: string[], { print }: Terminal): Promise<void> {
  const file = only(words, usages.show);
  sayFile(file, await readFile(file, "utf8"), print);
}

async function addSignature(words: string[], { askPassphrase, print }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { key: text } });
  const file = only(positionals, usages.sign);
  const keyFile = required(values.key, usages.sign);
  const [pem, before] = await Promise.all([readFile(keyFile, "utf8"), readFile(file, "utf8")]);
  signedIn(file, before);
  const key = open(keyFile, pem, await askPassphrase(`Passphrase of ${keyFile}: `));
  const signed = signWith(before, key);
  await writeFile(file, signed);
  print(`${file}: signed by ${key.id}`);
  saySignaturesOfRoot(signed, print);
}

/** Puts a signed root or release into the folder, if an app would take it. */
async function publish(words: string[], { print }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { into: text, root: text, packages: text },
  });
  const file = only(positionals, usages.publish);
  const published = await publishedIn(values, usages.publish);
  const bytes = await readFile(file);
  const { _type: type, version: number } = signedIn(file, bytes.toString());
  if (type !== "root") return publishRelease(bytes, published, values.packages, print);
  const newest = await newestRootOf(published, { version: number, bytes });
  if (newest.version !== number)
    throw new Refusal(`No app would come to root ${number}.`, "Publish those before it first.");
  if (await hasAnother(published.folder, rootAddress(number), bytes)) {
    throw new Refusal(
      `${published.folder} has another root ${number} already.`,
      "Make the next one: --after that one.",
    );
  }
  await putInPlace(published.folder, rootAddress(number), bytes);
  print(`${published.folder}: root ${number}; now publish a release under it`);
}

async function publishRelease(
  bytes: Buffer,
  published: { folder: string; builtInRoot: string },
  packages: string | undefined,
  print: Terminal["print"],
): Promise<void> {
  const { folder } = published;
  const release = await releaseIn(published, bytes);
  const before = await lastPublished(folder);
  if (before !== null && release.version <= before.version) {
    throw new Refusal(`${folder} has release ${before.version} already.`, "Make a new one with `release`.");
  }
  if (packages !== undefined) await putPackages(folder, release, packages);
  await requirePackages(folder, release);
  await putInPlace(folder, releaseAddress, bytes);
  print(`${folder}: release ${release.version} (${release.release.version})`);
}

/** Looks at the folder as an app with this root does. */
async function check(words: string[], { print }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { root: text } });
  const folder = only(positionals, usages.check);
  const published = await publishedIn({ ...values, into: folder }, usages.check);
  const release = await releaseIn(published);
  await requirePackages(folder, release);
  const { version: of, minimum_version: minimum, rollout_percent: percent, root_version: root } = release.release;
  print(`release ${release.version} under root ${root}, until ${release.expires}`);
  print(`version ${of} for ${percent} % of the computers; below ${minimum} no PIN change begins`);
  sayPackages(release.targets, print);
}

async function requirePackages(folder: string, release: Parameters<typeof missingPackages>[1]): Promise<void> {
  const missing = await missingPackages(folder, release);
  if (missing.length === 0) return;
  throw new Refusal(
    `${folder} does not have ${missing.join(", ")}.`,
    "Name the folder that has them: --packages FOLDER.",
  );
}

async function publishedIn({ into, root }: { into?: string; root?: string }, usage: string) {
  if (into === undefined || root === undefined) throw misuse(usage);
  return { folder: into, builtInRoot: await readFile(root, "utf8") };
}

function open(file: string, pem: string, passphrase: string): ReleaseKey {
  try {
    return openKeyFile(pem, passphrase);
  } catch {
    throw new Refusal(`${file} cannot be opened.`, "Check the passphrase, and that it is a file of `key`.");
  }
}

/** Replaces nothing: a key that is overwritten is lost. */
async function writeNew(file: string, content: string, mode = 0o644): Promise<void> {
  try {
    await writeFile(file, content, { mode, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Refusal(`${file} is there already.`, "Take another name.");
  }
}
