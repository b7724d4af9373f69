import { routes } from "../../src-contract/api/routes.ts";
import type { CurrentCustomer } from "../sign-in/current-customer.ts";
import { createDemoSignIn } from "../sign-in/demo-sign-in.ts";
import type { Config } from "../start-options.ts";
import { createBackendClient } from "./backend-client.ts";
import { createOnceFetch, type HttpSession } from "./once-fetch.ts";
import { askProxy } from "./proxy/ask-proxy.ts";
import { type IsConfigured, type NetRequest, type ProxyPassword, requestHead } from "./proxy/head-request.ts";
import { createProxySignIn } from "./proxy/proxy-sign-in.ts";
import { createServerClock } from "./server-clock.ts";

/** The part of an Electron session that is needed here. */
export interface BackendSession extends HttpSession {
  resolveProxy(url: string): Promise<string>;
}

type SessionName = "ordinary" | "once" | "signIn" | "updates";

/**
 * Sets up access to the partner backend: the client, which acts for the signed-in customer, the server clock, proxy sign-in,
 * the demonstration's sign-in (null in a release, and where people sign in with the browser), and fetches for other calls.
 * @param sessions sessions.ts says what each is for; none is read before a call needs it, as that opens it
 * @param request Electron's `net.request`
 */
export function openBackend<S extends BackendSession>(
  config: Config,
  sessions: Readonly<Record<SessionName, S>>,
  customer: CurrentCustomer,
  request: NetRequest<S>,
) {
  const { backendOrigin: origin, callTimeoutMs: timeoutMs } = config;
  const by = (name: SessionName): HttpSession => ({
    fetch: (url, init) => sessions[name].fetch(url, init),
    closeAllConnections: () => sessions[name].closeAllConnections(),
  });
  const onceFetch = createOnceFetch(by("once"));
  const signInFetch = createOnceFetch(by("signIn"));
  const proxySession = (name: SessionName, url: string, run: <T>(head: () => Promise<T>) => Promise<T>) => ({
    resolveProxy: () => sessions[name].resolveProxy(url),
    requestHead: (isConfigured: IsConfigured, given: ProxyPassword | null) =>
      run(() => requestHead({ request, session: sessions[name], url, timeoutMs, isConfigured }, given)),
  });
  const health = origin + routes.health;
  const allSessions = [
    proxySession("ordinary", health, (head) => head()),
    proxySession("once", health, onceFetch.between),
    ...(config.signIn === null ? [] : [proxySession("signIn", config.signIn.issuer, signInFetch.between)]),
    ...(config.updates === null ? [] : [proxySession("updates", config.updates.address, (head) => head())]),
  ];
  const proxy = createProxySignIn(allSessions, () => performance.now(), timeoutMs);
  const clock = createServerClock();
  const connection = {
    clock,
    origin,
    timeoutMs,
    fetch: askProxy(by("ordinary").fetch, proxy),
    fetchOnce: askProxy(onceFetch, proxy),
    credentials: customer.credentials,
    onSignedOut: customer.clearIf,
  };
  const demo = __RELEASE__ || config.signIn !== null ? null : createDemoSignIn(connection);
  return {
    backend: createBackendClient(connection),
    clock,
    demo,
    proxy,
    fetch: connection.fetch,
    /** For calls to the identity provider. */
    signInFetch: askProxy(signInFetch, proxy),
    /** For calls to the update server. */
    updateFetch: askProxy(by("updates").fetch, proxy),
  };
}
