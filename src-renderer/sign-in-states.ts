/** The first case that is true, in their order; empty if none is. */
export function firstOf<Name extends string>(cases: Readonly<Record<Name, boolean>>): Name | "" {
  return (Object.keys(cases) as Name[]).find((name) => cases[name]) ?? "";
}

/** The states of the screen before the program knows who uses it. */
export type SignInState = `sign-in${"" | "-browser"}${"" | "-locked" | "-failed"}` | "sign-in-no-cardholder";

export function signInState(now: {
  /** Whether the demonstration's names sign in, and no browser. */
  readonly byNames: boolean;
  /** The account that signed in belongs to no cardholder. */
  readonly isNoCardholder: boolean;
  readonly hasFailed: boolean;
  readonly isLocked: boolean;
}): SignInState {
  if (now.isNoCardholder) return "sign-in-no-cardholder";
  const how = firstOf({ "-failed": now.hasFailed, "-locked": now.isLocked });
  return now.byNames ? `sign-in${how}` : `sign-in-browser${how}`;
}
