import { hostname } from "node:os";
import type { BridgeMethod, DesktopBridge } from "../src-preload/contract/bridge.ts";
import { defaultPinRuleReading } from "../src-preload/contract/pin-rules.ts";
import type { Result } from "../src-preload/contract/result.ts";
import type { BackendClient } from "./backend/backend-client.ts";
import { changePin } from "./card-pin/change-pin.ts";
import type { PinOutcome } from "./card-pin/pin-outcome.ts";
import { listCards } from "./cards/list-cards.ts";
import { abandonBinding, confirmCode, continueBinding, requestCode } from "./device/bind-device.ts";
import type { Enrolment } from "./device/device-state.ts";
import { AppError } from "./errors.ts";
import { describeOverview } from "./overview.ts";
import type { CurrentCustomer } from "./sign-in/current-customer.ts";
import type { DemoSignIn } from "./sign-in/demo-sign-in.ts";

/** What the use cases work with; index.ts puts it together. */
export interface HandlerParts {
  readonly backend: BackendClient;
  /** Demonstration sign-in; null in a release. */
  readonly demo: DemoSignIn | null;
  readonly customer: CurrentCustomer;
  /** The enrolment of the signed-in customer on this computer. @throws AppError ERR_NOT_SIGNED_IN */
  readonly enrolment: () => Enrolment;
  readonly pinOutcome: PinOutcome;
  /** Empties the window's memory by loading it anew. */
  readonly reloadWindow: () => void;
  readonly version: string;
}

type ValueOf<M extends BridgeMethod> = Awaited<ReturnType<DesktopBridge[M]>> extends Result<infer T> ? T : never;

/** The use case behind each bridge method: checked arguments in, a value out, an AppError where it fails. */
export type Handlers = { [M in BridgeMethod]: (...args: Parameters<DesktopBridge[M]>) => Promise<ValueOf<M>> };

/** One line per bridge method. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { backend, customer, pinOutcome } = parts;
  const exclusive = oneAtATime();
  const overview = () => describeOverview(parts, hostname());
  const binding = () => ({ enrolment: parts.enrolment(), backend });
  /** Runs a step that changes something, alone, and answers how things stand then. */
  const step = (change: () => Promise<unknown>) =>
    exclusive(async () => {
      await change();
      return overview();
    });

  /** Leaves a screen by loading the window anew, so that nothing of it stays in its memory (checklist row 44). */
  const leave = (first: () => void) => async () => {
    first();
    pinOutcome.close();
    parts.reloadWindow();
    return null;
  };

  return {
    getOverview: overview,
    signIn: (name) => step(() => signIn(parts, name)),
    signOut: () => exclusive(leave(() => customer.clear())),
    requestCode: (computerName) => step(() => requestCode(binding(), computerName)),
    confirmCode: (code) => step(() => confirmCode(binding(), code)),
    continueBinding: () => step(() => continueBinding(binding())),
    abandonBinding: () => step(() => abandonBinding(binding())),
    listCards: () => listCards(backend),
    beginPinEntry: async () => {
      pinOutcome.close();
      return null;
    },
    changePin: (cardId, pin) =>
      exclusive(() => {
        pinOutcome.open();
        return changePin({ enrolment: parts.enrolment(), backend, reading: defaultPinRuleReading }, cardId, pin);
      }),
    endPinChange: leave(() => undefined),
  };
}

async function signIn({ demo, customer }: HandlerParts, name: string): Promise<void> {
  if (demo === null) throw new AppError("ERR_REFUSED");
  const answer = await demo.signIn(name);
  customer.set(answer.customer, answer.token);
}

/** Refuses a second step while one runs (checklist row 22): the window offers none, so it is not the window that asks. */
function oneAtATime() {
  let busy = false;
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (busy) throw new AppError("ERR_BUSY");
    busy = true;
    try {
      return await run();
    } finally {
      busy = false;
    }
  };
}
