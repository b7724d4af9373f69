import { AsyncLocalStorage } from "node:async_hooks";
import { childOf, type TraceParent } from "./trace-parent.ts";

/** The request on whose behalf something happens. */
export interface RequestContext {
  readonly requestId: string;
  readonly trace: TraceParent | null;
}

// Not passed from function to function: log and calls are at the end of every way through this backend. What several requests
// wait for together, such as a token of Solaris', belongs to the one that began it.
const current = new AsyncLocalStorage<RequestContext>();

/** The request that is being worked on; undefined at start, at the end, and in what runs by a timer of its own. */
export function requestNow(): RequestContext | undefined {
  return current.getStore();
}

/** Does something on behalf of a request. */
export function onBehalfOf<T>(request: RequestContext, run: () => T): T {
  return current.run(request, run);
}

/** The header of a call to another server, if the request that needs it belongs to a trace. */
export function traceHeader(): { readonly traceparent?: string } {
  const trace = requestNow()?.trace ?? null;
  return trace === null ? {} : { traceparent: childOf(trace) };
}
