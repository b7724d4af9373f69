import type { Fault, SandboxControl } from "./sandbox-control.ts";

/** Which request of a change a fault is for: the signed one, or the one that a code confirms. */
type Change = "pin_update" | "sca_pin_update";

/**
 * What can go wrong with the next PIN change, by name. Each strikes once; `sandbox.addFault` has every other one.
 * @returns what `sandbox.reached` and `sandbox.release` take
 */
export interface FaultControl {
  /** Solaris' answer is lost, and what became of the change stays uncertain: asked again, the bank knows no more. @param isDone whether Solaris has carried out the change by then */
  readonly loseConnection: (isDone: boolean, change?: Change) => Promise<{ id: string }>;
  /** Solaris does not allow this PIN. */
  readonly refusePin: (change?: Change) => Promise<{ id: string }>;
  /** Solaris answers with an error of its own, e.g. 500 or 503. */
  readonly answerStatus: (status: number, change?: Change) => Promise<{ id: string }>;
  /** The answer waits for `sandbox.release`. @param isDone whether the change is carried out before */
  readonly holdAnswer: (isDone: boolean, change?: Change) => Promise<{ id: string }>;
  /** The PIN key is replaced between fetching and using it. */
  readonly replacePinKey: () => Promise<{ id: string }>;
  /** Takes back every fault. */
  readonly clear: () => Promise<unknown>;
}

export function namedFaults(sandbox: SandboxControl): FaultControl {
  const once = (fault: Fault) => sandbox.addFault(fault);
  const refusal = { status: 400, shape: "A", code: "validation_error", field: "pin" } as const;
  return {
    loseConnection: (isDone, operation = "pin_update") =>
      once({ operation, kind: isDone ? "drop_after" : "drop_before" }),
    refusePin: (operation = "pin_update") => once({ operation, kind: "status", ...refusal }),
    answerStatus: (status, operation = "pin_update") => once({ operation, kind: "status", status }),
    holdAnswer: (isDone, operation = "pin_update") => once({ operation, kind: isDone ? "hold_after" : "hold" }),
    replacePinKey: () => once({ operation: "pin_key", kind: "rotate_key" }),
    clear: sandbox.clearFaults,
  };
}
