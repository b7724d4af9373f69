import { randomUUID } from "node:crypto";
import type {
  CardView,
  PinChangeEnd,
  PinChangeOutcome,
  PinChangeStage,
  PinChangeStep,
} from "../../src-contract/bridge/views.ts";
import type { WeakPinRule } from "../../src-contract/rules/entry-policy.ts";
import { findGuessReason } from "../../src-contract/rules/guess-reason.ts";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { listCards } from "../cards/card-list.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import { changeByDevice } from "./by-device.ts";
import { changeByDeviceRequest } from "./by-device-request.ts";
import { beginByTan, confirmByTan, resendTan, type TanRequest, type TanStep } from "./by-tan.ts";
import { explainRefusal, type RefusedChange } from "./explain-refusal.ts";
import { encryptPin } from "./pin-jwe.ts";
import { parsePinKey } from "./pin-key.ts";
import type { NotedChange, PinChange } from "./send-encrypted-pin.ts";
import { type ChangeEnd, endOf, settle, settleIfAnswered } from "./settle-change.ts";

interface ChangeOptions {
  /** What a change needs for the signed-in customer. @throws AppError ERR_NOT_SIGNED_IN */
  readonly forCustomer: () => Pick<NotedChange, "backend" | "journal" | "scope">;
  readonly unlocked: UnlockedKey;
  /** The partner's policy for easily guessed PINs. The window warns, main refuses. */
  readonly weakPins: WeakPinRule;
  /** The routes that the partner allows. */
  readonly routes: () => readonly PinChangeRoute[];
  readonly isThisRemoved: RefusedChange["isThisRemoved"];
  readonly tellStage: (stage: PinChangeStage) => void;
}

/** The state of the window's one PIN change. `life` is aborted when the cardholder leaves it. */
type State =
  /** A step is running; until it sets a new state, `before` still holds. */
  { readonly is: "under-way"; readonly life: AbortController; readonly before: Standing } | Standing;
type Standing = { readonly is: "idle" } | (Known & { readonly life: AbortController });
type Known =
  /** A change request waits for the cardholder's TAN. Nothing has changed. */
  | { readonly is: "awaiting-tan"; readonly change: TanRequest }
  /** The window was told the outcome. `isSettled`: the outcome can no longer change. */
  | {
      readonly is: "told";
      readonly change: NotedChange;
      readonly outcome: PinChangeOutcome["outcome"];
      readonly isSettled: boolean;
    };

export type PinChanges = ReturnType<typeof createPinChanges>;

/**
 * The steps of a PIN change as the window calls them. Once the cardholder leaves a change, signs out or is locked out, a
 * running step may finish, but the window hears no more of it and its state is dropped. What was sent stays sent, and the
 * journal keeps it.
 */
export function createPinChanges({ forCustomer, unlocked, weakPins, routes, isThisRemoved, tellStage }: ChangeOptions) {
  let state: State = { is: "idle" };

  const standing = () => (state.is === "under-way" ? state.before : state);

  /** Runs a step, which calls `become` with its new state. If it does not, the previous state holds again. */
  const run = async <T>(life: AbortController, step: (become: (known: Known) => void) => Promise<T>): Promise<T> => {
    const before = standing();
    state = { is: "under-way", life, before };
    try {
      return await step((known) => {
        if (!life.signal.aborted) state = { ...known, life };
      });
    } finally {
      if (state.is === "under-way" && state.life === life) state = before;
    }
  };

  const end = (why: "ERR_NOT_SIGNED_IN" | "ERR_CHANGE_REQUEST_ENDED") => {
    if (state.is !== "idle") state.life.abort(new AppError(why));
    state = { is: "idle" };
    unlocked.drop();
  };

  const requireTan = () => {
    if (state.is !== "awaiting-tan") throw new AppError("ERR_CHANGE_REQUEST_ENDED");
    return state;
  };

  const open = (cardId: string, pin: Uint8Array, { signal }: AbortController): PinChange => {
    const own = forCustomer();
    const tell = (stage: PinChangeStage) => {
      if (!signal.aborted) tellStage(stage);
    };
    const encrypt = async () => {
      tell("fetching-key");
      const encryptedPin = await encryptPin(pin, await parsePinKey(await own.backend.getPinKey(cardId)));
      tell("encrypted");
      return encryptedPin;
    };
    return { ...own, requestId: randomUUID(), cardId, encrypt, tell, signal };
  };

  return {
    /**
     * Changes a card's PIN. By `sms` it goes as far as the TAN; the other routes need the key unlocked.
     * @param pin ASCII digits; the caller wipes them afterwards
     * @throws AppError if it fails before anything may have been sent: the PIN is unchanged
     */
    async change(cardId: string, pin: Uint8Array, route: PinChangeRoute): Promise<PinChangeStep> {
      const breach = findPinRuleBreach(pin);
      if (breach !== null) throw new AppError(breach);
      if (weakPins === "refuse" && findGuessReason(pin) !== null) throw new AppError("ERR_PIN_GUESSABLE");
      if (!routes().includes(route)) throw new AppError("ERR_ROUTE_REFUSED");
      const life = new AbortController();
      const change = open(cardId, pin, life);
      return run(life, async (become) => {
        try {
          if (route === "sms") {
            const begun = await beginByTan(change);
            become(knownAfter(begun));
            return stepOf(begun);
          }
          const by = route === "signed" ? changeByDevice : changeByDeviceRequest;
          const end = await by(change, unlocked.take());
          become(toldOf(change, end));
          return await explainRefusal(end.outcome, { route, routes: routes(), isThisRemoved });
        } catch (error) {
          // Nothing was sent, so there is nothing to ask about later.
          if (error instanceof AppError) await change.journal.remove(change.scope, change.requestId);
          throw error;
        }
      });
    },

    /** Requests a new TAN, for a new change request if the first has ended. @throws AppError if none was sent */
    async resendTan(): Promise<PinChangeStep> {
      const { change, life } = requireTan();
      return run(life, async (become) => {
        const renewed = (again: TanRequest) => become({ is: "awaiting-tan", change: again });
        const step = await resendTan(change, renewed);
        become(knownAfter(step));
        return stepOf(step);
      });
    },

    /** @param tan six ASCII digits @throws AppError if the change still waits for this TAN or a new one */
    async confirmTan(tan: Uint8Array): Promise<PinChangeEnd> {
      const { change, life } = requireTan();
      return run(life, async (become) => {
        const end = await confirmByTan(change, tan);
        become(toldOf(change, end));
        return end.outcome;
      });
    },

    /** Asks the ledger how a change ended: this one, or the oldest in the journal. @throws AppError */
    async settleOpen(): Promise<PinChangeEnd> {
      const own = forCustomer();
      const known = standing();
      const life = known.is === "idle" ? new AbortController() : known.life;
      return run(life, async (become) => {
        const requestId = known.is === "idle" ? (await own.journal.list(own.scope))[0] : known.change.requestId;
        if (requestId === undefined) throw new AppError("ERR_NOT_FOUND");
        const change = { ...own, requestId };
        const record = await settle(change);
        const end = endOf(record);
        become(toldOf(change, end));
        const outcome = await explainRefusal(end.outcome, { route: null, routes: routes(), isThisRemoved });
        const card = await findCard(own.backend, record.card_id);
        return card === undefined ? outcome : { ...outcome, card };
      });
    },

    /** The cardholder has seen the outcome, so the next sign-in does not show it again. */
    async noteSeen(): Promise<void> {
      const seen = standing();
      if (seen.is === "told" && seen.isSettled) await removeNote(seen.change);
    },

    /** The cardholder leaves the change: a shown outcome is forgotten, and a change without its TAN is given up. */
    async leave(): Promise<void> {
      const left = standing();
      end("ERR_CHANGE_REQUEST_ENDED");
      if (left.is !== "idle" && (await isOver(left))) await removeNote(left.change);
    },

    /** The session has ended: forgets the change, which the journal keeps for later. */
    forget: () => end("ERR_NOT_SIGNED_IN"),
  };
}

function toldOf({ backend, journal, scope, requestId }: NotedChange, { outcome, isSettled }: ChangeEnd): Known {
  return { is: "told", change: { backend, journal, scope, requestId }, outcome: outcome.outcome, isSettled };
}

function knownAfter(step: TanStep): Known {
  return "sent" in step ? { is: "awaiting-tan", change: step.change } : toldOf(step.change, step.end);
}

function stepOf(step: TanStep): PinChangeStep {
  return "sent" in step ? { outcome: "tan-awaited", sent: step.sent } : step.end.outcome;
}

const removeNote = ({ journal, scope, requestId }: NotedChange) => journal.remove(scope, requestId);

/**
 * Whether nothing is left to tell about a change that the cardholder leaves. If it was given up before its TAN, or its
 * outcome did not come from the ledger, asks the ledger, which also closes the change there: no late arrival can undo the
 * next change. If the ledger knows more than the cardholder was told, the journal keeps the change for the next start.
 */
async function isOver(left: Known): Promise<boolean> {
  if (left.is === "told" && (left.isSettled || left.outcome === "in-progress")) return left.isSettled;
  const state = (await settleIfAnswered(left.change))?.state;
  if (state === undefined || state === "changed" || state === "in_progress") return false;
  if (left.is === "awaiting-tan") return true;
  return left.outcome === "unknown" ? state === "unknown" : state !== "unknown";
}

/** Finds the card of a change for the window to name. Without it, the window still tells the outcome. */
async function findCard(backend: BackendClient, cardId: string | undefined): Promise<CardView | undefined> {
  if (cardId === undefined) return undefined;
  try {
    return (await listCards(backend)).cards.find(({ id }) => id === cardId);
  } catch (error) {
    if (error instanceof BackendError) return undefined;
    throw error;
  }
}
