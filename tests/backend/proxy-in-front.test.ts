// A proxy in front of the instances asks each whether it runs, and resets connections that it needs no more
// (docs/postgresql.md#what-stands-in-front-of-the-instances): neither may look like trouble, or hide it.
import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, setUp } from "./backend.ts";
import { callRaw } from "./raw-caller.ts";

it("a connection that is reset after its answer is no unreadable request in the log", async () => {
  const { url, logged } = await setUp();
  const { socket, said } = await callRaw(url);
  socket.write(`GET ${routes.policy} HTTP/1.1\r\nhost: a\r\n\r\n`);
  await expect.poll(said).toContain("ERR_NOT_SIGNED_IN");
  socket.resetAndDestroy();
  // What is no HTTP comes later on, and is in the log.
  const other = await callRaw(url);
  other.socket.write("nonsense\r\n\r\n");
  await other.closed;
  expect(logged().split("request_unreadable")).toHaveLength(2);
});

it("that an instance runs is in the log from debug on, and all else as ever", async () => {
  const { url, logged } = await setUp({ config: { logLevel: "info" } });
  expect((await ask(url + routes.health, "GET")).status).toBe(200);
  await ask(url + routes.policy, "GET");
  await expect.poll(logged).toContain("get_policy");
  expect(logged()).not.toContain("get_health");
});
