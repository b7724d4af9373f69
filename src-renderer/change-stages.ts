import type { PinChangeRoute, PinChangeStage } from "../src-preload/contract/views.ts";
import type { words } from "./words/words.ts";

/** What the cardholder is shown of a PIN change under way. */
export type ShownStage = keyof typeof words.sending.stages;

/** The stages of each way, in their order. By `sms` the change stops at the code, which has a screen of its own. */
export const stagesOf: Record<PinChangeRoute, readonly ShownStage[]> = {
  signed: ["prepare", "encrypt", "sign", "send", "answer"],
  device_signing: ["prepare", "encrypt", "request", "sign", "send", "answer"],
  sms: ["prepare", "encrypt", "request", "answer"],
};

/** Which of the shown stages are over once main says how far it has come: what it names has been done, but these two. */
const lastDone: Record<PinChangeStage, ShownStage | null> = {
  "fetching-key": null,
  encrypted: "encrypt",
  requested: "request",
  signed: "sign",
  sent: "send",
  settling: "send",
};

/** How many of a way's stages are done. @param stage as main says; null where it has not said anything yet */
export function countDone(route: PinChangeRoute, stage: PinChangeStage | null): number {
  const last = stage === null ? null : lastDone[stage];
  if (last === null) return 0;
  const stages = stagesOf[route];
  // Where a way has no such stage, it is past all of its own but the answer.
  return stages.includes(last) ? stages.indexOf(last) + 1 : stages.length - 1;
}
