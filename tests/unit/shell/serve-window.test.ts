import type { ProtocolResponse, session } from "electron";
import { expect, it } from "vitest";
import type { Language } from "../../../src-contract/rules/languages.ts";
import { answerFrom, listWindowFiles, serveWindow, type WindowFiles } from "../../../src-main/shell/app-protocol.ts";
import { FakeSession } from "../../security/fake-electron.ts";

type Answer = (request: object, reply: (answer: ProtocolResponse) => void) => void;

function serve(files: Promise<WindowFiles>, isReady: Promise<Language>) {
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

const at = (file: string): WindowFiles =>
  new Map(
    ["/index.html", "/assets/de-AAAAAAAA.js", "/assets/de-panels-AAAAAAAA.js", "/assets/en-BBBBBBBB.js"].map((name) => [
      name,
      { type: "text/html", file },
    ]),
  );
const page = at(import.meta.filename);

it("serves the page only once main can answer it, and not by itself then", async () => {
  let opens = () => {};
  const ask = serve(
    Promise.resolve(page),
    new Promise<Language>((resolve) => {
      opens = () => resolve("en");
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
  ["the files cannot be listed", () => listWindowFiles("/nowhere"), async () => "en" as const],
  ["a file cannot be read", async () => at("/nowhere"), async () => "en" as const],
  ["main cannot answer", async () => page, () => Promise.reject(new Error("no core"))],
])("fails each request, and does not throw, where %s", async (_where, list, isReady) => {
  const ask = serve(list(), isReady());
  for (let again = 0; again < 2; again++) expect(await ask()).toEqual({ error: -2 });
});

it("names with the page, and with nothing else, the words of its language", async () => {
  const answer = answerFrom(page, "de");
  const headersOf = async (name: string) => (await answer(new Request(`app://pin/${name}`))).headers;
  expect(await headersOf("index.html")).toMatchObject({ link: "</assets/de-AAAAAAAA.js>; rel=modulepreload" });
  expect(await headersOf("assets/en-BBBBBBBB.js")).not.toHaveProperty("link");
});

it("serves a page without them where there is none, as in a damaged program", async () => {
  const { statusCode, headers } = await answerFrom(page, "fr")(new Request("app://pin/index.html"));
  expect([statusCode, headers]).toEqual([200, expect.not.objectContaining({ link: expect.anything() })]);
});
