import type { z } from "zod";
import { BackendError } from "./backend-error.ts";
import { problemError } from "./backend-problem.ts";
import { foreignAnswer, networkFailure } from "./network-failure.ts";

/** The part of the Fetch standard that a call uses; Electron's `session.fetch` and Node's `fetch` both fit. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One call, with the schema of a good answer (`null`: no content). Whoever sends it adds the credentials. */
export interface Call<T> {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly body?: unknown;
  readonly answer: z.ZodType<T> | null;
}

const LARGEST_ANSWER_BYTES = 64 * 1024;

/**
 * Makes one HTTP call within bounds: one time limit for all of it, no redirects, at most 64 KiB of JSON
 * (docs/threat-model.md#answers-bounded). Never repeats a call.
 * @throws BackendError
 */
export async function call<T>(fetch: Fetch, timeoutMs: number, request: Call<T>): Promise<T> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: {
        accept: "application/json, application/problem+json",
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      credentials: "omit",
      redirect: "error",
      signal,
    });
    if (response.ok && request.answer === null) {
      await requireNoContent(response);
      return undefined as T;
    }
    const json = await readJson(response);
    if (!response.ok) throw problemError(response.status, json) ?? new BackendError(foreignAnswer(response), "unclear");
    const parsed = request.answer?.safeParse(json);
    if (!parsed?.success) throw new BackendError("ERR_BACKEND_ANSWER", "unclear");
    return parsed.data;
  } catch (error) {
    if (error instanceof BackendError) throw error;
    if (signal.aborted) throw new BackendError("ERR_BACKEND_TIMEOUT", "unclear", { cause: error });
    const { code, arrival } = networkFailure(error);
    throw new BackendError(code, arrival, { cause: error });
  }
}

/**
 * Only a 204 without a body confirms a call whose answer has no content (RFC 9110 §15.3.5). Any other success comes from
 * something else, such as a captive portal.
 * @throws BackendError
 */
async function requireNoContent(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  const isEmpty = response.status === 204 && (await reader?.read())?.done !== false;
  await reader?.cancel();
  if (!isEmpty) throw new BackendError(foreignAnswer(response), "unclear");
}

/** Reads an answer within bounds: JSON of at most 64 KiB. @throws BackendError for any other answer */
export async function readJson(response: Response): Promise<unknown> {
  if (!/^application\/(?:problem\+)?json\s*(?:;|$)/i.test(response.headers.get("content-type") ?? "")) {
    throw new BackendError(foreignAnswer(response), "unclear");
  }
  const bytes = await readBytes(response);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new BackendError("ERR_BACKEND_ANSWER", "unclear", { cause });
  }
}

/** Reads an answer of at most 64 KiB. @throws BackendError for a larger one */
export async function readBytes(response: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER_BYTES) throw new BackendError("ERR_BACKEND_ANSWER", "unclear");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
