// The backend is killed while many writes share a COMMIT: nobody was told of what is not on disk.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { runs } from "../long-form.ts";
import { ask, jwe, path, pinChange } from "./backend.ts";
import { at, type BuiltBackend, buildBackend } from "./built-backend.ts";
import { card, device, list, startFakeSolaris } from "./fake-solaris.ts";

const CONNECTIONS = 64;
const people = Array.from({ length: CONNECTIONS }, (_, index) => `person${index}`);

let built: BuiltBackend;
beforeAll(async () => {
  built = await buildBackend();
}, 60_000);
afterAll(() => built.remove());

async function startSolaris() {
  const solaris = await startFakeSolaris();
  onTestFinished(solaris.close);
  for (const one of people) solaris.on("GET", `/v1/accounts/${one}/cards`, list([card(`card-${one}`, one)]));
  solaris.on("GET", "/v1/mfa/devices", ({ query }) => {
    const person = query.get("filter[person_id]") ?? "";
    return list([device(`device-${person}`, person)]);
  });
  return solaris;
}

/** Sends a request on a connection of its own. @returns null if it ends without an answer */
function send(url: string, token: string, body: object): Promise<{ status: number; json: unknown } | null> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return new Promise((resolve) => {
    const sent = request(url, { method: "POST", headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.once("end", () => resolve({ status: response.statusCode ?? 0, json: JSON.parse(text) }));
      response.once("error", () => resolve(null));
    });
    sent.once("error", () => resolve(null)).end(JSON.stringify(body));
  });
}

describe("a backend that is killed among many writes", () => {
  it.each(runs([100], [1, 10, 30, 60, 100, 150, 200, 300, 400, 500, 700, 900]))(
    "after %s answers has told nobody of a change that is not on disk, and repeats none",
    async (answersBeforeKill) => {
      const solaris = await startSolaris();
      const folder = mkdtempSync(join(built.folder, "groups-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const file = join(folder, "backend.db");
      const customers = join(folder, "customers.json");
      writeFileSync(customers, JSON.stringify(people.map((name) => ({ name, person_id: name, accounts: [name] }))));
      const generous = { LIMIT_PIN_CHANGES: "100000/60", LIMIT_REQUESTS: "100000/1", SOLARIS_TIMEOUT_MS: "30000" };
      const environment = { ...at(solaris, { customers }), ...generous, DATABASE_FILE: file };
      const server = await built.serve(environment);
      const tokens = await Promise.all(
        people.map(async (name) => (await ask(server.url + demoRoutes.signIn, "POST", { name })).json.token),
      );

      const sent: string[] = [];
      const answered: string[] = [];
      let isKilled = false;
      const changeOverAndOver = async (person: string, token: string) => {
        while (!isKilled) {
          // Each with a text of its own, by which Solaris' stand-in tells them apart.
          const own = pinChange(`device-${person}`, { encrypted_pin: `${jwe}${sent.length}` });
          sent.push(own.request_id);
          const answer = await send(server.url + path.pinChanges(`card-${person}`), token, own);
          if (answer === null) return;
          expect(answer).toEqual({ status: 200, json: { outcome: "changed" } });
          answered.push(own.request_id);
          if (answered.length >= answersBeforeKill && !isKilled) {
            isKilled = true;
            server.child.kill("SIGKILL");
          }
        }
      };
      await Promise.all(people.map((person, index) => changeOverAndOver(person, tokens[index])));
      await server.closed;

      const database = new DatabaseSync(file, { readOnly: true });
      const states = new Map(
        database
          .prepare("select request_id, state from pin_change")
          .all()
          .map(({ request_id, state }) => [String(request_id), String(state)]),
      );
      database.close();
      expect(answered.length).toBeGreaterThanOrEqual(answersBeforeKill);
      expect(answered.filter((id) => states.get(id) !== "changed")).toEqual([]);
      // Solaris was asked for nothing before it was written down, and for nothing twice.
      const asked = solaris.asked("POST", "/pin_update_requests").map(({ json }) => json.encrypted_pin);
      expect(new Set(asked).size).toBe(asked.length);
      const started = [...states.values()].filter((state) => state === "started" || state === "changed");
      expect(asked.length).toBeLessThanOrEqual(started.length);
    },
    120_000,
  );
});
