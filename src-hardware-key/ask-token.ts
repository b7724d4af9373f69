import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { KnownModule } from "./known-module.ts";
import {
  type Answered,
  type Asked,
  answerMessage,
  type MessageKind,
  type RefusedMessage,
  tokenMessages,
} from "./token-messages.ts";

/** Why there is no answer. `silent`: not within the time; `ended`: the process is gone, as after a crash of the module. */
export type NoAnswer = "silent" | "ended" | "not-understood";

/** A refusal of the token, or no answer. */
export class TokenRefused extends Error {
  readonly refused: RefusedMessage | { readonly why: NoAnswer };

  constructor(refused: RefusedMessage | { readonly why: NoAnswer }) {
    super(refused.why);
    this.refused = refused;
  }
}

export interface TokenProcess {
  /**
   * Asks one question, when those before it are answered.
   * @param asked a PIN in it is the caller's to wipe
   * @param limit when it aborts, the process is killed: a module that waits for a touch cannot be interrupted otherwise
   * @throws TokenRefused
   */
  ask<K extends MessageKind>(kind: K, asked: Asked<K>, limit: AbortSignal): Promise<Answered<K>>;
  /** Ends it, at once. */
  end(): Promise<void>;
  readonly pid: number | undefined;
}

/**
 * Starts the process that loads the module, with the first question.
 * @param module the only one that it loads, if its hash is right
 * @param env of the process: modules read their own variables
 */
export function startTokenProcess(module: KnownModule, env: NodeJS.ProcessEnv): TokenProcess {
  const child = fork(fileURLToPath(new URL("index.ts", import.meta.url)), [module.file, module.sha256], {
    env,
    execArgv: [],
    serialization: "advanced", // bytes stay bytes
    stdio: ["ignore", "ignore", "ignore", "ipc"], // what a vendor's module writes is nobody's
  });
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.on("error", () => resolve());
  });
  // One that hangs in its module does not notice that its parent has gone.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  void gone.then(() => process.off("exit", kill));
  let last: Promise<unknown> = Promise.resolve();

  return {
    ask(kind, asked, limit) {
      const answer = last.then(() => askNow(child, gone, kind, asked, limit));
      last = answer.catch(() => {});
      return answer;
    },
    async end() {
      kill();
      await gone;
    },
    pid: child.pid,
  };
}

async function askNow<K extends MessageKind>(
  child: ChildProcess,
  gone: Promise<void>,
  kind: K,
  asked: Asked<K>,
  limit: AbortSignal,
): Promise<Answered<K>> {
  const listening = new AbortController();
  const answer = new Promise<unknown>((resolve, reject) => {
    const refuse = (why: NoAnswer) => reject(new TokenRefused({ why }));
    child.once("message", resolve);
    void gone.then(() => refuse("ended"));
    const late = () => {
      refuse("silent");
      child.kill("SIGKILL");
    };
    if (limit.aborted) return late();
    limit.addEventListener("abort", late, { once: true, signal: listening.signal });
    if (!child.connected) return refuse("ended");
    child.send({ kind, asked }, (error) => error && refuse("ended"));
  });
  try {
    return understood(kind, await answer);
  } finally {
    listening.abort();
    child.removeAllListeners("message");
  }
}

/** The process has foreign code in it: what it says is checked like anything from outside. */
function understood<K extends MessageKind>(kind: K, message: unknown): Answered<K> {
  const envelope = answerMessage.safeParse(message).data;
  if (envelope === undefined) throw new TokenRefused({ why: "not-understood" });
  if ("refused" in envelope) throw new TokenRefused(envelope.refused);
  const answered = tokenMessages[kind].answered.safeParse(envelope.answered);
  if (!answered.success) throw new TokenRefused({ why: "not-understood" });
  return answered.data as Answered<K>;
}
