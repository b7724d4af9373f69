import { AppError } from "../app-error.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { BindingDependencies } from "../keys/bind-this-computer.ts";
import { ownDeviceId } from "../keys/enrolment-state.ts";
import { checkPresence, type Presence } from "../keys/presence.ts";
import type { OneAtATime } from "../one-at-a-time.ts";
import type { BankRules } from "./bank-rules.ts";
import type { CurrentCustomer } from "./current-customer.ts";
import type { DemoSignIn } from "./demo-sign-in.ts";
import type { SessionLock } from "./session-lock.ts";

interface Dependencies {
  /** Null in a release. */
  readonly demo: DemoSignIn | null;
  readonly customer: CurrentCustomer;
  readonly rules: Pick<BankRules, "read">;
  readonly lock: Pick<SessionLock, "begin" | "quietMs">;
  readonly presence: Presence;
  readonly pinChanges: Pick<PinChanges, "forget" | "leave">;
  readonly oneAtATime: OneAtATime;
  /** What one step works with. */
  readonly beginStep: () => BindingDependencies;
  /** Whether somebody is at the window, as main itself sees it. */
  readonly isUserActive: () => Promise<boolean>;
  /** Empties the window's memory by loading it anew. */
  readonly reloadWindow: () => void;
}

/** How a session begins, goes on and ends at the cardholder's word. Where nobody says anything, session-lock.ts ends it. */
export function createCustomerSession(dependencies: Dependencies) {
  const { demo, customer, rules, lock, presence, pinChanges, oneAtATime, beginStep, reloadWindow } = dependencies;
  /** Counts the sign-outs, so that a sign-in that was asked for before one does not end after it. */
  let signOuts = 0;

  /** Signed in is who the bank has told what it allows: without that the window could offer nothing. */
  const begin = async (name: string, isSignedOut: () => boolean): Promise<BindingDependencies> => {
    if (demo === null) throw new AppError("ERR_REFUSED");
    pinChanges.forget(); // what the one before left open is theirs, in their journal
    const answer = await demo.signIn(name);
    if (isSignedOut()) throw new AppError("ERR_NOT_SIGNED_IN");
    customer.set(answer.customer, answer.token);
    try {
      const step = beginStep();
      await rules.read(await ownDeviceId(step.enrolment));
      lock.begin();
      return step;
    } catch (error) {
      customer.clear();
      throw error;
    }
  };
  /** As a lock does: what is open stays in the journal. */
  const end = () => {
    signOuts++;
    customer.clear();
    pinChanges.forget();
    reloadWindow();
  };

  return {
    /** Waits for the step that the one before left running. @param answer what is answered before the next step begins */
    signIn<Answer>(name: string, answer: (step: BindingDependencies) => Promise<Answer>): Promise<Answer> {
      const before = signOuts;
      return oneAtATime.after(async () => {
        const step = await begin(name, () => signOuts !== before);
        await checkPresence(presence, step);
        return answer(step);
      });
    },

    /** Works always: what is open is closed first where no step is under way, and neither that nor its failure keeps anybody. */
    async signOut(): Promise<void> {
      if (oneAtATime.isRunning()) return end();
      await oneAtATime(async () => {
        const before = signOuts;
        const token = customer.token();
        try {
          await pinChanges.leave();
        } finally {
          if (signOuts === before && customer.token() === token) end();
        }
      });
    },

    /** The window says that somebody has done something. @returns for how many milliseconds nothing was seen of them */
    async noteActivity(): Promise<number> {
      if (await dependencies.isUserActive()) lock.begin();
      return lock.quietMs();
    },
  };
}

export type CustomerSession = ReturnType<typeof createCustomerSession>;
