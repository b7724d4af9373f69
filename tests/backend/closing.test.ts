import { expect, it } from "vitest";
import { path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId, type Said } from "./fake-solaris.ts";
import { update } from "./pin-change-steps.ts";

// A caller that keeps its connection must not keep the server: what stops a server waits ten seconds, and then kills it.
it("ends with the answer to what is under way, though its caller keeps the connection", async () => {
  const { ada, solaris, restart } = await setUpAda();
  let answer = (_said: Said) => {};
  const said = new Promise<Said>((resolve) => {
    answer = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    solaris.on("POST", update, () => {
      resolve();
      return said;
    });
  });
  const changing = ada("POST", path.pinChanges(cardId), pinChange(deviceId));
  await reached;
  const restarted = restart(); // begins to close at once
  answer({ json: {} });
  expect((await changing).status).toBe(200);
  await restarted;
});
