import { limitedActions } from "../../src-contract/rules/limited-actions.ts";

/**
 * Actions counted in the database. `get_waits` tells no waits for the last three: attempts at codes, TANs and
 * signatures, counted apart from those sent; letters, whose list tells it; and questions about unrecorded PIN changes, each of
 * which creates a record.
 */
export const countedActions = [...limitedActions, "code_check", "letter", "settlement"] as const;
export type CountedAction = (typeof countedActions)[number];
