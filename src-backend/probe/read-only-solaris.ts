import { performance } from "node:perf_hooks";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import type { SolarisConfig } from "../config.ts";
import { exchange, type HttpReply, type HttpRequest } from "../solaris/exchange.ts";
import { ExchangeFailed, type FailureReason } from "../solaris/exchange-failed.ts";

/** Everything that a probe may read, by a name for its output. `{id}` is one id. */
export const reads = {
  pin_key: "/v1/cards/pin_keys/latest",
  pin_key_of_card: "/v1/cards/{id}/pin_keys/latest",
  card: "/v1/cards/{id}",
  accounts: "/v1/persons/{id}/accounts",
  mobile_number: "/v1/persons/{id}/mobile_number",
  cards: "/v1/accounts/{id}/cards",
  devices: "/v1/mfa/devices",
  keys: "/v1/mfa/devices/{id}/keys",
  change_request: "/v1/change_requests/{id}",
} as const;
export type Read = keyof typeof reads;

/** The one request that is no GET: the token for the others. */
const tokenBody = "grant_type=client_credentials&scope=partners";
const LARGEST = 1024 * 1024;

/** What came of a request: an answer with the time it took, or none. */
export type Seen =
  | { readonly reply: HttpReply; readonly ms: number }
  | { readonly reply: null; readonly failed: FailureReason };

/** Solaris for a probe, which changes nothing there. */
export interface ReadOnlySolaris {
  readonly getToken: () => Promise<Seen>;
  /** @param query a page of one entry, unless it says more */
  readonly read: (name: Read, token: string, id?: string, query?: Readonly<Record<string, string>>) => Promise<Seen>;
}

/** Creates it. Requests go one after the other, each on a connection of its own. */
export function createReadOnlySolaris(config: SolarisConfig): ReadOnlySolaris {
  const send = createReadOnlyExchange(config);
  const see = async (request: HttpRequest): Promise<Seen> => {
    const startedAt = performance.now();
    try {
      return { reply: await send(request), ms: Math.round(performance.now() - startedAt) };
    } catch (error) {
      if (error instanceof ExchangeFailed) return { reply: null, failed: error.reason };
      throw error;
    }
  };
  const basic = Buffer.from(`${config.clientId}:${config.clientSecret}`).toString("base64");
  return {
    getToken: () =>
      see({
        method: "POST",
        url: new URL(config.authUrl),
        headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
        body: tokenBody,
        maxBytes: LARGEST,
      }),
    read: (name, token, id = "", query = {}) => {
      const url = new URL(config.apiUrl + reads[name].replace("{id}", encodeURIComponent(id)));
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
      return see({ method: "GET", url, headers: { authorization: `Bearer ${token}` }, maxBytes: LARGEST });
    },
  };
}

/**
 * The one way in which a probe sends anything. A request that is not listed here is refused before a connection is opened.
 * @throws NotListed, ExchangeFailed
 */
export function createReadOnlyExchange(config: SolarisConfig): (request: HttpRequest) => Promise<HttpReply> {
  const base = new URL(config.apiUrl);
  const tokenUrl = new URL(config.authUrl).href;
  const prefix = base.pathname.replace(/\/+$/, "");
  const isListedPath = (path: string): boolean =>
    Object.values(reads).some((template) => {
      const [before = "", after] = template.split("{id}");
      if (after === undefined) return path === prefix + before;
      if (!path.startsWith(prefix + before) || !path.endsWith(after)) return false;
      return opaqueId.safeParse(path.slice((prefix + before).length, after === "" ? undefined : -after.length)).success;
    });
  const isListed = ({ method, url, body }: HttpRequest): boolean => {
    if (method === "POST") return url.href === tokenUrl && body === tokenBody;
    return method === "GET" && body === undefined && url.origin === base.origin && isListedPath(url.pathname);
  };
  return async (request) => {
    if (!isListed(request)) throw new NotListed();
    return exchange(request, AbortSignal.timeout(config.timeoutMs), config.proxy);
  };
}

/** A request that a probe must not send. It was not sent. */
class NotListed extends Error {
  override readonly name = "NotListed";
}
