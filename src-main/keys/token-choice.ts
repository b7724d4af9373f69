import type { TokenView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { TokenPlace, Tokens } from "../token/tokens.ts";
import type { KeyPlace } from "./bind-this-computer.ts";
import { labelOf } from "./key-on-token.ts";

/** The tokens among which the cardholder chooses. The window knows them by their number in the last list. */
export function createTokenChoice(tokens: Pick<Tokens, "list">) {
  let listed: readonly TokenPlace[] = [];
  let chosen: { readonly scope: string; readonly place: TokenPlace | null } | null = null;
  return {
    async list(): Promise<readonly TokenView[]> {
      listed = await tokens.list();
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
