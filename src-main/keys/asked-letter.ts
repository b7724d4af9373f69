import type { ActivationLetters } from "../../src-contract/api/letter-schemas.ts";
import type { LettersView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { mayHaveBeenCarriedOut } from "./bind-this-computer.ts";
import type { LetterNote, LetterNotes } from "./letter-note.ts";

interface Dependencies {
  readonly backend: Pick<BackendClient, "cancelLetter" | "listDevices" | "listLetters" | "requestLetter">;
  readonly notes: LetterNotes;
  /** The bank's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

type AskedView = NonNullable<LettersView["asked"]>;

/** What is known of a customer's letter: what is kept, and what the bank has said since the start. */
interface Known {
  readonly note: LetterNote | null;
  /** The bank says that no letter's code counts. */
  readonly isOver: boolean;
  readonly linkedSince: AskedView["linkedSince"];
  /** By the bank's clock; null if another may be asked for now, as far as is known. */
  readonly mayAskAt: number | null;
}

/**
 * The letter with an activation code that was asked for (docs/solaris-api.md §6.6), by customer. Nobody has its code here. Starts
 * with what earlier starts have kept.
 */
export function createAskedLetter({ backend, notes, now }: Dependencies) {
  const known = new Map<string, Known>();
  const of = (scope: string): Known =>
    known.get(scope) ?? { note: notes.read(scope), isOver: false, linkedSince: null, mayAskAt: null };
  const set = (scope: string, change: Partial<Known>) => known.set(scope, { ...of(scope), ...change });
  const keep = async (scope: string, note: LetterNote | null) => {
    set(scope, { note, isOver: false, linkedSince: null });
    await notes.write(scope, note);
  };

  /** Asks the bank, which knows of letters that were asked for elsewhere, too. */
  const list = async (scope: string): Promise<ActivationLetters> => {
    const said = await backend.listLetters();
    set(scope, { mayAskAt: said.wait_seconds > 0 ? now() + said.wait_seconds * 1000 : null });
    const [newest] = said.letters;
    const { note } = of(scope);
    if (newest !== undefined) await keep(scope, noteOf(newest, note, now()));
    // A list that is not whole does not say that there is none.
    else if (note !== null && said.left_out === 0) await noteOver(scope);
    return said;
  };
  const noteOver = async (scope: string): Promise<void> => {
    const note = of(scope).note ?? unknownNote;
    set(scope, {
      note,
      isOver: true,
      linkedSince: endOf({ note, isOver: true }, now()) === "early" ? await linkedSince(note) : null,
    });
  };
  /** The newest of the customer's devices that were linked since: the code may have been used for it. Null if none is known. */
  const linkedSince = async ({ requested_at: since }: LetterNote): Promise<Known["linkedSince"]> => {
    if (since === null) return null;
    const listed = await backend.listDevices().catch(nothingSaid);
    const [newest] = (listed?.devices ?? [])
      .flatMap(({ name, created_at: at }) => (at !== null && Date.parse(at) >= Date.parse(since) ? [{ name, at }] : []))
      .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
    return newest ?? null;
  };

  return {
    /** @param isAwaited whether a device waits for a letter's code, which proves that there was one */
    view(scope: string, isAwaited: boolean): LettersView {
      const { note: kept, isOver, linkedSince, mayAskAt } = of(scope);
      const note = kept ?? (isAwaited ? unknownNote : null);
      const asked = note && {
        requestedAt: note.requested_at,
        countsUntil: note.expires_at,
        ended: endOf({ note, isOver }, now()),
        linkedSince,
      };
      return { asked, waitMs: mayAskAt !== null && mayAskAt > now() ? mayAskAt - now() : null };
    },

    /** Asks the bank what there is. Without an answer, what is known stands. */
    async look(scope: string): Promise<void> {
      await list(scope).catch(nothingSaid);
    },

    /**
     * Has the bank send a letter, or takes the one that is on its way for it.
     * @param isAnother asks for another one all the same; the code of the one before then counts no more
     * @throws AppError ERR_TOO_MANY_REQUESTS, with how long in `view`
     */
    async ask(scope: string, isAnother: boolean): Promise<void> {
      const before = await list(scope);
      if (!isAnother && before.letters.length > 0) return;
      if (before.wait_seconds > 0) throw new AppError("ERR_TOO_MANY_REQUESTS");
      try {
        const { requested_at: said, expires_at } = await backend.requestLetter({ invalidate_existing_code: isAnother });
        await keep(scope, { requested_at: said ?? new Date(now()).toISOString(), expires_at });
      } catch (error) {
        if (await wasSent(scope, before, error)) return;
        if (!(error instanceof BackendError) || error.code !== "ERR_TOO_MANY_REQUESTS") throw error;
        throw new AppError(error.code, { supportId: error.details.supportId }); // its wait is in `view`, in days
      }
    },

    /** Ends the code of the letter, if it still counts, and forgets that one was asked for. */
    async cancel(scope: string): Promise<void> {
      const before = await list(scope);
      let unknown: BackendError | null = null;
      for (const { letter_id: id } of before.letters) {
        await backend.cancelLetter(id).catch((error: unknown) => {
          if (!(error instanceof BackendError) || error.code !== "ERR_NOT_FOUND") throw error;
          unknown = error; // it may have gone meanwhile, which the list says
        });
      }
      const after = unknown === null ? before : await list(scope);
      if (unknown !== null && after.letters.length > 0) throw unknown;
      // One may be among those that cannot be read.
      if (after.left_out > 0 && (unknown !== null || after.letters.length === 0))
        throw new AppError("ERR_SOLARIS_UNAVAILABLE");
      await keep(scope, null);
    },

    /** A computer is bound: there is nothing left to wait for. */
    async forget(scope: string): Promise<void> {
      if (of(scope).note !== null) await keep(scope, null);
    },
  };

  /** After a failure, what the list says: each letter costs money, so none is asked for twice. */
  async function wasSent(scope: string, before: ActivationLetters, error: unknown): Promise<boolean> {
    const code = error instanceof BackendError ? error.code : null;
    if (code === "ERR_ACTIVATION_CODE_EXISTS") await keep(scope, unknownNote);
    const isUnclear = mayHaveBeenCarriedOut(error);
    if (!isUnclear && code !== "ERR_TOO_MANY_REQUESTS") return false;
    const after = await list(scope).catch(nothingSaid);
    const known = new Set(before.letters.map(({ letter_id: id }) => id));
    return isUnclear && (after?.letters.some(({ letter_id: id }) => !known.has(id)) ?? false);
  }
}

const unknownNote: LetterNote = { requested_at: null, expires_at: null };

/** What a list says of its newest letter. Where it does not say the time, that of the same letter stands. */
function noteOf({ requested_at, expires_at: until }: LetterNote, before: LetterNote | null, now: number): LetterNote {
  // It counts, or it would not be listed.
  const expires_at = until !== null && Date.parse(until) > now ? until : null;
  const isSame = until !== null && before?.expires_at === until;
  return { requested_at: requested_at ?? (isSame ? before.requested_at : null), expires_at };
}

/** Why the code counts no more: all that the clock and the bank's list tell together; null if it may. */
function endOf(
  { note, isOver }: { readonly note: LetterNote; readonly isOver: boolean },
  now: number,
): AskedView["ended"] {
  const until = note.expires_at === null ? null : Date.parse(note.expires_at);
  if (until !== null && until <= now) return "expired";
  if (!isOver) return null;
  return until === null ? "unknown" : "early";
}

/** Whoever calls goes on without the bank's answer. */
function nothingSaid(error: unknown): null {
  if (!(error instanceof BackendError)) throw error;
  return null;
}
