import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { exchange } from "../../src-backend/solaris/exchange.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { createCertificate } from "../../src-testing/certificate.ts";
import { path, pinChange, setUpAda } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";

// A name that only the proxy of these tests leads anywhere: what does not go through it, does not arrive.
const name = "solaris.test";
const certificate = createCertificate(name);
const untrusted = createCertificate(name);
const authorities = getCACertificates("default");
beforeAll(() => setDefaultCACertificates([...authorities, certificate.cert]));
afterAll(() => setDefaultCACertificates(authorities));

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** TLS in front of a server on this computer, whose port is answered. `arrived` has what was said within TLS. */
async function startTls(behind: number, { key, cert } = certificate) {
  let arrived = "";
  const server = createTlsServer({ key, cert }, (socket) => {
    const server = connect(behind, "127.0.0.1");
    socket.on("data", (chunk) => {
      arrived += chunk;
    });
    socket
      .on("error", () => server.destroy())
      .pipe(server)
      .on("error", () => socket.destroy())
      .pipe(socket);
  });
  server.on("tlsClientError", () => {});
  return { port: await listening(server), arrived: () => arrived };
}

type Answer = (socket: Socket, request: IncomingMessage) => void;
const lead: Answer = (socket, { url = "" }) => {
  const beyond = connect(Number(url.split(":").at(-1)), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\nvia: 1.1 proxy\r\n\r\n");
    socket.pipe(beyond).pipe(socket);
  });
  // What is no longer led anywhere is still read, or its end would go unseen.
  beyond.on("error", () => socket.destroy()).on("close", () => socket.resume());
  socket.on("error", () => beyond.destroy()).on("close", () => beyond.destroy());
};

/** A proxy, and what it was asked: each time the method, the place, and who asks. */
async function startProxy(answer: Answer = lead) {
  const asked: string[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(501).end();
  });
  server.on("connect", (request, socket) => {
    asked.push([request.method, request.url, request.headers.host, request.headers["proxy-authorization"]].join(" "));
    open += 1;
    socket
      .on("error", () => {})
      .on("close", () => {
        open -= 1;
      });
    answer(socket as Socket, request);
    // It hangs up on who has hung up.
    socket.on("end", () => socket.end()).resume();
  });
  return { host: "127.0.0.1", port: await listening(server), asked, open: () => open };
}

describe("the way to Solaris through a proxy", () => {
  it("is taken by the token and by every call, in TLS with Solaris itself, and its password is in no log", async () => {
    const { solaris: behind } = await setUpAda();
    const tls = await startTls(Number(new URL(behind.url).port));
    const proxy = await startProxy();
    const authorization = `Basic ${btoa("us er:marked-p:ssword")}`;
    const { ada, logged } = await setUpAda({
      solaris: {
        apiUrl: `https://${name}:${tls.port}`,
        authUrl: `https://${name}:${tls.port}/oauth2/token`,
        proxy: { host: proxy.host, port: proxy.port, authorization },
      },
    });
    expect((await ada("GET", routes.cards)).json.cards).toHaveLength(1);
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).json).toEqual({ outcome: "changed" });
    const place = `${name}:${tls.port}`;
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${place} ${place} ${authorization}`]));
    // One for the token, one for the change, and those that are kept for reading.
    expect(behind.all.map(({ method }) => method).sort()).toEqual(["GET", "GET", "GET", "POST", "POST"]);
    expect(proxy.asked.length).toBeLessThanOrEqual(behind.all.length);
    expect(tls.arrived()).toContain("POST /oauth2/token HTTP/1.1");
    expect(tls.arrived()).not.toContain(authorization);
    // Those of token and change are closed; each read may have its own, as they rest (kept-connections.ts).
    const reads = behind.all.filter(({ method }) => method === "GET").length;
    await expect.poll(proxy.open).toBeLessThanOrEqual(reads);
    expect(logged()).not.toMatch(/marked|dXMgZXI6/);
  });

  it("is not taken to this computer, nor where none is set, whatever HTTPS_PROXY says", async () => {
    const proxy = await startProxy();
    const before = process.env.HTTPS_PROXY;
    process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
    onTestFinished(() => {
      if (before === undefined) delete process.env.HTTPS_PROXY;
      else process.env.HTTPS_PROXY = before;
    });
    const { ada } = await setUpAda({ solaris: { proxy } });
    expect((await ada("GET", routes.cards)).status).toBe(200);
    const signal = AbortSignal.timeout(5000);
    const request = { method: "GET", headers: {}, maxBytes: 100 } as const;
    await expect(exchange({ ...request, url: new URL("https://localhost:1/") }, signal, proxy)).rejects.toThrow();
    await expect(exchange({ ...request, url: new URL(`https://${name}:1/`) }, signal)).rejects.toThrow();
    expect(proxy.asked).toEqual([]);
  });

  const say = (head: string, body = "<h1>MARKED</h1>"): Answer => {
    return (socket) => socket.end(`HTTP/1.1 ${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  };
  it.each<[string, Answer, string]>([
    ["asks for a password", say("407 Proxy Authentication Required\r\nproxy-authenticate: Basic"), "proxy"],
    ["does not let it through", say("403 Forbidden\r\ncontent-type: text/html"), "proxy"],
    ["cannot reach it", say("502 Bad Gateway\r\ncontent-type: text/html"), "proxy"],
    ["leads elsewhere", say("302 Found\r\nlocation: http://portal.example/"), "proxy"],
    ["says nothing and hangs up", (socket) => void socket.destroy(), "proxy"],
    ["says what is not HTTP", (socket) => void socket.end("MARKED\r\n\r\n"), "proxy"],
    ["says yes with a page", say("200 OK\r\ncontent-type: text/html"), "proxy"],
    ["says yes and hangs up", (socket) => void socket.end("HTTP/1.1 200 OK\r\n\r\n"), "connect"],
    ["says nothing", () => {}, "timeout"],
    ["says yes and then nothing", (socket) => void socket.write("HTTP/1.1 200 OK\r\n\r\n"), "timeout"],
    [
      "leads to somebody else",
      (socket, request) => {
        request.url = `${name}:${impostor}`;
        lead(socket, request);
      },
      "connect",
    ],
  ])("sends nothing where the proxy %s", async (_name, answer, reason) => {
    const behind = await listening(createTcpServer());
    const tls = await startTls(behind);
    const other = await startTls(behind, untrusted);
    impostor = other.port;
    const proxy = await startProxy(answer);
    const failure = await exchange(
      { method: "POST", url: new URL(`https://${name}:${tls.port}/`), headers: {}, body: "{}", maxBytes: 100 },
      // Long enough for all but those that say nothing.
      AbortSignal.timeout(reason === "timeout" ? 300 : 5000),
      proxy,
    ).catch((error) => error);
    expect(failure).toMatchObject({ name: "ExchangeFailed", sent: false, reason });
    expect(proxy.asked).toHaveLength(1);
    expect([tls.arrived(), other.arrived()]).toEqual(["", ""]);
    await expect.poll(proxy.open).toBe(0);
  });
  let impostor = 0;

  it("that cannot be reached is Solaris being unavailable, and the PIN is as before", async () => {
    const { ada, logged } = await setUpAda({
      solaris: { apiUrl: `https://${name}`, authUrl: `https://${name}/`, proxy: { host: "127.0.0.1", port: 1 } },
    });
    const body = pinChange(deviceId);
    expect((await ada("POST", path.pinChanges(cardId), body)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect((await ada("POST", path.settlement(body.request_id))).json).toMatchObject({
      state: "refused",
      problem: "ERR_SOLARIS_UNAVAILABLE",
    });
    expect(logged()).toContain('"event":"solaris_call_failed","operation":"token","sent":false,"reason":"proxy"');
  });
});
