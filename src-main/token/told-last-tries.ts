import type { AppError } from "../app-error.ts";
import type { TokenPlace } from "./tokens.ts";

/**
 * At which tokens the person in front of the window knows that the next wrong PIN locks it. Other programs use up a token's tries
 * as well, so the last one may come unannounced: then a PIN is kept back once (docs/hardware-key.md#the-last-try).
 */
export function createToldLastTries() {
  const told = new Set<string>();
  const nameOf = ({ module, serial, label }: TokenPlace) => JSON.stringify([module, serial, label]);
  return {
    /** What a question with a PIN that was just entered has besides. */
    spare: (token: TokenPlace): { readonly sparesLastTry?: true } =>
      told.has(nameOf(token)) ? {} : { sparesLastTry: true },
    /** @param refusal of a PIN that was just entered, beside whose field the window shows what the token says of its tries */
    note(token: TokenPlace, { code, details }: AppError): void {
      const isWrong = code === "ERR_TOKEN_PIN_WRONG";
      if (code === "ERR_TOKEN_LAST_TRY" || (isWrong && details.triesLeft === "last")) told.add(nameOf(token));
      else if (isWrong) told.delete(nameOf(token)); // it has counted anew since, and what was told is no longer so
    },
    /** The PIN was right, and the token counts anew. */
    forget: (token: TokenPlace) => void told.delete(nameOf(token)),
    forgetAll: () => told.clear(),
  };
}
