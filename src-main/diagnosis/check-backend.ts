import { health } from "../../src-backend/api/health.ts";
import { routes } from "../../src-backend/api/routes.ts";
import {
  type BackendReach,
  connectionFailures,
  type DiagnosisView,
  tlsFailures,
} from "../../src-preload/contract/diagnosis.ts";
import { BackendError } from "../backend/backend-error.ts";
import { isBackendProblem } from "../backend/backend-problem.ts";
import { type Fetch, readJson, textOf } from "../backend/http-call.ts";

export interface BackendCheckParts {
  readonly origin: string;
  readonly timeoutMs: number;
  /** Of the ordinary session: what must not arrive twice has one of its own, which this leaves alone. */
  readonly fetch: Fetch;
  /** Milliseconds since the epoch, by this computer's clock. */
  readonly now: () => number;
}

/** A Date header names the second (RFC 9110 §5.6.7), so on average it is half a second behind. */
const HALF_A_SECOND_MS = 500;

/**
 * Asks the backend for its health: without a token, whoever is signed in, and without a redirect. Any answer in our form,
 * a problem included, shows that the backend was reached; all else is something in its place.
 */
export async function checkBackend({
  origin,
  timeoutMs,
  fetch,
  now,
}: BackendCheckParts): Promise<Pick<DiagnosisView, "backend" | "clockDifferenceSeconds">> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const asked = now();
    const response = await fetch(origin + routes.health, {
      method: "GET",
      headers: { accept: "application/json, application/problem+json" },
      credentials: "omit",
      redirect: "error",
      signal,
    });
    const halfway = (asked + now()) / 2;
    if (!(await isOurs(response))) {
      return { backend: { state: "unexpected-answer", status: response.status }, clockDifferenceSeconds: null };
    }
    const date = Date.parse(response.headers.get("date") ?? "");
    const seconds = Math.round((date + HALF_A_SECOND_MS - halfway) / 1000) + 0; // never -0
    return { backend: { state: "reachable" }, clockDifferenceSeconds: Number.isFinite(seconds) ? seconds : null };
  } catch (error) {
    return { backend: signal.aborted ? { state: "timeout" } : reachOf(textOf(error)), clockDifferenceSeconds: null };
  }
}

async function isOurs(response: Response): Promise<boolean> {
  try {
    const json = await readJson(response);
    return health.safeParse(json).success || isBackendProblem(json);
  } catch (error) {
    if (error instanceof BackendError) return false;
    throw error; // the connection was lost while it answered
  }
}

/** Of a failure's text only a name that we know is taken over. */
function reachOf(text: string): BackendReach {
  const name = /net::(ERR_\w+)/.exec(text)?.[1] ?? "";
  if (/ERR_(?:CONNECTION_)?TIMED_OUT/.test(name)) return { state: "timeout" };
  if (/redirect/i.test(text) || /RESPONSE|CONTENT_|_HTTP_|HTTP2_|HTTP_1_1/.test(name)) {
    return { state: "unexpected-answer", status: null };
  }
  const tls = tlsFailures.find((known) => known === name);
  if (tls !== undefined || /CERT|SSL/.test(name)) return { state: "not-trusted", code: tls ?? "other" };
  return { state: "no-connection", code: connectionFailures.find((known) => known === name) ?? "other" };
}
