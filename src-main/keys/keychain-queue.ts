/** An operation on the keychain. @param isAwaited whether anybody still waits for its answer */
export type KeychainOperation<T> = (isAwaited: () => boolean) => Promise<T>;

/**
 * The one way to the keychain, one operation after the other. A call of keytar cannot be called off, and holds one of
 * libuv's four threads until the system answers, which may be when a person has found the window that asks for a password.
 * So none is begun beside one that hangs, and a caller that asks for what is being read already waits for the same answer.
 */
export type KeychainQueue = ReturnType<typeof createKeychainQueue>;

/** The keychain did not answer in time. It may still do what it was asked for. */
export class KeychainSilence extends Error {}

/**
 * A person may be typing into the system's question, after having found it behind another window and looked their password
 * up: a minute and a half is ample for that, and short enough for a screen on which nothing else can be done.
 */
export const KEYCHAIN_PATIENCE_MS = 90_000;
/** After this the window says that the system may be asking: an answer that needs no person comes within milliseconds. */
const TOLD_AFTER_MS = 3_000;

/** One operation in the queue, and how many callers wait for it. */
interface Turn {
  readonly name: string | undefined;
  readonly answer: Promise<unknown>;
  waiting: number;
}

/**
 * @param limitMs how long an answer is waited for, the turns before it included
 * @param tellWaits told whether somebody has waited for long, whenever that changes
 */
export function createKeychainQueue(limitMs = KEYCHAIN_PATIENCE_MS, tellWaits: (waits: boolean) => void = () => {}) {
  let newest: Turn | null = null;
  let told = 0;

  const tell = (by: 1 | -1) => {
    const before = told > 0;
    told += by;
    if (told > 0 !== before) tellWaits(told > 0);
  };

  const append = (operation: KeychainOperation<unknown>, name: string | undefined): Turn => {
    const before = newest?.answer.catch(() => undefined); // its caller is told
    const begin = async () => {
      await before;
      if (turn.waiting > 0) return operation(() => turn.waiting > 0);
      throw new KeychainSilence();
    };
    const turn: Turn = { name, answer: Promise.resolve().then(begin), waiting: 0 };
    const end = () => {
      if (newest === turn) newest = null;
    };
    turn.answer.then(end, end);
    newest = turn;
    return turn;
  };

  return {
    /**
     * Runs an operation in its turn. It goes on where nobody waits for it any more, so that no answer is lost: what comes
     * after it finds what it did. One whose turn has not come by then is never begun.
     * @param sameAs operations with this name that follow each other directly are one: reading
     * @throws KeychainSilence after the queue's limit, or `patienceMs`
     */
    async run<T>(
      operation: KeychainOperation<T>,
      { sameAs, patienceMs = limitMs }: { sameAs?: string; patienceMs?: number } = {},
    ): Promise<T> {
      const turn: Turn = sameAs !== undefined && newest?.name === sameAs ? newest : append(operation, sameAs);
      turn.waiting++;
      let isTold = false;
      const telling = setTimeout(() => {
        isTold = true;
        tell(1);
      }, TOLD_AFTER_MS);
      let giveUp: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_, reject) => {
        giveUp = setTimeout(() => reject(new KeychainSilence()), patienceMs);
      });
      try {
        return (await Promise.race([turn.answer, silence])) as T;
      } finally {
        turn.waiting--;
        clearTimeout(telling);
        clearTimeout(giveUp);
        if (isTold) tell(-1);
      }
    },

    /** Whether an operation is under way, even if nobody waits for it any more. */
    isBusy: () => newest !== null,
  };
}
