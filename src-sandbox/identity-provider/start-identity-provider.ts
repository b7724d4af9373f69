import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import Provider, { errors } from "oidc-provider";
import { createSigningKey, providerConfiguration } from "./provider-configuration.ts";
import { type ProviderFaults, type ProviderSettings, usualSettings } from "./provider-settings.ts";
import { answerSignIn } from "./sign-in-steps.ts";

type Given = Pick<ProviderSettings, "people" | "audience"> & Partial<ProviderSettings>;

export interface IdentityProviderOptions extends Given {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** PEM texts: then it speaks https only. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface IdentityProvider {
  /** Its issuer identifier, and its address. */
  readonly issuer: string;
  /** For tests: what it does wrong from now on. */
  readonly faults: ProviderFaults;
  /** For tests: how often each path was asked for. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Signs with a new key from now on; the old one is not published any more. */
  readonly rotateKeys: () => void;
  /** Forgets who has signed in with which browser. */
  readonly forgetSessions: () => void;
  readonly close: () => Promise<void>;
}

// The sign-in page can show the passwords, so no option makes it reachable from another computer.
const loopback = "127.0.0.1";

/**
 * Starts the bank's identity provider: OpenID Connect with PAR, DPoP and step-up, over invented people. Its tokens are real;
 * whoever reads its page can sign in.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const settings: ProviderSettings = { ...usualSettings, ...options };
  const arrivals = new Map<string, number>();
  const faults: ProviderFaults = { isAway: false, callback: {}, acr: null };
  const server = options.tls ? createTlsServer(options.tls) : createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, loopback, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `${options.tls ? "https" : "http"}://${loopback}:${port}`;

  const open = (cookieKey: string) => {
    const provider = new Provider(issuer, providerConfiguration(settings, faults, createSigningKey(), cookieKey));
    return { provider, answer: provider.callback(), cookieKey };
  };
  let { provider, answer, cookieKey } = open(randomUUID());

  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    arrivals.set(pathname, (arrivals.get(pathname) ?? 0) + 1);
    if (faults.isAway) return void request.destroy();
    bendCallback(response, faults);
    try {
      if (pathname.startsWith("/sign-in/")) await answerSignIn({ provider, settings, faults }, request, response);
      else await answer(request, response);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      response.writeHead(error instanceof errors.OIDCProviderError ? error.statusCode : 500).end();
    }
  });

  return {
    issuer,
    faults,
    arrivals,
    rotateKeys: () => {
      ({ provider, answer, cookieKey } = open(cookieKey));
    },
    forgetSessions: () => {
      ({ provider, answer, cookieKey } = open(randomUUID()));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Changes what the browser is sent back to the program with, where a test asks for it. */
function bendCallback(response: ServerResponse, { callback }: ProviderFaults): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isReturn = name.toLowerCase() === "location" && typeof value === "string" && value.includes("/callback?");
    if (!isReturn) return setHeader(name, value);
    const address = new URL(value);
    for (const [key, other] of Object.entries(callback)) address.searchParams.set(key, other);
    return setHeader(name, address.href);
  };
}
