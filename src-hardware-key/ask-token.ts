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

/** A process that has loaded, or will load, a module: Electron's utility process, or Node's child (fork-token.ts). */
export interface TokenChild {
  readonly pid: number | undefined;
  /** When it has ended. */
  readonly gone: Promise<void>;
  /** @throws if it cannot be reached any more */
  send(message: unknown): void;
  /** In place of any earlier listener. */
  listen(listener: (message: unknown) => void): void;
  /** Ends it, whatever it does. */
  kill(): void;
}

/**
 * Asks the process one question. It takes one at a time.
 * @param asked a PIN in it is the caller's to wipe
 * @param limit when it aborts, the process is killed: a module that waits for a touch cannot be interrupted otherwise
 * @throws TokenRefused
 */
export async function askToken<K extends MessageKind>(
  child: TokenChild,
  kind: K,
  asked: Asked<K>,
  limit: AbortSignal,
): Promise<Answered<K>> {
  const listening = new AbortController();
  const answer = new Promise<unknown>((resolve, reject) => {
    const refuse = (why: NoAnswer) => reject(new TokenRefused({ why }));
    child.listen(resolve);
    void child.gone.then(() => refuse("ended"));
    const late = () => {
      refuse("silent");
      child.kill();
    };
    if (limit.aborted) return late();
    limit.addEventListener("abort", late, { once: true, signal: listening.signal });
    try {
      child.send({ kind, asked });
    } catch {
      refuse("ended");
    }
  });
  try {
    return understood(kind, await answer);
  } finally {
    listening.abort();
    child.listen(() => {});
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
