import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "../http/call.ts";
import { renderRefusal, shapeOf } from "../http/solaris-errors.ts";
import { type OperationName, solarisOperations } from "../http/solaris-operations.ts";
import { rotatePinKey, type World } from "../world.ts";
import type { Fault } from "./faults.ts";

/** Performs one operation with its fault, if any. "dropped" means: break the connection without an answer. */
export async function answerWithFault(
  world: World,
  name: OperationName,
  fault: Fault | undefined,
  perform: () => Answer,
): Promise<Answer | "dropped"> {
  if (fault === undefined) return perform();
  const answer = await applyFault(world, name, fault, perform);
  // Operations that were still waiting when the sandbox closed get no answer.
  return world.faults.abandoned.aborted ? "dropped" : answer;
}

async function applyFault(
  world: World,
  name: OperationName,
  fault: Fault,
  perform: () => Answer,
): Promise<Answer | "dropped"> {
  const { faults } = world;
  const performUnlessClosed = () => (faults.abandoned.aborted ? "dropped" : perform());
  switch (fault.kind) {
    case "delay":
      faults.hit(fault);
      await sleepUnlessClosed(fault.delay_ms, faults.abandoned);
      return performUnlessClosed();
    case "drop_before":
      faults.hit(fault);
      return "dropped";
    case "drop_after":
      perform();
      faults.hit(fault);
      return "dropped";
    case "hold":
      await faults.holdUntilReleased(fault);
      return performUnlessClosed();
    case "hold_after": {
      const answer = perform();
      await faults.holdUntilReleased(fault);
      return answer;
    }
    case "status":
      faults.hit(fault);
      return inventAnswer(name, fault);
    case "answer": {
      if (fault.is_done) perform();
      faults.hit(fault);
      const { status, content_type: type, body } = fault;
      return { status, body, headers: type === null ? {} : { "content-type": type } };
    }
    case "rotate_key": {
      const answer = perform();
      await rotatePinKey(world);
      faults.hit(fault);
      return answer;
    }
  }
}

async function sleepUnlessClosed(milliseconds: number, closed: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal: closed });
  } catch (cause) {
    if (!closed.aborted) throw cause;
  }
}

const usualCodes: Readonly<Record<number, string>> = {
  400: "validation_error",
  401: "invalid_token",
  403: "unauthorized_action",
  404: "model_not_found",
  409: "conflict",
  422: "unprocessable_entity",
};

function inventAnswer(name: OperationName, fault: Extract<Fault, { kind: "status" }>): Answer {
  const { status } = fault;
  // RFC 9110 §15: these two have no content.
  if (fault.shape === "empty" || status === 204 || status === 304) return { status };
  if (fault.shape === "html") {
    const body = `<!doctype html><title>${status}</title><h1>${status}</h1><p>Answered by a gateway.</p>`;
    return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
  }
  const nested = fault.shape === "nested";
  const shape = fault.shape === undefined ? shapeOf(solarisOperations[name].family, status) : fault.shape;
  const code = fault.code ?? usualCodes[status] ?? "generic_error";
  const source = fault.field === undefined ? {} : { source: { field: fault.field, message: "is refused" } };
  const detail = "There was an error.";
  const refusal = { status, shape: shape === "nested" ? "A" : shape, code, detail, ...source } as const;
  return { status, body: renderRefusal(refusal, nested) };
}
