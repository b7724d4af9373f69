import { BackendError } from "../backend-error.ts";
import { networkFailure } from "../network-failure.ts";
import type { FetchOnce } from "../once-fetch.ts";
import { PROXY_AUTHENTICATION_REQUIRED } from "./head-request.ts";
import type { ProxySignIn } from "./proxy-sign-in.ts";

/**
 * A fetch that says why a proxy blocked a request. It finds out with a separate request (head-request.ts) and never repeats
 * the failed one.
 */
export function askProxy(fetch: FetchOnce, { look }: Pick<ProxySignIn, "look">): FetchOnce {
  return async (url, init, turn) => {
    let answer: Response;
    try {
      answer = await fetch(url, init, turn);
    } catch (error) {
      const { code, arrival } = networkFailure(error);
      if (code !== "ERR_PROXY_REFUSED") throw error;
      throw new BackendError((await look()) ?? code, arrival, { cause: error });
    }
    if (answer.status !== PROXY_AUTHENTICATION_REQUIRED) return answer;
    const arrival = (await isOfTunnel(answer)) ? "never-sent" : "unclear";
    throw new BackendError((await look()) ?? "ERR_PROXY_REFUSED", arrival);
  };
}

/**
 * Whether a 407 came instead of a tunnel, so the request was never sent: Chromium then delivers its head, and fails the body
 * with ERR_TUNNEL_CONNECTION_FAILED (measured). Any other 407 may come from a server that got the request.
 */
async function isOfTunnel(answer: Response): Promise<boolean> {
  const reader = answer.body?.getReader();
  try {
    await reader?.read();
    await reader?.cancel();
    return false;
  } catch (error) {
    return networkFailure(error).code === "ERR_PROXY_REFUSED";
  }
}
