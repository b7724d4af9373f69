import type { PinChangeStage } from "../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import type { Words } from "./words/words.ts";

/** The stages of a running PIN change, as the cardholder sees them. */
export type ShownStage = keyof Words["sending"]["stages"];

/** The stages of each route, in order. By `sms` the change stops at the code, which has its own screen. */
export const stagesOf: Record<PinChangeRoute, readonly ShownStage[]> = {
  signed: ["prepare", "encrypt", "sign", "send", "answer"],
  device_signing: ["prepare", "encrypt", "request", "sign", "send", "answer"],
  sms: ["prepare", "encrypt", "request", "answer"],
};

/** The last shown stage that is done when main reports a stage. `settling` says nothing about earlier stages. */
const lastDone: Record<Exclude<PinChangeStage, "fetching-key" | "settling">, ShownStage> = {
  encrypted: "encrypt",
  requested: "request",
  signed: "sign",
  sent: "send",
};

/**
 * Counts the stages of a route that are done.
 * @param before how many were done so far
 * @param stage the stage that main just named
 */
export function countDone(route: PinChangeRoute, before: number, stage: PinChangeStage): number {
  if (stage === "fetching-key") return 0; // again, if Solaris changed its key in between
  return stage === "settling" ? before : stagesOf[route].indexOf(lastDone[stage]) + 1;
}

export type StageStanding = "done" | "now" | "waiting";

/** The status of one stage. @param at its index, from 0 @param done how many stages are done */
export function standingOf(at: number, done: number): StageStanding {
  if (at < done) return "done";
  return at === done ? "now" : "waiting";
}
