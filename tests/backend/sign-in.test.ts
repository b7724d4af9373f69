import { renameSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Config } from "../../src-backend/config.ts";
import { customerIdOf } from "../../src-backend/sign-in/customer-ids.ts";
import { createDemoSignIn } from "../../src-backend/sign-in/demo-session.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { ask, demoCustomers, setUp, setUpAda } from "./backend.ts";
import { customerRoutes } from "./customer-routes.ts";
import { personId } from "./fake-solaris.ts";
import { databaseFile, openOwnDatabase } from "./own-database.ts";
import { exhaustible } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

describe("sign-in", () => {
  it("tells who the customer is, without Solaris' person id", async () => {
    const { ada } = await setUpAda();
    const { status, json, text } = await ada("GET", routes.me);
    expect(status).toBe(200);
    expect(json).toEqual({ customer_id: customerIdOf(personId), name: "Ada", sign_in_again: null });
    expect(json.customer_id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(text).not.toContain(personId);
  });

  it.each(customerRoutes)(
    "is asked for by %s %s, before anything is read or asked of Solaris",
    async (method, route) => {
      const { url, solaris } = await setUp();
      const body = method === "POST" ? "{" : undefined;
      for (const authorization of [undefined, "Bearer nobody", "Basic YTpi", "Bearer ", `Bearer ${"a".repeat(9000)}`]) {
        const answer = await ask(url + route, method, body, authorization === undefined ? {} : { authorization });
        expect(answer.status).toBe(401);
        expect(answer.json.code).toBe("ERR_NOT_SIGNED_IN");
        expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      }
      expect(solaris.all).toEqual([]);
    },
  );

  it("without demonstration customers has no demonstration routes and lets nobody in", async () => {
    const { url, close } = await withoutDemo();
    expect((await ask(url + demoRoutes.customers, "GET")).json.code).toBe("ERR_OPERATION_UNKNOWN");
    expect((await ask(url + demoRoutes.signIn, "POST", { name: "Ada" })).json.code).toBe("ERR_OPERATION_UNKNOWN");
    const anyToken = { authorization: `Bearer ${"a".repeat(43)}` };
    expect((await ask(url + routes.me, "GET", undefined, anyToken)).status).toBe(401);
    expect(Object.keys((await ask(url + routes.openapi, "GET")).json.paths)).not.toContain(demoRoutes.signIn);
    await close();
  });

  it("for demonstrations lists the names and knows no others", async () => {
    const { url } = await setUp();
    expect((await ask(url + demoRoutes.customers, "GET")).json).toEqual({
      customers: [{ name: "Ada" }, { name: "Bob" }],
    });
    expect((await ask(url + demoRoutes.signIn, "POST", { name: "Eve" })).json.code).toBe("ERR_NOT_FOUND");
    expect((await ask(url + demoRoutes.signIn, "POST", { name: "__proto__" })).json.code).toBe("ERR_NOT_FOUND");
  });

  it("for demonstrations answers no host name that somebody has pointed at this computer", async () => {
    const { url } = await setUp();
    const status = await new Promise((resolve, reject) => {
      const sent = rawRequest(url + demoRoutes.customers, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      sent.end();
    });
    expect(status).toBe(404);
  });

  it("ends after eight hours", async () => {
    const { ada, advance } = await setUpAda();
    advance(8 * 3600 - 1);
    expect((await ada("GET", routes.me)).status).toBe(200);
    advance(1);
    expect((await ada("GET", routes.me)).status).toBe(401);
  });

  it("gives each sign-in a token of its own, and keeps a thousand at most", async () => {
    let time = 0;
    const database = await openOwnDatabase();
    const now = () => {
      time += 1;
      return time;
    };
    const demo = createDemoSignIn(demoCustomers, database, now, undefined);
    const tokens: string[] = [];
    for (let count = 0; count < 1001; count += 1) tokens.push((await demo.signIn("Ada"))?.token ?? "");
    expect(new Set(tokens).size).toBe(1001);
    expect(tokens[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const authenticate = (authorization: string) => demo.authenticate({ authorization: [authorization] });
    await expect(authenticate(`Bearer ${tokens[0]}`)).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect((await authenticate(`bearer ${tokens[1000]}`)).customer.name).toBe("Ada");
  });
});

describe("demonstration sign-in", () => {
  const signInAs = (url: string) => ask(url + demoRoutes.signIn, "POST", { name: "Ada" });

  it.each([
    ["full", "makeFull"],
    ["read_only", "makeReadOnly"],
  ] as const)(
    "is not done while the database is %s, which is said, and who was signed in stays so",
    async (reason, exhaust) => {
      const { openLedger, makeUsable, ...exhausts } = exhaustible();
      const { url, ada, logged } = await setUpAda({ openLedger });
      await exhausts[exhaust]();
      const { status, json } = await signInAs(url);
      expect([status, json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
      expect(logged()).toContain(`"event":"database_failed","use":"request","reason":"${reason}"`);
      expect((await ada("GET", routes.me)).status).toBe(200);
      await makeUsable();
      expect((await signInAs(url)).status).toBe(200);
    },
  );

  it("is not done while another process writes to the database, which is said, and is done afterwards", async () => {
    const file = databaseFile();
    const { url, ada, logged } = await setUpAda({ config: { database: { kind: "sqlite", file } } });
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec("BEGIN IMMEDIATE");
    const { status, json } = await signInAs(url);
    expect([status, json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
    expect(logged()).toContain('"event":"database_failed","use":"request","reason":"busy"');
    expect((await ada("GET", routes.me)).status).toBe(200);
    other.exec("ROLLBACK");
    expect((await signInAs(url)).status).toBe(200);
  });

  // Windows renames no file that is open.
  it.skipIf(process.platform === "win32")(
    "that cannot be looked up has not ended: nobody is told to sign in again",
    async () => {
      const file = databaseFile();
      const { ada, logged } = await setUpAda({ config: { database: { kind: "sqlite", file } } });
      renameSync(file, `${file}-away`);
      const { status, json } = await ada("GET", routes.me);
      expect([status, json.code]).toEqual([503, "ERR_NOT_RECORDED"]);
      expect(logged()).toContain('"event":"database_failed","use":"request"');
      renameSync(`${file}-away`, file);
      expect((await ada("GET", routes.me)).status).toBe(200);
    },
  );
});

function withoutDemo() {
  const config: Config = {
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: "http://127.0.0.1:1",
      authUrl: "http://127.0.0.1:1",
      clientId: "c",
      clientSecret: "s",
      timeoutMs: 500,
    },
    ...usual,
  };
  return startBackend(config);
}
