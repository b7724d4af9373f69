import type { ProtocolResponse, session } from "electron";
import { expect, it } from "vitest";
import { listWindowFiles, serveWindow, type WindowFiles } from "../../../src-main/shell/app-protocol.ts";
import { FakeSession } from "../../security/fake-electron.ts";

type Answer = (request: object, reply: (answer: ProtocolResponse) => void) => void;

function serve(files: Promise<WindowFiles>, isReady: Promise<unknown>) {
  let answer: Answer = () => expect.fail("nothing is served");
  const opened = Object.assign(new FakeSession(), {
    protocol: {
      registerBufferProtocol: (_scheme: string, given: Answer) => {
        answer = given;
      },
    },
  });
  const sessions = { fromPartition: () => opened, defaultSession: opened } as unknown as typeof session;
  serveWindow(sessions, files, isReady);
  return () => new Promise<ProtocolResponse>((reply) => answer({ method: "GET", url: "app://pin/index.html" }, reply));
}

const at = (file: string): WindowFiles => new Map([["/index.html", { type: "text/html", file }]]);
const page = at(import.meta.filename);

it("serves the page only once main can answer it, and not by itself then", async () => {
  let opens = () => {};
  const ask = serve(
    Promise.resolve(page),
    new Promise<void>((resolve) => {
      opens = resolve;
    }),
  );
  let isServed = false;
  const served = ask().then((response) => {
    isServed = true;
    return response;
  });
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
  expect(isServed).toBe(false);
  opens();
  expect((await served).statusCode).toBe(200);
  expect((await ask()).statusCode).toBe(200);
});

it.each([
  ["the files cannot be listed", () => listWindowFiles("/nowhere"), async () => {}],
  ["a file cannot be read", async () => at("/nowhere"), async () => {}],
  ["main cannot answer", async () => page, () => Promise.reject(new Error("no core"))],
])("fails each request, and does not throw, where %s", async (_where, list, isReady) => {
  const ask = serve(list(), isReady());
  for (let again = 0; again < 2; again++) expect(await ask()).toEqual({ error: -2 });
});
