import { randomUUID } from "node:crypto";
import type { TokenView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { TokenPlace, Tokens } from "../token/tokens.ts";
import type { KeyPlace } from "./bind-this-computer.ts";
import { labelOf, nameOf, serialEndOf, withLabel } from "./key-on-token.ts";

/** More than a few lists of a computer with very many tokens. */
const MOST_KNOWN = 4000;

/** The tokens among which the cardholder chooses. The window knows each by an id of its list's own. */
export function createTokenChoice(tokens: Pick<Tokens, "list">) {
  /** Also those of earlier lists: two may be on their way at once, and end in any order. */
  const listed = new Map<string, TokenPlace>();
  let chosen: { readonly scope: string; readonly place: TokenPlace | null } | null = null;
  const idOf = (token: TokenPlace): string => {
    const id = randomUUID();
    listed.set(id, token);
    return id;
  };
  return {
    /** @param earlier the token that was chosen before, which the window could only tell by its name */
    async list(earlier: TokenPlace | null): Promise<readonly TokenView[]> {
      const found = await tokens.list();
      const names = namesApart(found);
      const views = found.map((token, at) => ({
        id: idOf(token),
        label: names[at] ?? null,
        ...(isSame(token, earlier) && { isBefore: true }),
      }));
      for (const id of [...listed.keys()].slice(0, -MOST_KNOWN)) listed.delete(id);
      return views;
    },
    /** Remembers the choice for the next code. @param place `chooseToken`'s @throws AppError ERR_TOKEN_MISSING */
    choose(scope: string, place: string): void {
      chosen = null; // else an earlier choice, whose code was never asked for, would hold
      if (place === "before") return;
      const token = place === "keychain" ? null : listed.get(place);
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

const isSame = (one: TokenPlace, other: TokenPlace | null) =>
  one.module === other?.module && one.serial === other.serial && one.label === other.label;

/** The tokens' names beside each other: as everywhere, or with as much of the serial number and the module as tells them apart. */
function namesApart(tokens: readonly TokenPlace[]): readonly (string | null)[] {
  const ends = tokens.map(serialEndOf);
  if (new Set(ends).size === tokens.length) return tokens.map(nameOf);
  const serials = tokens.map(({ serial }) => labelOf({ label: serial }) ?? "");
  const modules = tokens.map(({ module }, at) => `${serials[at]}, ${module}`);
  const numbered = tokens.map((_, at) => `${modules[at]}, ${at + 1}`);
  const apart = [serials, modules].find((all) => new Set(all).size === all.length) ?? numbered;
  return tokens.map((token, at) => withLabel(token, apart[at] ?? ""));
}
