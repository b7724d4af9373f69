import { limitedActions } from "../../src-contract/rules/limited-actions.ts";

/**
 * Actions counted in the database. The app learns no waits for the last two: attempts at codes, TANs and signatures, counted
 * apart from those sent; and questions about unrecorded PIN changes, each of which creates a record.
 */
export const countedActions = [...limitedActions, "code_check", "settlement"] as const;
export type CountedAction = (typeof countedActions)[number];
