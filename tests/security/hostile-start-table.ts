import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCertificate } from "../../src-testing/certificate.ts";
import { type Program, type Started, start } from "./hostile-start.ts";

/** Where a hostile start may leave something. */
export interface Place {
  /** A file that does not exist. */
  readonly file: string;
  /** Writes `file` where Node runs it. */
  readonly script: string;
  readonly port: number;
  /** Of a server that has no certificate which anybody trusts, and of a proxy. */
  readonly server: number;
  readonly proxy: number;
  /** Which of the two was asked, in order. */
  readonly heard: readonly string[];
}

export interface HostileStart {
  readonly args?: (place: Place) => string[];
  readonly env?: (place: Place) => Record<string, string>;
  /** What the refusal names. */
  readonly named: string;
  /** Whether it has worked. */
  readonly works: (started: Started, place: Place) => boolean | Promise<boolean>;
  /** What only a package's fuses stop, since it comes before the first statement, or (`instead`) in its place. */
  readonly early?: true | "instead";
  /** A package's Electron removes it, so that there is nothing to refuse. */
  readonly isUnseen?: true;
  /** What it says once it runs where nothing refuses it. */
  readonly says?: RegExp;
  /** What Linux lets happen even so (docs/threat-model.md#what-a-refused-start-has-done). */
  readonly remains?: true;
}

const written = ({ file }: Place) => existsSync(file) && readFileSync(file).length > 0;
const listens = (what: string) => (started: Started) => started.output().includes(`${what} listening on ws://`);
const servedBy = (what: "server" | "proxy") => (_: Started, place: Place) => place.heard.includes(what);
const fact = (name: string, value: string) => (started: Started) => started.output().includes(`"${name}":"${value}"`);
const toServer = ({ server }: Place) => [
  `--host-resolver-rules=MAP * 127.0.0.1:${server}`,
  "--ignore-certificate-errors",
];

export const starts: Record<string, HostileStart> = {
  "another program drives the window": {
    args: ({ port }) => [`--remote-debugging-port=${port}`],
    named: "--remote-debugging-port",
    works: listens("DevTools"),
  },
  "the one that has started it drives it": {
    args: () => ["--remote-debugging-pipe"],
    named: "--remote-debugging-pipe",
    works: ({ piped }) => piped().includes('"protocolVersion"'),
  },
  "a debugger": { args: () => ["--inspect=0"], named: "--inspect", works: listens("Debugger"), early: true },
  "another server answers, whatever its certificate": {
    args: toServer,
    named: "--host-resolver-rules",
    works: servedBy("server"),
  },
  "a bad certificate is good": {
    args: () => ["--ignore-certificate-errors"],
    named: "--ignore-certificate-errors",
    works: () => true, // seen by the row before
  },
  "a proxy of theirs": {
    args: ({ proxy }) => [`--proxy-server=127.0.0.1:${proxy}`],
    named: "--proxy-server",
    works: servedBy("proxy"),
  },
  "TLS keys in a file": {
    args: (place) => [`--ssl-key-log-file=${place.file}`, ...toServer(place)],
    named: "--ssl-key-log-file",
    works: (_, place) => written(place),
  },
  "TLS keys in a file, by a variable": {
    args: toServer,
    env: ({ file }) => ({ SSLKEYLOGFILE: file }),
    named: "SSLKEYLOGFILE",
    works: (_, place) => written(place),
  },
  "a log of all connections": {
    args: ({ file }) => [`--log-net-log=${file}`],
    named: "--log-net-log",
    works: (_, place) => written(place),
  },
  "Chromium's own log": {
    args: ({ file }) => ["--enable-logging", `--log-file=${file}`, "--v=1"],
    named: "--enable-logging",
    works: (_, place) => existsSync(place.file),
    remains: true,
  },
  "no sandbox": { args: () => ["--no-sandbox"], named: "--no-sandbox", works: fact("seccomp", "0") },
  "flags for JavaScript": {
    args: () => ["--js-flags=--expose-gc"],
    named: "--js-flags",
    works: fact("gc", "function"),
  },
  "another profile": {
    args: ({ file }) => [`--user-data-dir=${file}`],
    named: "--user-data-dir",
    works: (_, { file }) => existsSync(file) && readdirSync(file).length > 0,
  },
  "a script before the program": {
    env: ({ script }) => ({ NODE_OPTIONS: `--require=${script}` }),
    named: "NODE_OPTIONS",
    works: (_, place) => written(place),
    early: true,
    isUnseen: true,
  },
  "a debugger that it waits for": {
    args: () => ["--inspect-brk=0"],
    named: "--inspect-brk",
    works: listens("Debugger"),
    early: "instead",
    says: /Debugger listening/,
  },
  "a script in the program's place": {
    args: ({ script }) => [script],
    env: () => ({ ELECTRON_RUN_AS_NODE: "1" }),
    named: "ELECTRON_RUN_AS_NODE",
    works: (_, place) => written(place),
    early: "instead",
  },
};

/** Opens what a hostile start would lead to. */
export async function openPlaces() {
  const servers: Server[] = [];
  let heard: string[] = [];
  const listen = async (what: string, server: Server): Promise<number> => {
    server.on("request", (_request, response) => {
      heard.push(what);
      response.end();
    });
    server.on("connect", (_request, socket) => {
      heard.push(what);
      socket.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    return (server.address() as AddressInfo).port;
  };
  const server = await listen("server", createServer(createCertificate("bank.example")));
  const proxy = await listen("proxy", createHttpServer());
  const free = createHttpServer();
  const port = await listen("", free);
  free.close();
  return {
    /** @returns a place that nothing has been left in, in a folder of its own */
    next(): Place & { readonly folder: string; readonly remove: () => void } {
      heard = [];
      const folder = mkdtempSync(path.join(tmpdir(), "cardbound-hostile-"));
      const file = path.join(folder, "left");
      const script = path.join(folder, "script.cjs");
      writeFileSync(script, `require("node:fs").writeFileSync(${JSON.stringify(file)}, "ran");\nconsole.log("ready");`);
      const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return { file, script, port, server, proxy, heard, folder, remove };
    },
    close() {
      for (const one of servers) one.close();
    },
  };
}

/** Starts a program as a row of the table says. */
export function startWith(
  program: Program,
  { args, env }: HostileStart,
  place: Place & { readonly folder: string },
  display?: Readonly<Record<string, string>>,
): Started {
  const added = { args: args?.(place) ?? [], env: env?.(place) ?? {} };
  return start(program, added, path.join(place.folder, "home"), display);
}
