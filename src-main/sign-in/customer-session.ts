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
  /** Whether main itself sees somebody at the window. */
  readonly isUserActive: () => Promise<boolean>;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
}

/** Begins, extends and ends a session when the cardholder asks. Without activity session-lock.ts ends it. */
export function createCustomerSession(dependencies: Dependencies) {
  const { demo, customer, rules, lock, presence, pinChanges, oneAtATime, beginStep, reloadWindow } = dependencies;
  /** Counts the sign-outs, so a sign-in requested before one cannot complete after it. */
  let signOuts = 0;

  /** A sign-in is complete only with the bank's rules: without them the window could offer nothing. */
  const begin = async (name: string, isSignedOut: () => boolean): Promise<BindingDependencies> => {
    if (demo === null) throw new AppError("ERR_REFUSED");
    pinChanges.forget(); // the previous customer's open change stays in their journal
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
  /** Ends the session as a lock does: an open change stays in the journal. */
  const end = () => {
    signOuts++;
    customer.clear();
    pinChanges.forget();
    reloadWindow();
  };

  return {
    /** Waits for the previous customer's running step. @param answer runs before the next step begins */
    signIn<Answer>(name: string, answer: (step: BindingDependencies) => Promise<Answer>): Promise<Answer> {
      const before = signOuts;
      return oneAtATime.after(async () => {
        const step = await begin(name, () => signOuts !== before);
        await checkPresence(presence, step);
        return answer(step);
      });
    },

    /** Always works. If no step is running it first closes an open change; a failure there does not stop the sign-out. */
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

    /** The window reports activity. @returns milliseconds since main last saw some */
    async noteActivity(): Promise<number> {
      if (await dependencies.isUserActive()) lock.begin();
      return lock.quietMs();
    },
  };
}

export type CustomerSession = ReturnType<typeof createCustomerSession>;
