import { limitedActions } from "../../src-contract/rules/limited-actions.ts";

/**
 * Actions counted in the database. `get_waits` tells no waits for the last four: attempts at codes, TANs and
 * signatures, counted apart from those sent; letters, whose list tells it; consents to device data; and questions about unrecorded PIN changes, each of
 * which creates a record.
 */
export const countedActions = [...limitedActions, "code_check", "letter", "consent", "settlement"] as const;
export type CountedAction = (typeof countedActions)[number];
