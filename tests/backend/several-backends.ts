// Several backends on one database, as a bank runs them: each with its own clock, pool and memory.
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import type { Config } from "../../src-backend/config.ts";
import type { DatabaseConfig } from "../../src-backend/database/database-config.ts";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger, type Ledger } from "../../src-backend/pin-changes/ledger.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { type Ask, ask, demoCustomers } from "./backend.ts";
import { expectDescribed } from "./described-answers.ts";
import { startFakeSolaris } from "./fake-solaris.ts";
import { usual } from "./usual-config.ts";

interface Options {
  readonly database: DatabaseConfig;
  /** What each one has in its configuration; one backend for each. */
  readonly configs?: readonly Partial<Config>[];
  /** In milliseconds: how far each one's clock is ahead. */
  readonly ahead?: readonly number[];
}

/** One of several backends. */
export interface Instance {
  readonly url: string;
  readonly ada: Ask;
  readonly logged: () => string;
  /** From now on it writes nothing more into the ledger, as if it had been killed. */
  readonly die: () => void;
}

const three: readonly Partial<Config>[] = [{}, {}, {}];

/** Starts backends on one database with their Solaris, and Ada signed in at all of them, for the running test only. */
export async function setUpInstances({ database, configs = three, ahead = [] }: Options) {
  const solaris = await startFakeSolaris();
  let time = 1_800_000_000_000;
  const start = async (config: Partial<Config>, index: number) => {
    const logTo = new PassThrough();
    let logged = "";
    logTo.on("data", (chunk) => {
      logged += chunk;
    });
    let isDead = false;
    const openLedger = (opened: Database): Ledger => {
      const ledger = createLedger(opened);
      return { ...ledger, replace: async (read, by) => (isDead ? false : ledger.replace(read, by)) };
    };
    const backend = await startBackend(
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
        },
        ...usual,
        demoCustomers,
        database,
        ...config,
      },
      { logTo, openLedger, now: () => time + (ahead[index] ?? 0), monotonic: () => time },
    );
    const die = () => {
      isDead = true;
    };
    return { url: backend.url, close: backend.close, logged: () => logged, die };
  };
  const backends = await Promise.all(configs.map(start));
  onTestFinished(async () => {
    await solaris.close();
    await Promise.all(backends.map(({ close }) => close()));
  });
  // A name is known to each secret by other ids, and a token is of one of them.
  const signIn = async (url: string): Promise<string> =>
    (await ask(url + demoRoutes.signIn, "POST", { name: "Ada" })).json.token;
  const shared = await signIn(backends[0]?.url ?? "");
  const askAt =
    (url: string, token: string): Ask =>
    async (method, path, body) => {
      const answer = await ask(url + path, method, body, { authorization: `Bearer ${token}` });
      await expectDescribed(method, path, answer);
      return answer;
    };
  const instances: Instance[] = [];
  for (const [index, backend] of backends.entries()) {
    const hasOwnIds = configs[index]?.rowSecrets !== undefined;
    instances.push({ ...backend, ada: askAt(backend.url, hasOwnIds ? await signIn(backend.url) : shared) });
  }
  const [first, second, third = first] = instances;
  if (first === undefined || second === undefined || third === undefined) throw new Error("fewer than two instances");
  return {
    solaris,
    instances,
    first,
    second,
    third,
    /** Lets time pass for all of them. */
    advance: (ms: number) => {
      time += ms;
    },
    /** The same for each of them, at once. */
    toAll: <T>(send: (ada: Ask) => Promise<T>): Promise<T[]> => Promise.all(instances.map(({ ada }) => send(ada))),
  };
}
