import type { RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { call } from "../../../src-main/backend/http-call.ts";
import { startOneServer } from "./one-server.ts";

/** What is taken for a success. */
export const answer = z.object({ ok: z.literal(true) });

/** A server for the running test only, and where to post a thing to it. */
export async function serve(listener: RequestListener) {
  const { origin, arrivals, close } = await startOneServer(listener);
  onTestFinished(close);
  return { url: `${origin}/v1/thing`, arrivals };
}

/** Posts it as the app's client does. */
export const post = ({ url }: { readonly url: string }, timeoutMs = 5000) =>
  call(fetch, timeoutMs, { method: "POST", url, body: { a: 1 }, answer });
