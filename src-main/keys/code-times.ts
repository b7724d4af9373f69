import { BackendError } from "../backend/backend-error.ts";
import type { BindingDependencies } from "./bind-this-computer.ts";
import { readUnfinished } from "./enrolment-state.ts";

/** What Solaris says of a code: until when it is valid (RFC 3339, by server-clock.ts), or that it is over, whenever that was to be. */
export type CodeSaid = { readonly is: "valid"; readonly until: string } | { readonly is: "over" };

/**
 * What Solaris last said of the code that this computer awaits. The record has the end that was said when the code was sent;
 * since then it can have been ended by wrong codes or a newer one. In memory only: main asks whenever a binding is resumed.
 */
export type CodeTimes = ReturnType<typeof createCodeTimes>;

/** Starts without having asked. */
export function createCodeTimes() {
  let newest: { readonly challengeId: string; readonly said: CodeSaid } | null = null;
  return {
    /** Asks, if a code is awaited. Without an answer the last one stands. */
    async ask({ enrolment, backend }: BindingDependencies): Promise<void> {
      const record = await readUnfinished(enrolment);
      if (record?.stage !== "challenged") return;
      const { device_id: deviceId, challenge_id: challengeId } = record;
      try {
        const until = await backend.getCodeTime(deviceId, challengeId);
        if (until !== null) newest = { challengeId, said: { is: "valid", until } };
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        if (error.code === "ERR_CODE_EXPIRED") newest = { challengeId, said: { is: "over" } };
      }
    },
    /** Another code is asked for: it may have the id of the one before. */
    forget(): void {
      newest = null;
    },
    /** Null if nothing was said of this one. */
    of: (challengeId: string): CodeSaid | null => (newest?.challengeId === challengeId ? newest.said : null),
  };
}
