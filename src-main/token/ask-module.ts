import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { askToken, type NoAnswer, type TokenChild, TokenRefused } from "../../src-hardware-key/ask-token.ts";
import type { Answered, Asked, MessageKind, Token } from "../../src-hardware-key/token-messages.ts";
import type { TokenRefusal } from "../../src-hardware-key/token-refusals.ts";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import type { TokenModule } from "./token-modules.ts";
import type { TokenOptions, TokenPlace, Tokens } from "./tokens.ts";
import { createToldLastTries } from "./told-last-tries.ts";

/** A module looks at its readers within this. */
const LOOKING_MS = 20_000;
/** A token may be slow, and wait for a touch. */
const AT_WORK_MS = 60_000;
/** A process that was killed and stays longer hangs in the system, and nobody waits for it. */
const GONE_MS = 3_000;
/** Longer than a token takes that waits for nobody: SoftHSM 0.3 s, a TPM 0.5 s, with the process (measured). */
const WAITS_AFTER_MS = 2_000;

/** What the cardholder is told of each refusal (docs/hardware-key.md#why-a-token-refuses). */
const codes: Readonly<Record<TokenRefusal | NoAnswer, ErrorCode>> = {
  "module-missing": "ERR_TOKEN_MODULE",
  "module-changed": "ERR_TOKEN_MODULE",
  "module-unusable": "ERR_TOKEN_MODULE",
  "no-token": "ERR_TOKEN_MISSING",
  "two-tokens": "ERR_TOKEN_AMBIGUOUS",
  "pin-not-set": "ERR_TOKEN_UNUSABLE",
  "own-keypad": "ERR_TOKEN_UNUSABLE",
  "pin-length": "ERR_TOKEN_PIN_LENGTH",
  "last-try": "ERR_TOKEN_LAST_TRY",
  "wrong-pin": "ERR_TOKEN_PIN_WRONG",
  locked: "ERR_TOKEN_LOCKED",
  "no-key": "ERR_TOKEN_KEY_MISSING",
  "not-ours": "ERR_TOKEN_KEY_OTHER",
  "two-keys": "ERR_TOKEN_KEY_MISSING",
  "not-capable": "ERR_TOKEN_UNUSABLE",
  "token-full": "ERR_TOKEN_UNUSABLE",
  failed: "ERR_TOKEN_FAILED",
  silent: "ERR_TOKEN_SILENT",
  ended: "ERR_TOKEN_FAILED",
  "not-understood": "ERR_TOKEN_FAILED",
};

/** Asks the modules of the profile, a process for each question. */
export function createTokens({ modules, start, tellWaits }: TokenOptions): Tokens {
  let life = new AbortController();
  const lastTries = createToldLastTries();
  async function ask<K extends MessageKind>(module: TokenModule, kind: K, asked: Asked<K>, ms: number) {
    const limit = AbortSignal.any([AbortSignal.timeout(ms), life.signal]);
    const starting = start({ file: module.path, sha256: module.sha256 });
    try {
      await within(starting, limit);
      return await askToken(await starting, kind, asked, limit);
    } catch (error) {
      throw error instanceof TokenRefused ? toAppError(error) : error;
    } finally {
      const end = starting.then(endChild, () => {}); // also of one that starts too late
      if (!limit.aborted) await end; // a module may keep its reader to itself
    }
  }

  /** @throws AppError ERR_TOKEN_MODULE if the profile has no such module (any more) */
  async function askAt<K extends MessageKind>(token: TokenPlace, kind: K, rest: Omit<Asked<K>, "token">) {
    const module = modules.find(({ name }) => name === token.module);
    if (module === undefined) throw new AppError("ERR_TOKEN_MODULE");
    const { serial, label } = token;
    const timer = setTimeout(() => tellWaits(true), WAITS_AFTER_MS);
    try {
      return await ask(module, kind, { token: { serial, label }, ...rest } as Asked<K>, AT_WORK_MS);
    } finally {
      clearTimeout(timer);
      tellWaits(false);
    }
  }

  /** Asks with a PIN that was just entered: whoever did is told what the token says of it, unless they have gone. */
  async function tryPin<K extends "makeKey" | "checkKey">(
    token: TokenPlace,
    kind: K,
    rest: Omit<Asked<K>, "token" | "sparesLastTry">,
  ) {
    const { signal } = life;
    try {
      const answered = await askAt(token, kind, { ...rest, ...lastTries.spare(token) } as Omit<Asked<K>, "token">);
      lastTries.forget(token);
      return answered;
    } catch (error) {
      if (error instanceof AppError && !signal.aborted) lastTries.note(token, error);
      throw error;
    }
  }

  return {
    async list() {
      const found: TokenPlace[] = [];
      for (const module of modules) {
        for (const { serial, label } of (await tokensOf(module, ask)).filter(mayKeepKey)) {
          const isListed = found.some(
            (one) => one.module === module.name && one.serial === serial && one.label === label,
          );
          if (!isListed) found.push({ module: module.name, serial, label });
        }
      }
      return found;
    },
    makeKey: ({ token, keyId }, pin, digest) => tryPin(token, "makeKey", { pin, keyId, digest }),
    checkKey: async ({ token, ...key }, pin) => void (await tryPin(token, "checkKey", { pin, ...key })),
    sign: async ({ token, ...key }, pin, digest) => (await askAt(token, "sign", { pin, ...key, digest })).signature,
    removeKey: async ({ token, ...key }, pin) => void (await askAt(token, "removeKey", { pin, ...key })),
    leave() {
      life.abort();
      lastTries.forgetAll(); // somebody else may enter the next PIN
      life = new AbortController();
    },
  };
}

/** @throws TokenRefused silent */
function within<T>(step: Promise<T>, limit: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new TokenRefused({ why: "silent" }));
    if (limit.aborted) return late();
    limit.addEventListener("abort", late, { once: true });
    step.then(resolve, reject).finally(() => limit.removeEventListener("abort", late));
  });
}

async function endChild(child: TokenChild): Promise<void> {
  child.kill();
  await within(child.gone, AbortSignal.timeout(GONE_MS)).catch(() => {});
}

type Ask = <K extends MessageKind>(module: TokenModule, kind: K, asked: Asked<K>, ms: number) => Promise<Answered<K>>;

/** A module that is not installed is no failure: not everybody's token is that vendor's. */
async function tokensOf(module: TokenModule, ask: Ask): Promise<readonly Token[]> {
  try {
    return (await ask(module, "tokens", {}, LOOKING_MS)).tokens;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "token_module_failed", code: error.code });
    return [];
  }
}

/** As far as a token says. Whether it makes a key is seen when it makes one. */
function mayKeepKey({ isInitialised, hasPin, hasOwnKeypad, isWriteProtected, tries }: Token): boolean {
  return isInitialised && hasPin && !hasOwnKeypad && !isWriteProtected && tries !== "none";
}

function toAppError(cause: TokenRefused): AppError {
  const { refused } = cause;
  const tries = "tries" in refused ? refused.tries : null;
  const code = tries === "none" ? "ERR_TOKEN_LOCKED" : codes[refused.why];
  return new AppError(code, { cause, triesLeft: tries === "few" || tries === "last" ? tries : undefined });
}
