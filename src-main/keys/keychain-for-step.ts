import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";
import { type DeviceKeychain, type KeychainReading, type KeychainRefusal, refusalCodes } from "./device-keychain.ts";

/**
 * The keychain for one step of the cardholder: it reads each entry once, remembers what the step writes, and stops asking
 * after the first refusal. A locked keychain makes the system ask for its password at every call, but a cardholder who
 * cancels once means the whole step.
 */
export function keychainForStep(keychain: DeviceKeychain): DeviceKeychain {
  const known = new Map<string, KeychainReading>();
  let refusal: KeychainRefusal | null = null;

  const change = async (run: () => Promise<void>, outcome: ReadonlyMap<string, KeychainReading | null>) => {
    if (refusal !== null) throw new AppError(refusalCodes[refusal]);
    for (const account of outcome.keys()) known.delete(account);
    try {
      await run();
    } catch (error) {
      const why = error instanceof AppError ? refusalOf(error.code) : null;
      if (why !== "unavailable") refusal = why; // a full keychain, for example, can still be read
      throw error;
    }
    for (const [account, reading] of outcome) if (reading !== null) known.set(account, reading);
  };

  return {
    async read(account, patienceMs) {
      if (refusal !== null) return { state: refusal };
      const reading = known.get(account) ?? (await keychain.read(account, patienceMs));
      if (reading.state === "entry" || reading.state === "empty") known.set(account, reading);
      else refusal = reading.state;
      return reading;
    },
    write: (account, text, ifLate) =>
      change(() => keychain.write(account, text, ifLate), new Map([[account, { state: "entry", text }]])),
    remove: (account) => change(() => keychain.remove(account), new Map([[account, { state: "empty" }]])),
    setAside: (account, aside) =>
      change(
        () => keychain.setAside(account, aside),
        new Map<string, KeychainReading | null>([
          [account, { state: "empty" }],
          [aside, null],
        ]),
      ),
  };
}

function refusalOf(code: ErrorCode): KeychainRefusal | null {
  const refusals = Object.keys(refusalCodes) as KeychainRefusal[];
  return refusals.find((refusal) => refusalCodes[refusal] === code) ?? null;
}
