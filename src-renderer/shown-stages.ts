import type { PinChangeStage } from "../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import type { Words } from "./words/words.ts";

/** What the cardholder is shown of a PIN change under way. */
export type ShownStage = keyof Words["sending"]["stages"];

/** The stages of each way, in their order. By `sms` the change stops at the code, which has a screen of its own. */
export const stagesOf: Record<PinChangeRoute, readonly ShownStage[]> = {
  signed: ["prepare", "encrypt", "sign", "send", "answer"],
  device_signing: ["prepare", "encrypt", "request", "sign", "send", "answer"],
  sms: ["prepare", "encrypt", "request", "answer"],
};

/** The last of the shown stages that is over once main names a stage; `settling` says nothing of those before it. */
const lastDone: Record<Exclude<PinChangeStage, "fetching-key" | "settling">, ShownStage> = {
  encrypted: "encrypt",
  requested: "request",
  signed: "sign",
  sent: "send",
};

/**
 * How many of a way's stages are done.
 * @param before how many were
 * @param stage that main has just named
 */
export function countDone(route: PinChangeRoute, before: number, stage: PinChangeStage): number {
  if (stage === "fetching-key") return 0; // also once more, where Solaris changed its key in between
  return stage === "settling" ? before : stagesOf[route].indexOf(lastDone[stage]) + 1;
}

export type StageStanding = "done" | "now" | "waiting";

/** How one of a way's stages stands. @param at which of them, counted from 0 @param done how many are over */
export function standingOf(at: number, done: number): StageStanding {
  if (at < done) return "done";
  return at === done ? "now" : "waiting";
}
