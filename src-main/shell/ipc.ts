import { isUint8Array } from "node:util/types";
import type { IpcMainInvokeEvent, WebContents } from "electron";
import { type BridgeMethod, bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { areSmall } from "../../src-contract/bridge/small-arguments.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { toFailure } from "../app-error.ts";
import { bridgeArguments } from "../bridge/bridge-arguments.ts";
import { type CallRates, createCallRates } from "../bridge/call-limits.ts";
import type { Handlers } from "../bridge/handlers.ts";
import { log } from "../log.ts";
import { trustedOrigin } from "./trusted-origin.ts";

type Sender = Pick<IpcMainInvokeEvent, "sender" | "senderFrame">;

/** The contents that may call, the handlers, and the calls' rates. */
interface Door {
  readonly contents: Sender["sender"];
  readonly handlers: Handlers;
  readonly rates: CallRates;
}

/**
 * The one door between window and main; nothing else listens to the window (docs/threat-model.md#one-door). It checks, in
 * this order: the right contents, a live frame, the top frame, exactly our origin, the rate, the arguments. Then it runs the
 * use case and turns errors into codes.
 */
export function openDoor(contents: WebContents, handlers: Handlers): void {
  const door = { contents, handlers, rates: createCallRates(() => performance.now()) };
  for (const method of bridgeMethods) {
    contents.ipc.handle(method, (event, ...args: unknown[]) => answer(door, method, event, args));
  }
}

/** Answers one call. Never rejects, and wipes every secret that came with it. */
export async function answer(
  { contents, handlers, rates }: Door,
  method: BridgeMethod,
  event: Sender,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  try {
    if (!isTrusted(contents, event)) {
      log({ event: "call_from_untrusted_sender", method });
      return { ok: false, code: "ERR_UNTRUSTED_SENDER" };
    }
    if (!rates[method].enter()) return { ok: false, code: "ERR_TOO_MANY_CALLS" };
    try {
      const parsed = areSmall(args) ? bridgeArguments[method].safeParse(args) : { success: false as const };
      if (!parsed.success) return { ok: false, code: "ERR_BAD_ARGUMENT" };
      const run = handlers[method] as (...checked: unknown[]) => Promise<unknown>;
      return { ok: true, value: await run(...parsed.data) };
    } finally {
      rates[method].leave();
    }
  } catch (error) {
    const failure = toFailure(error);
    log({ event: "call_failed", method, code: failure.code }, failure.supportId);
    return failure;
  } finally {
    for (const arg of args) if (isUint8Array(arg)) arg.fill(0);
  }
}

/** Must run before the first `await`: once the frame has navigated away, `senderFrame` is null or throws. */
function isTrusted(contents: Sender["sender"], event: Sender): boolean {
  try {
    const frame = event.senderFrame;
    return (
      event.sender === contents &&
      frame !== null &&
      frame.parent === null &&
      frame === contents.mainFrame &&
      frame.origin === trustedOrigin
    );
  } catch {
    return false; // the caller logs an untrusted sender
  }
}
