// Attacker: the network. Way: a warm connection dies unanswered, and Chromium silently sends the POST again.
// Impact: a PIN change, a code or a key arrives twice, and counts as two requests.
// docs/threat-model.md#sent-once
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { askForCode, bindComputer, changePin, expectHeading, signIn } from "../e2e/cardholder.ts";
import { test as base, expect } from "../e2e/fixtures.ts";

interface Front {
  readonly url: string;
  /** From now on requests to paths that end so are read to the end, counted, and their connection is dropped. */
  dropAt(ending: string): void;
  dropped(): number;
}

/** The real backend behind a server that keeps connections alive and can drop them. */
const test = base.extend<{ front: Front }>({
  front: async ({ servers }, use) => {
    let ending: string | null = null;
    let dropped = 0;
    const server = createServer(async (request, response) => {
      const body = await readBody(request);
      if (ending !== null && request.method === "POST" && request.url?.endsWith(ending)) {
        dropped++;
        request.socket.destroy();
        return;
      }
      const { connection: _, host: __, "content-length": ___, ...headers } = request.headers as Record<string, string>;
      const answer = await fetch(servers.backendUrl + request.url, {
        method: request.method ?? "GET",
        headers,
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const type = answer.headers.get("content-type");
      response.writeHead(answer.status, type === null ? {} : { "content-type": type });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    await use({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      dropAt: (path) => {
        ending = path;
      },
      dropped: () => dropped,
    });
    server.closeAllConnections();
    server.close();
  },
});

test("a PIN change whose warm connection is dropped arrives exactly once, and the ledger says that nothing came of it", async ({
  launch,
  front,
  sandbox,
}) => {
  const { page } = await launch({ backendUrl: front.url });
  await bindComputer(page); // its three requests have warmed the connection
  front.dropAt("/pin-changes");
  await changePin(page, "7305");
  await expectHeading(page, "Your PIN was not changed");
  expect(front.dropped()).toBe(1);
  expect(await sandbox.arrivals("pin_update")).toBe(0);
});

test("a code whose warm connection is dropped arrives exactly once", async ({ launch, front }) => {
  const { page } = await launch({ backendUrl: front.url });
  await signIn(page);
  await askForCode(page);
  front.dropAt("/verification");
  await page.getByRole("textbox", { name: "Code from the text message" }).fill("212212");
  await page.getByRole("button", { name: "Link" }).click();
  await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_BACKEND_UNREACHABLE");
  expect(front.dropped()).toBe(1);
});

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
