import { createHash, X509Certificate } from "node:crypto";
import { request as ask, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { createCertificate } from "../../src-testing/certificate.ts";

/** A company's proxy that wants a name and a password (RFC 9110 §11.7), with its own record of who came. */
export interface CompanyProxy {
  readonly address: string;
  /** What Chromium is started with to take it, for this computer too. */
  readonly args: readonly string[];
  /** The passwords that it was given, in order, each time anew. */
  readonly given: () => readonly string[];
  /** From now on another password is right, and whoever is connected has to connect again. */
  expire(password: string): void;
  close(): void;
}

const asks = { "proxy-authenticate": 'Basic realm="staff"', "content-length": "0" };

export async function startCompanyProxy(name: string, first: string): Promise<CompanyProxy> {
  let right = first;
  const given: string[] = [];
  const tunnels = new Set<Socket>();
  const mayPass = (credentials: string | undefined) => {
    const [user, ...password] = Buffer.from(credentials?.replace(/^Basic /, "") ?? "", "base64")
      .toString()
      .split(":");
    if (credentials !== undefined) given.push(password.join(":"));
    return user === name && password.join(":") === right;
  };
  const server = createServer((request, response) => {
    const { "proxy-authorization": credentials, ...headers } = request.headers;
    if (!mayPass(credentials)) return void response.writeHead(407, asks).end();
    const onward = ask(request.url ?? "", { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.on("connect", ({ url = "", headers }, socket: Socket) => {
    socket.on("error", () => {});
    if (!mayPass(headers["proxy-authorization"])) {
      const head = Object.entries(asks).map(([field, value]) => `${field}: ${value}\r\n`);
      return void socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${head.join("")}\r\n`);
    }
    const beyond = connect(Number(url.split(":").at(-1)), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(beyond).pipe(socket);
    });
    tunnels.add(socket);
    socket.on("close", () => beyond.destroy());
    beyond.on("error", () => socket.destroy());
  });
  const address = `127.0.0.1:${await listen(server)}`;
  const closeTunnels = () => {
    for (const tunnel of tunnels) tunnel.destroy();
    tunnels.clear();
  };
  return {
    address,
    // Chromium would leave every proxy out for this computer.
    args: [`--proxy-server=http://${address}`, "--proxy-bypass-list=<-loopback>"],
    given: () => given,
    expire(password) {
      right = password;
      closeTunnels();
    },
    close() {
      closeTunnels();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The real backend behind TLS, as in a release, and what came to it. */
export interface TlsFront {
  readonly url: string;
  /** Has a development build of the app take its certificate. */
  readonly args: readonly string[];
  /** Of each request: method, path, and the names of its header fields. */
  readonly arrived: () => readonly { readonly call: string; readonly fields: readonly string[] }[];
  close(): void;
}

export async function startTlsFront(backendUrl: string): Promise<TlsFront> {
  const certificate = createCertificate("localhost");
  const arrived: { call: string; fields: string[] }[] = [];
  const server = createTlsServer(certificate, (request, response) => {
    arrived.push({ call: `${request.method} ${request.url}`, fields: Object.keys(request.headers) });
    const { host: _, ...headers } = request.headers;
    const onward = ask(backendUrl + request.url, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: "spki", format: "der" });
  const pin = createHash("sha256").update(key).digest("base64");
  return {
    url: `https://localhost:${await listen(server)}`,
    args: [`--ignore-certificate-errors-spki-list=${pin}`],
    arrived: () => arrived,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return (server.address() as AddressInfo).port;
}
