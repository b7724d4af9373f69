import type { Customer, Me } from "../../src-contract/api/customer-schemas.ts";
import type { SignInAccount } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import { bearerCredentials, type Credentials } from "../backend/credentials.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { BindingDependencies } from "../keys/bind-this-computer.ts";
import { ownDeviceId } from "../keys/enrolment-state.ts";
import { checkPresence, type Presence } from "../keys/presence.ts";
import type { OneAtATime } from "../one-at-a-time.ts";
import type { BankRules } from "./bank-rules.ts";
import type { BrowserSignIn } from "./browser/browser-sign-in.ts";
import type { Asks } from "./browser/provider-client.ts";
import type { CurrentCustomer } from "./current-customer.ts";
import type { DemoSignIn } from "./demo-sign-in.ts";
import type { SessionLock } from "./session-lock.ts";

interface Dependencies {
  /** Null in a release, and where people sign in with the browser. */
  readonly demo: DemoSignIn | null;
  /** Null where the demonstration's names sign in. */
  readonly browser: BrowserSignIn | null;
  readonly backend: Pick<BackendClient, "whoIs">;
  readonly customer: CurrentCustomer;
  readonly rules: Pick<BankRules, "read">;
  readonly lock: Pick<SessionLock, "begin" | "hold" | "quietMs" | "release">;
  readonly presence: Presence;
  readonly pinChanges: Pick<PinChanges, "forget" | "forgetAllBut" | "leave">;
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
  const { backend, browser, demo, customer, rules, lock, presence, pinChanges, oneAtATime, beginStep, reloadWindow } =
    dependencies;
  /** Counts the sign-outs, so a sign-in requested before one cannot complete after it. */
  let signOuts = 0;

  /** A sign-in is complete only with the bank's rules: without them the window could offer nothing. */
  const begin = async (ask: () => Promise<SignedIn>, isOver: () => boolean): Promise<BindingDependencies> => {
    const signedIn = await ask();
    if (isOver()) throw new AppError("ERR_NOT_SIGNED_IN");
    customer.set(signedIn.customer, signedIn.credentials);
    try {
      const step = beginStep();
      pinChanges.forgetAllBut(step.enrolment.scope); // anybody else's open change stays in their journal
      await rules.read(await ownDeviceId(step.enrolment));
      if (isOver()) throw new AppError("ERR_NOT_SIGNED_IN");
      // A provider that asked nobody shows no more than that the window called.
      lock.begin(signedIn.credentials.isNewSignIn ?? true);
      return step;
    } catch (error) {
      customer.clearIf(signedIn.credentials);
      throw error;
    }
  };
  /** Asks Solaris for this computer. @throws AppError ERR_NOT_SIGNED_IN if the session is over by then */
  const checkComputer = async (step: BindingDependencies): Promise<void> => {
    await checkPresence(presence, step);
    customer.require();
  };
  const askByName = async ({ signIn }: DemoSignIn, name: string): Promise<SignedIn> => {
    const { customer: who, token } = await signIn(name);
    return { customer: who, credentials: bearerCredentials(token) };
  };
  const askByCredentials = async (credentials: Credentials): Promise<SignedIn> => {
    const { customer_id, name } = await whoIs(credentials);
    return { customer: { customer_id, name }, credentials };
  };
  const whoIs = async (credentials: Credentials): Promise<Me> => {
    try {
      return await backend.whoIs(credentials);
    } catch (error) {
      if (error instanceof AppError && error.code === "ERR_NOT_SIGNED_IN")
        throw new AppError("ERR_SIGN_IN_FAILED", { cause: error }); // the backend does not take what the provider gave
      throw error;
    }
  };
  /** A newer or stronger sign-in of who is signed in: their session goes on. */
  const renew = async (
    credentials: Credentials,
    wasAsked: boolean,
    isOver: () => boolean,
  ): Promise<BindingDependencies> => {
    const before = customer.session();
    const who = await whoIs(credentials);
    if (isOver() || customer.session() !== before) throw new AppError("ERR_NOT_SIGNED_IN");
    if (who.customer_id !== customer.require().customer_id) throw new AppError("ERR_SIGN_IN_OTHER_PERSON");
    if (wasAsked && who.sign_in_again !== null) throw new AppError("ERR_SIGN_IN_TOO_WEAK");
    const replaced = customer.credentials();
    customer.renew(credentials); // whoever gives up from here on keeps it: it is their own, and the one before is gone
    replaced?.discard?.();
    return beginStep();
  };
  /**
   * How a sign-in is asked for. Only who is signed in may be renewed silently: whom else the provider still knows may be
   * somebody who used this computer before. And whoever is asked again by the backend has to sign in really: an answer without
   * that can be as old or as weak as before (measured).
   */
  const askedOf = async (credentials: Credentials | null): Promise<Pick<Asks, "anew" | "acrValues">> => {
    if (credentials === null) return { anew: true, acrValues: [] };
    try {
      const { sign_in_again: missing } = await backend.whoIs(credentials);
      return { anew: missing !== null, acrValues: missing?.acr_values ?? [] };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "ERR_NOT_SIGNED_IN") customer.clearIf(credentials);
      return { anew: error.code === "ERR_NOT_SIGNED_IN", acrValues: [] }; // else the sign-in itself will tell
    }
  };
  /** Ends the session as a lock does: an open change stays in the journal. */
  const end = () => {
    signOuts++;
    const credentials = customer.credentials();
    customer.clear();
    browser?.cancel();
    credentials?.signOut?.();
    pinChanges.forget();
    reloadWindow();
  };

  return {
    /** Waits for the previous customer's running step. @param answer runs before the next step begins */
    async signIn<Answer>(name: string, answer: (step: BindingDependencies) => Promise<Answer>): Promise<Answer> {
      if (demo === null) throw new AppError("ERR_REFUSED");
      const before = signOuts;
      return oneAtATime.after(async () => {
        const step = await begin(
          () => askByName(demo, name),
          () => signOuts !== before,
        );
        await checkComputer(step);
        return answer(step);
      });
    },

    /**
     * Signs in with the browser, or, if somebody is signed in, has the same person sign in anew. Other steps may run while it
     * waits. @param answer runs before the next step begins
     */
    async signInWithBrowser<Answer>(
      account: SignInAccount,
      answer: (step: BindingDependencies) => Promise<Answer>,
    ): Promise<Answer> {
      if (browser === null) throw new AppError("ERR_REFUSED");
      const { asks, asked, isActive } = await browser.prepare(async () => ({
        asks: await askedOf(customer.credentials()),
        asked: customer.session(),
        isActive: await dependencies.isUserActive(),
      }));
      if (customer.session() !== asked) throw new AppError("ERR_NOT_SIGNED_IN"); // locked meanwhile
      let isThere = false;
      const complete = async (credentials: Credentials, isGivenUp: () => boolean) => {
        isThere = credentials.isNewSignIn === true;
        try {
          return await oneAtATime.after(async () => {
            if (customer.session() !== asked) throw new AppError("ERR_NOT_SIGNED_IN"); // locked or signed out meanwhile
            const before = signOuts;
            const isOver = () => isGivenUp() || signOuts !== before;
            if (asked !== null) return answer(await renew(credentials, asks.anew, isOver));
            const step = await begin(() => askByCredentials(credentials), isOver);
            await checkComputer(step);
            const answered = await answer(step);
            if (isGivenUp()) {
              customer.clearIf(credentials); // the window was told that it is cancelled
              throw new AppError("ERR_SIGN_IN_CANCELLED");
            }
            return answered;
          });
        } catch (error) {
          if (customer.credentials() !== credentials) credentials.discard?.();
          throw error;
        }
      };
      lock.hold(isActive);
      try {
        return await browser.signIn(account, complete, asks);
      } finally {
        lock.release(isThere);
      }
    },

    /** Always works. If no step is running it first closes an open change; a failure there does not stop the sign-out. */
    async signOut(): Promise<void> {
      if (oneAtATime.isRunning()) return end();
      await oneAtATime(async () => {
        const before = signOuts;
        const session = customer.session();
        try {
          await pinChanges.leave();
        } finally {
          if (signOuts === before && customer.session() === session) end();
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

/** Whom a sign-in has found, and what their calls go out with. */
interface SignedIn {
  readonly customer: Customer;
  readonly credentials: Credentials;
}

export type CustomerSession = ReturnType<typeof createCustomerSession>;
