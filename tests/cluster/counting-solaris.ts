import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startSandbox } from "../../src-sandbox/start-sandbox.ts";
import type { Dice } from "./dice.ts";

/** A PIN change that Solaris has carried out. */
export interface CarriedOut {
  /** What was sent to be set, which no two requests have in common. */
  readonly encryptedPin: string;
  /** Which instance asked for it. */
  readonly instance: number;
  /** By this process' clock, in milliseconds; its answer left later. */
  readonly at: number;
}

/** An exchange that waits: `before` Solaris has seen the request, or `after` it has done it. */
export interface Held {
  readonly instance: number;
  /** Lets it go on. Solaris does what it was asked, whether or not somebody still waits for its answer. */
  readonly release: () => void;
}
type Moment = "before" | "after";

/** Solaris, and all that it has done. */
export interface CountingSolaris {
  /** For each instance another address, so that it is known who asked. */
  readonly urlFor: (instance: number) => string;
  readonly sandboxUrl: string;
  readonly carriedOut: readonly CarriedOut[];
  /** Holds the next exchange that changes a PIN, of this instance if it is named. Resolves once it waits. */
  readonly holdNext: (moment: Moment, instance?: number) => Promise<Held>;
  /** Resolves once as many changes have been carried out, counted from the beginning. */
  readonly untilCarriedOut: (count: number) => Promise<void>;
  /** The id at Solaris of the change request that was made of it. */
  readonly changeRequestOf: (encryptedPin: string) => string | undefined;
  /** What the customers are called in a DEMO_CUSTOMERS file. */
  readonly close: () => Promise<void>;
}

/** Of each answer that changes a PIN, so that a kill or a failover finds some of them under way. */
const SLOWEST_MS = 120;

/**
 * Starts the sandbox, which verifies each signature and reads each PIN, and in front of it a server that passes on every
 * request and notes each change that the sandbox said yes to. A change counts once it is done, also where nobody is left to
 * hear of it.
 */
export async function startCountingSolaris(customersFile: string, dice: Dice): Promise<CountingSolaris> {
  const sandbox = await startSandbox({ customersFile });
  const agent = new Agent({ keepAlive: true });
  const carriedOut: CarriedOut[] = [];
  const requestsMade = new Map<string, string>();
  const pinsOfRequests = new Map<string, string>();
  const holds: { moment: Moment; instance: number | undefined; tell: (held: Held) => void }[] = [];
  const held = new Set<() => void>();
  let waiting: { count: number; tell: () => void }[] = [];

  const mayWait = async (moment: Moment, instance: number): Promise<void> => {
    const at = holds.findIndex((hold) => hold.moment === moment && (hold.instance ?? instance) === instance);
    const [hold] = at < 0 ? [] : holds.splice(at, 1);
    if (hold === undefined) return;
    await new Promise<void>((resolve) => {
      held.add(resolve);
      hold.tell({ instance, release: resolve });
    });
  };
  const note = (encryptedPin: string, instance: number): void => {
    carriedOut.push({ encryptedPin, instance, at: performance.now() });
    for (const { tell } of waiting.filter(({ count }) => count <= carriedOut.length)) tell();
    waiting = waiting.filter(({ count }) => count > carriedOut.length);
  };

  const server = createServer(async (request, response) => {
    const { instance, path } = splitAddress(request.url ?? "/");
    const body = await readAll(request);
    const asked = path.split("?")[0] ?? "";
    const isChange = /\/pin_update_requests$/.test(asked);
    const confirmed = /^\/v1\/change_requests\/(\w+)\/confirm$/.exec(asked)?.[1];
    const changes = isChange || confirmed !== undefined;
    if (changes) await mayWait("before", instance);
    const answer = await pass(agent, sandbox.url + path, request, body);
    const isYes = answer.status >= 200 && answer.status < 300;
    if (isYes && isChange) note(encryptedPinIn(body), instance);
    if (isYes && confirmed !== undefined) note(pinsOfRequests.get(confirmed) ?? confirmed, instance);
    if (isYes && /\/sca_pin_update_requests$/.test(asked)) {
      const { id } = JSON.parse(answer.body.toString()) as { id: string };
      requestsMade.set(encryptedPinIn(body), id);
      pinsOfRequests.set(id, encryptedPinIn(body));
    }
    if (changes) {
      await mayWait("after", instance);
      await pause(dice.below(4) === 0 ? dice.below(SLOWEST_MS) : 0);
    }
    reply(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (instance) => `http://127.0.0.1:${port}/of/${instance}`,
    sandboxUrl: sandbox.url,
    carriedOut,
    holdNext: (moment, instance) => new Promise((tell) => holds.push({ moment, instance, tell })),
    untilCarriedOut: (count) =>
      carriedOut.length >= count ? Promise.resolve() : new Promise((tell) => waiting.push({ count, tell })),
    changeRequestOf: (encryptedPin) => requestsMade.get(encryptedPin),
    close: async () => {
      for (const release of held) release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
      await sandbox.close();
    },
  };
}

function splitAddress(url: string): { instance: number; path: string } {
  const [, instance = "-1", path = "/"] = /^\/of\/(\d+)(\/.*)$/.exec(url) ?? [];
  return { instance: Number(instance), path };
}

function encryptedPinIn(body: Buffer): string {
  return (JSON.parse(body.toString()) as { encrypted_pin: string }).encrypted_pin;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Passes a request on, whatever becomes of the one who sent it. */
function pass(agent: Agent, url: string, { method, headers: sent }: IncomingMessage, body: Buffer): Promise<Answer> {
  const { connection: _, host: __, "content-length": ___, ...others } = sent;
  const headers = { ...others, ...(body.length > 0 && { "content-length": String(body.length) }) };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method: method ?? "GET", agent, headers });
    outgoing.once("error", reject);
    outgoing.once("response", async (incoming) => {
      const { "content-type": type, total } = incoming.headers;
      const kept = { ...(type && { "content-type": type }), ...(typeof total === "string" && { total }) };
      const read = await readAll(incoming);
      resolve({ status: incoming.statusCode ?? 0, headers: kept, body: read });
    });
    outgoing.end(body);
  });
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": String(body.length) });
  response.end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
