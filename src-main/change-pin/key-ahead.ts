import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { withTimeout } from "../with-timeout.ts";
import { wantsSignIn } from "./change-step.ts";
import { rehearseEncryption } from "./pin-jwe.ts";
import { type PinEncryptionKey, parsePinKey } from "./pin-key.ts";
import type { NotedChange } from "./send-encrypted-pin.ts";

/** A rehearsal takes some milliseconds, the derivation beside it a second. A passcode waits no longer for a disk that hangs. */
const REHEARSAL_MS = 1000;

/** Solaris' key for the PIN of one card, while the passcode of that change is being checked and until the change takes it. */
export type KeyAhead = ReturnType<typeof createKeyAhead>;

interface Held {
  readonly scope: string;
  readonly cardId: string;
  readonly key: Promise<PinEncryptionKey>;
  /** Why there is no key, once that is known. */
  failure: unknown;
}

/**
 * Starts without a key.
 * @param forCustomer the signed-in customer's. @throws AppError ERR_NOT_SIGNED_IN
 */
export function createKeyAhead(forCustomer: () => Pick<NotedChange, "backend" | "journal" | "scope">) {
  let held: Held | null = null;
  const drop = () => {
    held = null;
  };
  /** @returns once the disk is ready: the key comes when it comes */
  const fetchAhead = (cardId: string): Promise<void> => {
    const { backend, journal, scope } = forCustomer();
    const ahead: Held = { scope, cardId, key: fetchPinKey(backend, cardId), failure: null };
    ahead.key.catch((error: unknown) => {
      ahead.failure = error; // the change that takes it is told
    });
    held = ahead;
    ahead.key.then(rehearseEncryption).catch(() => undefined); // as above
    return journal.prepare(scope).catch(() => undefined); // the change's own note fails as well, and says so
  };

  return {
    /**
     * Fetches the key while the passcode is checked: both take long, and neither needs the other. If there is no change then,
     * it is thrown away. What the change does next is rehearsed meanwhile, as main only waits: what V8 runs for the first time,
     * and a disk that has other things to write, take two to four times as long (docs/performance.md#a-pin-change).
     * @param cardId null for a change that is encrypted already
     * @param check calls `begin` when the slow part begins, with the attempt on record
     * @throws what `check` throws; ERR_PIN_NOT_KEPT in place of ERR_NOT_SIGNED_IN if the fetch found that out
     */
    async during(cardId: string | null, check: (begin: () => void) => Promise<void>): Promise<void> {
      drop();
      let ready: Promise<void> | null = null;
      try {
        await check(() => {
          if (cardId !== null) ready ??= fetchAhead(cardId);
        });
      } catch (error) {
        const failure = held?.failure;
        drop();
        const isOut = error instanceof AppError && error.code === "ERR_NOT_SIGNED_IN";
        throw isOut && failure instanceof AppError && failure.code === "ERR_PIN_NOT_KEPT" ? failure : error;
      } finally {
        await withTimeout(REHEARSAL_MS, Promise.resolve(ready), null); // then nothing writes any more, but to a disk that hangs
      }
    },

    /** Takes the key of this customer's card out, or its failure, once. Null if none was asked for. */
    take(scope: string, cardId: string): Promise<PinEncryptionKey> | null {
      const taken = held;
      drop();
      return taken?.scope === scope && taken.cardId === cardId ? taken.key : null;
    },

    /** Forgets the key, if there is one. */
    drop,
  };
}

/**
 * Fetches Solaris' newest key.
 * @throws AppError ERR_PIN_NOT_KEPT if the sign-in has ended: without the key there is nothing that could be paused
 */
export async function fetchPinKey(backend: BackendClient, cardId: string): Promise<PinEncryptionKey> {
  try {
    return await parsePinKey(await backend.getPinKey(cardId));
  } catch (error) {
    if (error instanceof BackendError && wantsSignIn(error)) throw new AppError("ERR_PIN_NOT_KEPT", { cause: error });
    throw error;
  }
}
