import { randomUUID } from "node:crypto";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import type { Config, SolarisConfig } from "../../src-backend/config.ts";
import { type BackendOptions, startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { type Answer, expectDescribed } from "./described-answers.ts";
import {
  accountId,
  type FakeSolaris,
  otherAccountId,
  otherPersonId,
  personId,
  startFakeSolaris,
} from "./fake-solaris.ts";
import { passingDatabase } from "./own-database.ts";
import { usual } from "./usual-config.ts";

export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

export const demoCustomers = [
  { name: "Ada", person_id: personId, accounts: [accountId] },
  { name: "Bob", person_id: otherPersonId, accounts: [otherAccountId] },
];
export const signature = "3045022100bdbebd8ba5e4ea23a4ab3d852cbf0968";
export const publicKey =
  "04a346c447bac867d15a0a0f555eece87b416ba6f917df1e39f1cba7515757b4da9eaf5f1604f7e47f1948af3b34ed2735aa565cfd97d5361e12b3b8603bdad73c";
export const jwe = "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a2V5.aXY.Y2lwaGVydGV4dA.dGFn";

export async function ask(url: string, method: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

type Options = {
  config?: Partial<Config>;
  solaris?: Partial<SolarisConfig>;
} & Pick<BackendOptions, "openLedger" | "patience">;

/** Starts a backend of our own with its Solaris, both for the running test only. */
export async function setUp({ config, solaris: solarisConfig, ...backendOptions }: Options = {}) {
  const solaris: FakeSolaris = await startFakeSolaris();
  const logTo = new PassThrough();
  let logged = "";
  logTo.on("data", (chunk) => {
    logged += chunk;
  });
  let time = 1_800_000_000_000;
  // By how much the computer's clock was put forward or back.
  let jumped = 0;
  const database = config?.database ?? (await passingDatabase());
  const start = (anew: Partial<Config> = {}) =>
    startBackend(
      {
        host: "127.0.0.1",
        port: 0,
        logLevel: "trace",
        solaris: {
          apiUrl: solaris.url,
          authUrl: `${solaris.url}/oauth2/token`,
          clientId: "client",
          clientSecret: "client-secret",
          timeoutMs: 5000,
          ...solarisConfig,
        },
        ...usual,
        demoCustomers,
        ...config,
        database,
        ...anew,
      },
      { logTo, now: () => time + jumped, monotonic: () => time, ...backendOptions },
    );
  let backend = await start();
  onTestFinished(async () => {
    // First Solaris, or a request that waits for it would hold the backend open.
    await solaris.close();
    await backend.close();
  });

  const getToken = async (name: string): Promise<string> =>
    (await ask(`${backend.url}${demoRoutes.signIn}`, "POST", { name })).json.token;
  const askWith =
    (token: string): Ask =>
    async (method, path, body) => {
      const answer = await ask(backend.url + path, method, body, { authorization: `Bearer ${token}` });
      await expectDescribed(method, path, answer);
      return answer;
    };
  return {
    solaris,
    get url() {
      return backend.url;
    },
    metricsUrl: () => backend.metricsUrl,
    /** What Prometheus would get, of a backend whose configuration has metrics. */
    scrape: () => ask(backend.metricsUrl ?? "", "GET"),
    getToken,
    askWith,
    signIn: async (name: string): Promise<Ask> => askWith(await getToken(name)),
    /** Ends the backend and starts another one; what is signed in asks that one from then on. */
    restart: async (anew?: Partial<Config>) => {
      await backend.close();
      backend = await start(anew);
    },
    /** Lets time pass. */
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
    /** Puts the computer's clock forward, or back, while no time passes. */
    jump: (seconds: number) => {
      jumped += seconds * 1000;
    },
    logged: () => logged,
  };
}

/** The same, with Ada signed in. */
export async function setUpAda(options: Options = {}) {
  const all = await setUp(options);
  const token = await all.getToken("Ada");
  return { ...all, token, ada: all.askWith(token) };
}

export const path = {
  pinKey: (card: string) => `/v1/cards/${card}/pin-key`,
  pinChanges: (card: string) => `/v1/cards/${card}/pin-changes`,
  device: (device: string) => `/v1/devices/${device}`,
  verification: (device: string) => `/v1/devices/${device}/verification`,
  keys: (device: string) => `/v1/devices/${device}/keys`,
  letter: (letter: string) => `/v1/activation-letters/${letter}`,
  consent: (consent: string) => `/v1/device-consents/${consent}`,
  changeRequests: (card: string) => `/v1/cards/${card}/pin-change-requests`,
  authorization: (request: string) => `/v1/pin-changes/${request}/authorization`,
  confirmation: (request: string) => `/v1/pin-changes/${request}/confirmation`,
  settlement: (request: string) => `/v1/pin-changes/${request}/settlement`,
};

export function pinChange(deviceId: string, more: object = {}) {
  const identification = { request_id: randomUUID(), attempt: 1 };
  return { ...identification, device_id: deviceId, encrypted_pin: jwe, key_id: "0dce6f4d", signature, ...more };
}

/** The beginning of a change by change request. */
export function changeRequest(route: "sms" | "device_signing", more: object = {}) {
  return { request_id: randomUUID(), attempt: 1, encrypted_pin: jwe, key_id: "0dce6f4d", route, ...more };
}

export const device = (more: object = {}) => {
  return { name: "PC", key: publicKey, protection_level: "keychain_passcode", ...more };
};
