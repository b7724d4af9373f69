import type { TokenView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import { presentable } from "../backend/presentable-text.ts";
import type { KeyPlace } from "../keys/bind-this-computer.ts";
import type { TokenPlace, Tokens } from "../token/tokens.ts";

/** PKCS#11 gives a label no more. */
const LABEL_LONGEST = 32;

/** What a token calls itself, as it can be shown; null if it has no name. */
export const labelOf = ({ label }: TokenPlace) => presentable(label, LABEL_LONGEST) || null;

/** The tokens among which the cardholder chooses. The window knows them by their number in the last list. */
export type TokenChoice = ReturnType<typeof createTokenChoice>;

/** @param tokens null where the profile has no modules for them */
export function createTokenChoice(tokens: Tokens | null) {
  let listed: readonly TokenPlace[] = [];
  let chosen: { readonly scope: string; readonly place: TokenPlace | null } | null = null;
  return {
    async list(): Promise<readonly TokenView[]> {
      listed = tokens === null ? [] : await tokens.list();
      return listed.map((token, at) => ({ id: String(at), label: labelOf(token) }));
    },
    /** Remembers the choice for the next code. @param place `chooseToken`'s @throws AppError ERR_TOKEN_MISSING */
    choose(scope: string, place: string): void {
      const token = place === "keychain" ? null : listed[Number(place)];
      if (token === undefined) throw new AppError("ERR_TOKEN_MISSING");
      chosen = { scope, place: token };
    },
    /** Takes this customer's choice out, once. */
    take(scope: string): KeyPlace {
      const taken = chosen;
      chosen = null;
      return taken?.scope === scope ? taken.place : "as-before";
    },
  };
}
