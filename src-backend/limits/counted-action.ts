import type { LimitedAction } from "../../src-contract/rules/limited-actions.ts";

/**
 * What is counted in the database. Nobody is told to wait for the last two: tries at codes, TANs and signatures, counted
 * apart from those sent; and questions about PIN changes that are not on record, each of which puts one there.
 */
export type CountedAction = LimitedAction | "code_check" | "settlement";
