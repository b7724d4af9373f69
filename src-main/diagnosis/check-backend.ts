import { health } from "../../src-contract/api/health-schema.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { BackendError } from "../backend/backend-error.ts";
import { isBackendProblem } from "../backend/backend-problem.ts";
import { type Fetch, readJson } from "../backend/http-call.ts";
import { foreignAnswer, networkFailure } from "../backend/network-failure.ts";

/** The backend to check, how, and the time limit. */
export interface BackendCheck {
  readonly origin: string;
  readonly timeoutMs: number;
  /** The ordinary session's; it does not disturb the session for calls that must not arrive twice. */
  readonly fetch: Fetch;
  /** Milliseconds since the epoch, by this computer's clock. */
  readonly now: () => number;
}

type Found = Pick<DiagnosisView, "backend" | "clockDifferenceSeconds">;
type Failed = Extract<DiagnosisView["backend"], { state: "failed" }>;

/** A Date header has whole seconds (RFC 9110 §5.6.7), so on average it is half a second behind. */
const HALF_A_SECOND_MS = 500;

/**
 * Asks the backend for its health, without a token and without redirects. Any answer in our format, even a problem, shows
 * that the backend was reached; anything else comes from something in between.
 */
export async function checkBackend({ origin, timeoutMs, fetch, now }: BackendCheck): Promise<Found> {
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
    if (!(await isOurs(response))) return failed(foreignAnswer(response), { status: response.status });
    const date = Date.parse(response.headers.get("date") ?? "");
    const seconds = Math.round((date + HALF_A_SECOND_MS - halfway) / 1000) + 0; // never -0
    return { backend: { state: "reachable" }, clockDifferenceSeconds: Number.isFinite(seconds) ? seconds : null };
  } catch (error) {
    if (error instanceof BackendError) return failed(error.code);
    if (signal.aborted) return failed("ERR_BACKEND_TIMEOUT");
    const { code, reason } = networkFailure(error);
    return failed(code, { reason });
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

function failed(
  code: ErrorCode,
  { reason = null, status = null }: Partial<Omit<Failed, "state" | "code">> = {},
): Found {
  return { backend: { state: "failed", code, reason, status }, clockDifferenceSeconds: null };
}
