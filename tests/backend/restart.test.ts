import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { device, path, setUpAda, signature } from "./backend.ts";
import { databaseFile, ownDatabase } from "./own-database.ts";

it("who is signed in stays so over a restart, until the sign-in ends", async () => {
  const { ada, advance, restart } = await setUpAda({ config: { database: await ownDatabase() } });
  await restart();
  expect((await ada("GET", routes.me)).json.name).toBe("Ada");
  advance(8 * 3600);
  await restart();
  expect((await ada("GET", routes.me)).status).toBe(401);
});

it("who is no longer a customer is not signed in by an old token", async () => {
  const { ada, restart } = await setUpAda({ config: { database: await ownDatabase() } });
  await restart({ demoCustomers: [{ name: "Ada", person_id: "another", accounts: [] }] });
  expect((await ada("GET", routes.me)).status).toBe(401);
});

it("a code that was sent before a restart is taken after it", async () => {
  const { ada, solaris, restart } = await setUpAda({ config: { database: await ownDatabase() } });
  await ada("POST", routes.devices, device());
  await restart();
  const verification = { challenge_id: "challenge1", signature };
  expect((await ada("POST", path.verification("newdevice"), verification)).status).toBe(204);
  await restart();
  expect((await ada("POST", path.verification("newdevice"), verification)).json.code).toBe("ERR_CODE_EXPIRED");
  expect(solaris.asked("PUT", "/challenge1")).toHaveLength(1);
});

it.skipIf(process.platform === "win32")("the database is readable by its owner alone", async () => {
  const file = databaseFile();
  await setUpAda({ config: { database: { kind: "sqlite", file } } });
  for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
});
