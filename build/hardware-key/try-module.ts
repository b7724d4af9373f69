import { createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { startTokenProcess, type TokenProcess } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { LONGEST_PIN_BYTES, type Token, type TokenName } from "../../src-hardware-key/token-messages.ts";
import { Refusal } from "../say.mjs";
import { orWhyNot } from "./why-not-token.ts";

export interface TokenTerminal {
  /** Reads a line without showing it. */
  readonly askSecret: (question: string) => Promise<string>;
  readonly print: (line: string) => void;
}

const usage = "npm run hardware-key -- MODULE [--sha256 HEX] [--try [--label LABEL] [--serial SERIAL]]";

/** A module looks at its readers within this. */
const LOOKING_MS = 20_000;
/** A token may make a key slowly, and wait for a touch. */
const AT_WORK_MS = 60_000;
/** Before an uncompressed point of P-256: what makes a SubjectPublicKeyInfo of it (RFC 5480 §2). */
const SPKI_HEADER = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");

/**
 * Says which tokens a PKCS#11 module reaches, and tries on one of them whether it can keep a key (docs/hardware-key.md).
 * @param words as they are typed after the command
 * @throws Refusal
 */
export async function tryModule(words: readonly string[], terminal: TokenTerminal, env = process.env): Promise<void> {
  const { file, expected, isTried, name } = parse(words);
  const sha256 = orWhyNot(() => hashOfModule(file));
  terminal.print(JSON.stringify({ path: file, sha256 }));
  const tokens = startTokenProcess({ file, sha256: expected ?? sha256 }, env);
  try {
    const { tokens: found } = await orWhyNot(() => tokens.ask("tokens", {}, AbortSignal.timeout(LOOKING_MS)));
    terminal.print(found.length === 0 ? "no token" : `${found.length} token${found.length === 1 ? "" : "s"}:`);
    for (const token of found) terminal.print(`  ${describe(token)}`);
    if (isTried) await tryToken(tokens, choose(found, name), terminal);
  } finally {
    await tokens.end();
  }
}

function parse(words: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { sha256: text, label: text, serial: text, try: { type: "boolean" } } as const;
  const { values, positionals } = understood(() => parseArgs({ args: [...words], allowPositionals: true, options }));
  const [file, ...more] = positionals;
  const { sha256, label, serial } = values;
  const isTried = values.try === true;
  const isChoiceInVain = !isTried && (label ?? serial) !== undefined;
  if (file === undefined || more.length > 0 || isChoiceInVain) throw misuse();
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Refusal(`--sha256 ${sha256} is no hash.`, "Take 64 digits of 0-9a-f, as this command prints them.");
  }
  return { file: path.resolve(file), expected: sha256, isTried, name: { label, serial } };
}

/** An option that there is not, or one without its value. */
function understood<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw misuse();
  }
}

function misuse(): Refusal {
  return new Refusal("These words are not understood.", usage);
}

/** The token that is meant. @throws Refusal unless it is one */
function choose(
  tokens: readonly Token[],
  { label, serial }: { label?: string | undefined; serial?: string | undefined },
) {
  const meant = tokens.filter(
    (token) => (label === undefined || token.label === label) && (serial === undefined || token.serial === serial),
  );
  const [token, second] = meant;
  if (token === undefined) throw new Refusal("There is no such token.", "Plug it in, or name one of those above.");
  if (second !== undefined) {
    throw new Refusal("There are several tokens.", "Name one: --label LABEL, --serial SERIAL, or both.");
  }
  return token;
}

/** Makes a key, signs with it, verifies, and removes it. */
async function tryToken(tokens: TokenProcess, token: Token, { askSecret, print }: TokenTerminal): Promise<void> {
  const name: TokenName = { serial: token.serial, label: token.label };
  const pin = Buffer.from(await askSecret(printable(`PIN of "${token.label}" (a wrong one counts): `)));
  const withinTime = () => AbortSignal.timeout(AT_WORK_MS);
  try {
    if (pin.length < 1 || pin.length > LONGEST_PIN_BYTES) throw new Refusal("That is no PIN.", "Nothing was tried.");
    print("If the token blinks, touch it.");
    const message = randomBytes(32);
    const digest = createHash("sha256").update(message).digest();
    const made = await timed(() => orWhyNot(() => tokens.ask("makeKey", { token: name, pin, digest }, withinTime())));
    const { keyId, publicKey } = made.result;
    print(`made a P-256 key on it in ${made.ms} ms, which the token says cannot leave it`);
    try {
      const signed = await timed(() =>
        orWhyNot(() => tokens.ask("sign", { token: name, pin, keyId, publicKey, digest }, withinTime())),
      );
      const signature = Buffer.from(signed.result.signature, "hex");
      if (!verify("sha256", message, publicKeyOf(publicKey), signature)) {
        throw new Refusal("The signature is wrong.", "This token cannot be used.");
      }
      print(`signed with it in ${signed.ms} ms, and the signature is right`);
    } finally {
      const removed = await tokens
        .ask("removeKey", { token: name, pin, keyId, publicKey }, withinTime())
        .catch(() => null);
      print(removed === null ? `the key is still on the token: "Cardbound", ${keyId}` : "removed the key");
    }
  } finally {
    pin.fill(0);
  }
}

function publicKeyOf(point: string) {
  const key = Buffer.concat([SPKI_HEADER, Buffer.from(point, "hex")]);
  return createPublicKey({ key, format: "der", type: "spki" });
}

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const begun = performance.now();
  const result = await run();
  return { result, ms: Math.round(performance.now() - begun) };
}

function describe({ label, serial, manufacturer, model, pinLength, ...token }: Token): string {
  const state = !token.isInitialised
    ? ["not set up"]
    : [
        token.hasPin
          ? `has a PIN${pinLength ? ` of ${pinLength.least} to ${pinLength.most} bytes` : ""}`
          : "has no PIN yet",
        ...(token.hasOwnKeypad ? ["takes it on its own keypad alone"] : []),
        ...(token.hasPin ? [triesInWords[token.tries]] : []),
        ...(token.isWriteProtected ? ["write-protected"] : []),
      ];
  return printable(`"${label}" ${serial} (${manufacturer}, ${model}): ${state.join(", ")}`);
}

/** What a token says of itself is anybody's, and a terminal obeys some of it. */
const printable = (text: string) => text.replace(/[^\x20-\x7e\u00a1-\uffff]/g, "?");

const triesInWords: Readonly<Record<Token["tries"], string>> = {
  untold: "says nothing of tries",
  few: "says that a wrong PIN was entered",
  last: "says that one try is left",
  none: "is locked",
};
