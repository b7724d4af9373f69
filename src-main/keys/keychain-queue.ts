/** An operation on the keychain. @param isAwaited whether anybody still waits for its answer */
export type KeychainOperation<T> = (isAwaited: () => boolean) => Promise<T>;

/**
 * Runs all keychain operations one after the other. A keytar call cannot be cancelled, and holds one of libuv's four threads
 * until the system answers, perhaps only when a person finds the password dialog. So no call starts while another hangs, and
 * a caller that wants what is already being read waits for the same answer.
 */
export type KeychainQueue = ReturnType<typeof createKeychainQueue>;

/** The keychain did not answer in time. It may still do what it was asked for. */
export class KeychainSilence extends Error {}

/**
 * Long enough for a person to find the system's dialog behind another window, look up their password and type it; short
 * enough for a screen on which nothing else works.
 */
export const KEYCHAIN_PATIENCE_MS = 90_000;
/** After this the window says that the system may be asking; an answer without a person comes within milliseconds. */
const TOLD_AFTER_MS = 3_000;

/** One operation in the queue, and how many callers wait for it. */
interface Turn {
  readonly name: string | undefined;
  readonly answer: Promise<unknown>;
  waiting: number;
}

/**
 * @param limitMs how long to wait for an answer, including the operations before it
 * @param tellWaits called with whether a caller has waited for long, whenever that changes
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
     * Runs an operation in its turn. A started one continues even if its callers give up, so later operations see its
     * effect. One that has not started by then never starts.
     * @param sameAs directly consecutive operations with this name run once, for reads
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

    /** Whether an operation is running, even if nobody waits for it any more. */
    isBusy: () => newest !== null,
  };
}
