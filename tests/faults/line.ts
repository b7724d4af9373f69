import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";

/** A request that the app has sent over the line: enough to send it again. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/**
 * What happens to one request. `drop_before`: it does not reach the backend. `drop_after`: it does, and its answer is lost.
 * `late`: its answer waits for `mend`. `cut_after`: it is answered, and from then on connections are refused.
 */
export type LineFault = "drop_before" | "drop_after" | "late" | "cut_after";

/** The line between the app and its backend: it forwards each request, records those that change something, and can fail. */
export interface Line {
  readonly url: string;
  readonly sent: Sent[];
  /** Plans a fault for the next request whose method and path end with `ending`. Resolves when it has struck. */
  fail(ending: string, what: LineFault): Promise<void>;
  /** Resolves when such a request has been sent, and nothing is on the way any more: for what the app does by itself. */
  quietAfter(ending: string): Promise<void>;
  /** Ends all faults: what waits is answered, and connections are accepted again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

interface Plan {
  readonly ending: string;
  readonly what: LineFault;
  readonly struck: () => void;
}

/** Opens a line on a free port. @param target the backend's address, asked for each request */
export async function openLine(target: () => string): Promise<Line> {
  const sent: Sent[] = [];
  const plans: Plan[] = [];
  let waiting: (() => void)[] = [];
  let onTheWay = 0;

  const server = createServer(async (request, response) => {
    onTheWay++;
    response.once("close", () => onTheWay--);
    response.shouldKeepAlive = false; // so that no request meets a connection that is just closing
    const body = await readAll(request).catch(() => null);
    if (body === null) return; // the app has gone
    const { method = "GET", url = "/", headers } = request;
    if (method !== "GET") sent.push({ method, path: url, authorization: headers.authorization, body: body.toString() });
    const index = plans.findIndex(({ ending }) => `${method} ${url}`.endsWith(ending));
    const [plan] = index < 0 ? [] : plans.splice(index, 1);
    if (plan?.what === "drop_before") return drop(request, plan);
    const answer = await pass(target(), request, body);
    if (answer === null || plan?.what === "drop_after") return drop(request, plan);
    if (plan?.what === "late") {
      plan.struck();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    if (plan?.what === "cut_after") {
      plan.struck();
      server.close(); // what is being answered still is
    }
    reply(response, answer);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const mend = async () => {
    plans.length = 0;
    for (const go of waiting) go();
    waiting = [];
    if (!server.listening) await listen(port);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    fail: (ending, what) => new Promise((resolve) => plans.push({ ending, what, struck: resolve })),
    quietAfter: async (ending) => {
      const wasSent = () => sent.some(({ method, path }) => `${method} ${path}`.endsWith(ending));
      for (let looks = 0; !wasSent() || onTheWay > 0; looks++) {
        if (looks === 1000) throw new Error(`nothing was sent to ${ending}, or something never ends`);
        await setTimeout(5);
      }
    },
    mend,
    close: async () => {
      await mend();
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Forwards a request on a connection of its own. Null if no answer came. */
function pass(target: string, request: IncomingMessage, body: Buffer): Promise<Answer | null> {
  const { connection: _, host: __, "content-length": ___, ...headers } = request.headers;
  return new Promise((resolve) => {
    const outgoing = httpRequest(target + request.url, {
      method: request.method ?? "GET",
      agent: false,
      headers: { ...headers, ...(body.length > 0 && { "content-length": String(body.length) }) },
    });
    outgoing.once("error", () => resolve(null));
    outgoing.once("response", async (incoming) => {
      const read = await readAll(incoming).catch(() => null);
      const { "content-type": type, "retry-after": after } = incoming.headers;
      const kept = { ...(type && { "content-type": type }), ...(after && { "retry-after": after }) };
      resolve(read && { status: incoming.statusCode ?? 0, headers: kept, body: read });
    });
    outgoing.end(body);
  });
}

function drop(request: IncomingMessage, plan: Plan | undefined): void {
  plan?.struck();
  request.socket.destroy();
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body.length > 0 ? body : undefined);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
