import { randomUUID } from "node:crypto";
import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import type { CardView, PinChangeEnd, PinChangeOutcome, PinChangeStep } from "../../src-contract/bridge/views.ts";
import type { WeakPinRule } from "../../src-contract/rules/entry-policy.ts";
import { findGuessReason } from "../../src-contract/rules/guess-reason.ts";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { BackendError } from "../backend/backend-error.ts";
import { listCards } from "../cards/card-list.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import {
  changeByDeviceSigning,
  createChangeRequest,
  createChangeRequestAgain,
  refusedBy,
} from "./by-change-request.ts";
import { createChangeStages, type TellStage } from "./change-stages.ts";
import { explainRefusal, type RefusedChange } from "./explain-refusal.ts";
import { type ChangeParts, failureOf } from "./hand-over.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import { type ChangeEnd, changed, endOf, endOfFailure, settle, settleIfAnswered } from "./settle-change.ts";
import { changeSigned } from "./signed-change.ts";

/** The steps of a PIN change as the window takes them, and what main keeps between two of them. */
export interface PinSteps {
  change(cardId: string, pin: Uint8Array, route: PinChangeRoute): Promise<PinChangeStep>;
  resendTan(): Promise<PinChangeStep>;
  confirmTan(tan: Uint8Array): Promise<PinChangeEnd>;
  settleOpen(): Promise<PinChangeEnd>;
  /** The cardholder has seen the end that was shown: it is not told again at the next sign-in. */
  noteSeen(): Promise<void>;
  /** The cardholder goes on: an end that was shown is over, and what waits for a TAN is given up. */
  leave(): Promise<void>;
  /** Forgets what is under way, and leaves it in the journal for later. */
  forget(): void;
}

interface PinStepsParts {
  /** @throws AppError ERR_NOT_SIGNED_IN */
  readonly parts: () => ChangeParts;
  readonly unlocked: UnlockedKey;
  /** What the partner wants done with a PIN that is easily guessed. Warning of it is the window's part. */
  readonly weakPins: WeakPinRule;
  /** The ways that the partner allows. */
  readonly routes: () => readonly PinChangeRoute[];
  readonly isThisRemoved: RefusedChange["isThisRemoved"];
  readonly tellStage: TellStage;
}

/** The change that the window is busy with. */
interface ChangeInHand {
  readonly requestId: string;
  /** What waits for a TAN. */
  readonly waiting: { readonly cardId: string; readonly encryptedPin: EncryptedPin } | null;
  /** What the window was told last; null while it waits for a TAN. */
  readonly told: PinChangeOutcome["outcome"] | null;
  /** The window was told its end, and nothing can make another of it. */
  readonly isSettled: boolean;
}

export function createPinSteps({
  parts,
  unlocked,
  weakPins,
  routes,
  isThisRemoved,
  tellStage,
}: PinStepsParts): PinSteps {
  let inHand: ChangeInHand | null = null;
  /** Counts what was forgotten, so that an answer that comes late is not taken for the next change's. */
  let round = 0;
  const stages = createChangeStages(tellStage);

  /** Takes an outcome over, unless the change was forgotten while it was on its way. */
  const take = <Step extends PinChangeStep>(ofRound: number, next: ChangeInHand, step: Step): Step => {
    if (ofRound === round) inHand = next;
    return step;
  };
  const end = (ofRound: number, requestId: string, { outcome, isSettled }: ChangeEnd): PinChangeOutcome => {
    return take(ofRound, { requestId, waiting: null, told: outcome.outcome, isSettled }, outcome);
  };
  const wait = (requestId: string, waiting: NonNullable<ChangeInHand["waiting"]>): ChangeInHand => {
    return { requestId, waiting, told: null, isSettled: false };
  };

  /** Has the TAN of a change request sent. */
  const awaitTan = async (
    ofRound: number,
    requestId: string,
    waiting: NonNullable<ChangeInHand["waiting"]>,
  ): Promise<PinChangeStep> => {
    const { validForMs } = await parts().backend.authorizeChange(requestId, { route: "sms" });
    return take(ofRound, wait(requestId, waiting), { outcome: "tan-awaited", sent: { id: randomUUID(), validForMs } });
  };

  const changeBySms = async (change: Parameters<typeof createChangeRequest>[1]): Promise<PinChangeStep> => {
    const ofRound = round;
    const { requestId, cardId } = change;
    const own = parts();
    const handedOver = await createChangeRequest(own, change, "sms");
    if (handedOver instanceof BackendError) {
      return end(ofRound, requestId, await endOfFailure(own, change, handedOver));
    }
    try {
      return await awaitTan(ofRound, requestId, { cardId, encryptedPin: handedOver });
    } catch (error) {
      return end(ofRound, requestId, refusedBy(error));
    }
  };

  const requireWaiting = () => {
    if (inHand?.waiting == null) throw new AppError("ERR_CHANGE_REQUEST_ENDED");
    return { ...inHand, waiting: inHand.waiting };
  };

  const resendTan = async (tell: TellStage): Promise<PinChangeStep> => {
    const { requestId, waiting } = requireWaiting();
    const ofRound = round;
    try {
      return await awaitTan(ofRound, requestId, waiting);
    } catch (error) {
      if (!hasEnded(error)) throw error;
    }
    const own = parts();
    const { journal, scope } = own;
    const again = { requestId: randomUUID(), ...waiting, tell };
    const failure = await createChangeRequestAgain(own, again);
    if (failure?.arrival === "never-sent") {
      await journal.remove(scope, again.requestId);
      throw failure;
    }
    await journal.remove(scope, requestId); // it ended unconfirmed
    if (failure !== null) return end(ofRound, again.requestId, await endOfFailure(own, again, failure));
    if (ofRound === round) inHand = wait(again.requestId, waiting); // from here on, whether or not a TAN can be sent
    return awaitTan(ofRound, again.requestId, waiting);
  };

  const forget = () => {
    inHand = null;
    round++;
    unlocked.drop();
    stages.end();
  };

  return {
    async change(cardId, pin, route) {
      const breach = findPinRuleBreach(pin);
      if (breach !== null) throw new AppError(breach);
      if (weakPins === "refuse" && findGuessReason(pin) !== null) throw new AppError("ERR_PIN_GUESSABLE");
      if (!routes().includes(route)) throw new AppError("ERR_ROUTE_REFUSED");
      const ofRound = round;
      const requestId = randomUUID();
      const { journal, scope } = parts();
      return stages.during(async (tell) => {
        const change = { requestId, cardId, pin, tell };
        try {
          if (route === "sms") return await changeBySms(change);
          const by = route === "signed" ? changeSigned : changeByDeviceSigning;
          const ended = end(ofRound, requestId, await by(parts(), change, unlocked.take()));
          return explainRefusal(ended, { route, routes: routes(), isThisRemoved });
        } catch (error) {
          // Nothing was sent: there is nothing to come back to.
          if (error instanceof AppError) await journal.remove(scope, requestId);
          throw error;
        }
      });
    },

    resendTan: () => stages.during(resendTan),

    async confirmTan(tan) {
      const { requestId } = requireWaiting();
      const ofRound = round;
      const own = parts();
      const confirmation = { route: "sms", tan: Buffer.from(tan).toString("ascii") } as const;
      return stages.during(async (tell) => {
        const failure = await failureOf(own.backend.confirmChange(requestId, confirmation, () => tell("sent")));
        if (failure === null) return end(ofRound, requestId, changed);
        if (canBeTriedAgain(failure)) throw failure;
        return end(ofRound, requestId, await endOfFailure(own, { requestId, tell }, failure));
      });
    },

    async settleOpen() {
      const ofRound = round;
      const own = parts();
      const { backend, journal, scope } = own;
      const requestId = inHand?.requestId ?? (await journal.list(scope))[0];
      if (requestId === undefined) throw new AppError("ERR_NOT_FOUND");
      const record = await settle(own, requestId);
      const ended = end(ofRound, requestId, endOf(record));
      const outcome = await explainRefusal(ended, { route: null, routes: routes(), isThisRemoved });
      const card = await findCard(backend, record.card_id);
      return card === undefined ? outcome : { ...outcome, card };
    },

    async noteSeen() {
      if (!inHand?.isSettled) return;
      const { journal, scope } = parts();
      await journal.remove(scope, inHand.requestId);
    },

    async leave() {
      const left = inHand;
      forget();
      if (left === null) return;
      const own = parts();
      const { journal, scope } = own;
      if (left.isSettled) return journal.remove(scope, left.requestId);
      if (left.told === "in-progress") return;
      // Given up before its TAN, or told without the ledger: now it is closed there, so that nothing of it comes later and
      // undoes the next change. What is learnt by this and was not told yet, the journal keeps for the next time.
      const record = await settleIfAnswered(own, left.requestId);
      if (record !== null && isTold(left, record.state)) await journal.remove(scope, left.requestId);
    },

    forget,
  };
}

/** Whether the ledger says no more of a change than the window was told: that the PIN is as before, or that nobody knows. */
function isTold({ told, waiting }: ChangeInHand, state: PinChangeRecord["state"]): boolean {
  if (waiting !== null) return true;
  return told === "refused" ? state === "refused" || state === "not_received" : state === "unknown";
}

/** The card of a change, for the window to name; without it the outcome is told all the same. */
async function findCard(backend: BackendClient, cardId: string | undefined): Promise<CardView | undefined> {
  if (cardId === undefined) return undefined;
  try {
    return (await listCards(backend)).cards.find(({ id }) => id === cardId);
  } catch (error) {
    if (error instanceof BackendError) return undefined;
    throw error;
  }
}

function hasEnded(error: unknown): boolean {
  return (
    error instanceof BackendError &&
    (error.code === "ERR_CHANGE_REQUEST_ENDED" || error.code === "ERR_PIN_CHANGE_CLOSED")
  );
}

/** The change request still waits, or a new one can take its place: the cardholder stays at the TAN. */
function canBeTriedAgain(error: BackendError): boolean {
  return error.arrival === "never-sent" || hasEnded(error) || triedInVain.has(error.code);
}

const triedInVain: ReadonlySet<BackendError["code"]> = new Set([
  "ERR_TAN_REFUSED",
  "ERR_TOO_MANY_REQUESTS",
  "ERR_SOLARIS_UNAVAILABLE",
  "ERR_NOT_RECORDED",
] as const);
