import { onTestFinished } from "vitest";
import type { Config } from "../../src-backend/config.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { pinKey } from "../sandbox/partner.ts";
import { type Ask, ask } from "./backend.ts";
import { passingDatabase } from "./own-database.ts";
import { usual } from "./usual-config.ts";

/** Starts a sandbox and a backend of its own for it, for the running test only. */
export async function startBoth(config: Partial<Config> = {}) {
  const sandbox = await startSandbox({ pinKey: await pinKey });
  const demoCustomers = (await ask(`${sandbox.url}/sandbox/customers`, "GET")).json;
  const backend = await startBackend({
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: sandbox.url,
      authUrl: `${sandbox.url}/oauth2/token`,
      clientId: "cardbound-demo",
      clientSecret: "cardbound-demo-secret",
      timeoutMs: 5000,
    },
    ...usual,
    ...config,
    database: await passingDatabase(),
    demoCustomers,
  });
  onTestFinished(async () => {
    await sandbox.close();
    await backend.close();
  });
  const getToken = async (name: string): Promise<string> =>
    (await ask(backend.url + demoRoutes.signIn, "POST", { name })).json.token;
  const signIn = async (name: string): Promise<Ask> => {
    const authorization = `Bearer ${await getToken(name)}`;
    return (method, to, body) => ask(backend.url + to, method, body, { authorization });
  };
  const control: Ask = (method, to, body) => ask(`${sandbox.url}/sandbox/${to}`, method, body);
  const newestCode = async (): Promise<string> => (await control("GET", "inbox")).json.messages.at(-1).code;
  return { url: backend.url, getToken, signIn, control, newestCode };
}
