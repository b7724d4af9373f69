import type { session } from "electron";
import { expect, it } from "vitest";
import { readWindowFiles, serveWindow, type WindowFiles } from "../../../src-main/shell/app-protocol.ts";
import { FakeSession } from "../../security/fake-electron.ts";

type Answer = (request: Request) => Promise<Response>;

function serve(files: Promise<WindowFiles>, isReady: Promise<unknown>) {
  let answer: Answer = () => expect.fail("nothing is served");
  const opened = Object.assign(new FakeSession(), {
    protocol: {
      handle: (_scheme: string, given: Answer) => {
        answer = given;
      },
    },
  });
  const sessions = { fromPartition: () => opened, defaultSession: opened } as unknown as typeof session;
  serveWindow(sessions, files, isReady);
  return () => answer(new Request("app://pin/index.html"));
}

const page: WindowFiles = new Map([["/index.html", { type: "text/html", bytes: new Uint8Array([1]) }]]);

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
  expect((await served).status).toBe(200);
  expect((await ask()).status).toBe(200);
});

it("serves nothing where the files cannot be read, or main cannot answer", async () => {
  await expect(serve(readWindowFiles("/nowhere"), Promise.resolve())()).rejects.toThrow("ENOENT");
  await expect(serve(Promise.resolve(page), Promise.reject(new Error("no core")))()).rejects.toThrow("no core");
});
