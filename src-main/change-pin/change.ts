import { randomUUID } from "node:crypto";
import type { PinChangeEnd, PinChangeOutcome, PinChangeStage, PinChangeStep } from "../../src-contract/bridge/views.ts";
import type { WeakPinRule } from "../../src-contract/rules/entry-policy.ts";
import { findGuessReason } from "../../src-contract/rules/guess-reason.ts";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../app-error.ts";
import { findCard } from "../cards/find-card.ts";
import type { DeviceDataOfStep } from "../device-data/device-data-fields.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import { changeByDevice } from "./by-device.ts";
import { changeByDeviceRequest } from "./by-device-request.ts";
import { beginByTan, confirmByTan, resendTan } from "./by-tan.ts";
import type { ChangeStep, PausedChange, TanRequest } from "./change-step.ts";
import { explainRefusal, type RefusedChange } from "./explain-refusal.ts";
import { fetchPinKey, type KeyAhead } from "./key-ahead.ts";
import { encryptPin } from "./pin-jwe.ts";
import type { NotedChange, PinChange } from "./send-encrypted-pin.ts";
import { type ChangeEnd, endOf, settle, settleIfAnswered } from "./settle-change.ts";

interface ChangeOptions {
  /** What a change needs for the signed-in customer. @throws AppError ERR_NOT_SIGNED_IN */
  readonly forCustomer: () => Pick<NotedChange, "backend" | "journal" | "scope">;
  readonly unlocked: UnlockedKey;
  readonly keyAhead: Pick<KeyAhead, "take" | "drop">;
  /** What requests of one step say of this computer. */
  readonly deviceData: () => DeviceDataOfStep;
  /** The partner's policy for easily guessed PINs. The window warns, main refuses. */
  readonly weakPins: WeakPinRule;
  /** The routes that the partner allows. */
  readonly routes: () => readonly PinChangeRoute[];
  readonly isThisRemoved: RefusedChange["isThisRemoved"];
  readonly tellStage: (stage: PinChangeStage) => void;
  /** Milliseconds since the epoch, by the bank's clock. */
  readonly now: () => number;
}

/** The state of the window's one PIN change. `life` is aborted when the cardholder leaves it. */
type State =
  /** A step is running; until it sets a new state, `before` still holds. */
  { readonly is: "under-way"; readonly life: AbortController; readonly before: Standing } | Standing;
type Standing = { readonly is: "idle" } | (Known & { readonly life: AbortController });
type Known =
  /** A change request waits for the cardholder's TAN. Nothing has changed. */
  | { readonly is: "awaiting-tan"; readonly change: TanRequest }
  /** The change waits for the cardholder to sign in again, and to say once more that it shall be sent. */
  | { readonly is: "paused"; readonly change: NotedChange; readonly paused: PausedChange }
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
export function createPinChanges(options: ChangeOptions) {
  const { forCustomer, unlocked, keyAhead, deviceData, weakPins, routes, isThisRemoved, tellStage, now } = options;
  let state: State = { is: "idle" };

  const standing = () => (state.is === "under-way" ? state.before : state);

  const begin = async (change: PinChange, route: PinChangeRoute): Promise<ChangeStep> => {
    if (route === "sms") return beginByTan(change);
    const signer = unlocked.take();
    try {
      return await (route === "signed" ? changeByDevice : changeByDeviceRequest)(change, signer);
    } finally {
      signer.end();
    }
  };

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
    keyAhead.drop();
  };

  const requireTan = () => {
    if (state.is !== "awaiting-tan") throw new AppError("ERR_CHANGE_REQUEST_ENDED");
    return state;
  };

  const requirePaused = () => {
    if (state.is !== "paused" || state.change.scope !== forCustomer().scope) throw new AppError("ERR_NOT_FOUND");
    return state;
  };

  /** What the window is told of a step. */
  const tellOf = (step: ChangeStep, route: PinChangeRoute): Promise<PinChangeStep> | PinChangeStep => {
    if ("send" in step) return { outcome: "sign-in-again" };
    if ("sent" in step) return { outcome: "tan-awaited", sent: step.sent };
    const { outcome } = step.end;
    if (route === "sms" || outcome.outcome === "changed") return justChanged(outcome, step.change);
    return explainRefusal(outcome, { route, routes: routes(), isThisRemoved });
  };

  /** A success as the cardholder may keep it: when, and under which reference. */
  const justChanged = (outcome: PinChangeOutcome, { requestId }: NotedChange): PinChangeOutcome =>
    outcome.outcome === "changed"
      ? { changedAt: new Date(now()).toISOString(), ...outcome, reference: requestId }
      : outcome;

  const open = (cardId: string, pin: Uint8Array, { signal }: AbortController): PinChange => {
    const own = forCustomer();
    const tell = (stage: PinChangeStage) => {
      if (!signal.aborted) tellStage(stage);
    };
    const encrypt = async (beside = async () => {}) => {
      tell("fetching-key");
      // One key for one encryption: a second one is for a newer key.
      const key = await (keyAhead.take(own.scope, cardId) ?? fetchPinKey(own.backend, cardId));
      const [encryptedPin] = await Promise.all([encryptPin(pin, key), beside()]);
      tell("encrypted");
      return encryptedPin;
    };
    return { ...own, requestId: randomUUID(), cardId, encrypt, deviceData, tell, signal };
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
          const step = await begin(change, route);
          become(knownAfter(step));
          return await tellOf(step, route);
        } catch (error) {
          // Nothing was sent, so there is nothing to ask about later.
          if (error instanceof AppError) await change.journal.remove(change.scope, change.requestId);
          throw error;
        }
      });
    },

    /**
     * Sends the paused change under its own id. Call only when the cardholder says so. By `device_signing` it needs the key
     * unlocked once more.
     * @throws AppError if none is paused for this customer, or it was not sent: then it stays paused
     */
    async sendPaused(): Promise<PinChangeStep> {
      const { paused, life } = requirePaused();
      return run(life, async (become) => {
        const step = await paused.send(unlocked.take);
        become(knownAfter(step));
        return tellOf(step, paused.route);
      });
    },

    /** The paused change of this customer; null if there is none. */
    paused(scope: string): (Pick<PausedChange, "cardId" | "route"> & Pick<NotedChange, "requestId">) | null {
      const known = standing();
      if (known.is !== "paused" || known.change.scope !== scope) return null;
      const { cardId, route } = known.paused;
      return { cardId, route, requestId: known.change.requestId };
    },

    /** Requests a new TAN, for a new change request if the first has ended. @throws AppError if none was sent */
    async resendTan(): Promise<PinChangeStep> {
      const { change, life } = requireTan();
      return run(life, async (become) => {
        const renewed = (again: TanRequest) => become({ is: "awaiting-tan", change: again });
        const step = await resendTan(change, renewed);
        become(knownAfter(step));
        return tellOf(step, "sms");
      });
    },

    /** @param tan six ASCII digits @throws AppError if the change still waits for this TAN or a new one */
    async confirmTan(tan: Uint8Array): Promise<PinChangeEnd> {
      const { change, life } = requireTan();
      return run(life, async (become) => {
        const end = await confirmByTan(change, tan);
        become(toldOf(change, end));
        return justChanged(end.outcome, change);
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
        const explained = await explainRefusal(end.outcome, { route: null, routes: routes(), isThisRemoved });
        const outcome = explained.outcome === "changed" ? { ...explained, reference: requestId } : explained;
        const card = await findCard(own.backend, record.card_id);
        return card === undefined ? outcome : { ...outcome, card };
      });
    },

    /** The reference of the change whose outcome was told. @throws AppError if there is none */
    reference(): string {
      const known = standing();
      if (known.is !== "told") throw new AppError("ERR_NOT_FOUND");
      return known.change.requestId;
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

    /** Whether anything of a change is still to come, so that the program should not end. */
    isOpen: () => state.is !== "idle" && !(state.is === "told" && state.isSettled),

    /** The session has ended: forgets the change, which the journal keeps for later. */
    forget: () => end("ERR_NOT_SIGNED_IN"),

    /** Somebody has signed in: forgets a change that is not theirs, or not paused. */
    forgetAllBut(scope: string): void {
      const known = standing();
      if (known.is !== "paused" || known.change.scope !== scope) end("ERR_NOT_SIGNED_IN");
    },
  };
}

function toldOf({ backend, journal, scope, requestId }: NotedChange, { outcome, isSettled }: ChangeEnd): Known {
  return { is: "told", change: { backend, journal, scope, requestId }, outcome: outcome.outcome, isSettled };
}

function knownAfter(step: ChangeStep): Known {
  if ("send" in step) return { is: "paused", change: step.change, paused: step };
  return "sent" in step ? { is: "awaiting-tan", change: step.change } : toldOf(step.change, step.end);
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
  if (left.is !== "told") return true;
  return left.outcome === "unknown" ? state === "unknown" : state !== "unknown";
}
