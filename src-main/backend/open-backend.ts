import type { Config } from "../config.ts";
import type { CurrentCustomer } from "../sign-in/current-customer.ts";
import { createDemoSignIn, type DemoSignIn } from "../sign-in/demo-sign-in.ts";
import { type BackendClient, createBackendClient } from "./backend-client.ts";
import { createOnceFetch, type HttpSession } from "./once-fetch.ts";
import { createServerClock, type ServerClock } from "./server-clock.ts";

/** The partner backend, as whoever is signed in. @param sessions see session.ts, which says what each is for */
export function openBackend(
  config: Config,
  sessions: { readonly ordinary: HttpSession; readonly once: HttpSession },
  customer: CurrentCustomer,
): { readonly backend: BackendClient; readonly clock: ServerClock; readonly demo: DemoSignIn | null } {
  const clock = createServerClock();
  const connection = {
    clock,
    origin: config.backendOrigin,
    timeoutMs: config.callTimeoutMs,
    fetch: (url: string, init: RequestInit) => sessions.ordinary.fetch(url, init),
    fetchOnce: createOnceFetch(sessions.once),
    token: customer.token,
    onSignedOut: customer.clearIf,
  };
  return { backend: createBackendClient(connection), clock, demo: __RELEASE__ ? null : createDemoSignIn(connection) };
}
