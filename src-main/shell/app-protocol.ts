import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { CustomScheme, ProtocolRequest, session } from "electron";
import type { Language } from "../../src-contract/rules/languages.ts";
import { contentSecurityPolicy, developmentContentSecurityPolicy } from "./content-security-policy.ts";
import { openWindowSession } from "./sessions.ts";

/** Fewest privileges (docs/threat-model.md#fewest-scheme-privileges): no fetch, CORS, cache or service worker. */
export const appScheme: CustomScheme = { scheme: "app", privileges: { standard: true, secure: true } };
export const windowUrl = "app://pin/index.html";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

const securityHeaders = {
  "content-security-policy": __DEVELOPMENT_SERVER__ === "" ? contentSecurityPolicy : developmentContentSecurityPolicy(),
  "cache-control": "no-store",
  "permissions-policy": "picture-in-picture=()", // it could open a page-drawn window over all others without a permission
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** All files of the window, by request path: the list is made at the start, and a request only chooses from it. */
export type WindowFiles = ReadonlyMap<string, { readonly type: string; readonly file: string }>;

/** Lists the built window. @param folder out/renderer */
export async function listWindowFiles(folder: string): Promise<WindowFiles> {
  const files = new Map<string, { type: string; file: string }>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = contentTypes[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join("/")}`, { type, file });
  }
  return files;
}

/** An answer in Electron's form. */
interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** The page, with which the words of its language are named (RFC 8288), or they would be asked for once all else has run. */
const page = new URL(windowUrl).pathname;

function wordsOf(language: Language, files: WindowFiles): { readonly link?: string } {
  const words = new RegExp(`^/assets/${language}-[\\w-]{8}\\.js$`);
  const name = [...files.keys()].find((file) => words.test(file));
  return name === undefined ? {} : { link: `<${name}>; rel=modulepreload` };
}

/**
 * Answers `app://pin/…` (docs/threat-model.md#own-scheme): GET, our host, a file of the list, no query, nothing else.
 * @param language the page's, probably: it asks for the words that it needs
 * @returns rejects with the system's error if the file cannot be read
 */
export function answerFrom(files: WindowFiles, language: Language) {
  return async ({ method, url: address }: Pick<ProtocolRequest, "method" | "url">): Promise<Answer> => {
    if (method !== "GET") return refuse(405);
    const url = new URL(address);
    const found = url.host === "pin" && url.search === "" && url.username === "" ? files.get(url.pathname) : undefined;
    if (found === undefined) return refuse(404);
    const also = url.pathname === page ? wordsOf(language, files) : {};
    const headers = { ...securityHeaders, ...also, "content-type": found.type };
    return { statusCode: 200, headers, data: await readFile(found.file) };
  };
}

/** Lists the built window of this program; nothing under `npm run dev`, whose server has it. */
export async function listWindow(): Promise<WindowFiles> {
  return __DEVELOPMENT_SERVER__ === "" ? listWindowFiles(path.join(import.meta.dirname, "../renderer")) : new Map();
}

/** net_error_list.h: FAILED. */
const FAILED = -2;

/**
 * Opens the window's session, which loads only the window's files, or those of the server of `npm run dev`.
 * @param files what is to be served; no request is answered before
 * @param isReady no request is answered before this either; it resolves with the page's language
 */
export function serveWindow(
  sessions: Pick<typeof session, "defaultSession" | "fromPartition">,
  files: Promise<WindowFiles>,
  isReady: Promise<Language>,
) {
  const windowSession = openWindowSession(sessions);
  if (__DEVELOPMENT_SERVER__ !== "") {
    const answer = answerFromDevelopmentServer((url, init) => sessions.defaultSession.fetch(url, init));
    windowSession.protocol.handle("app", async (request) => {
      await isReady;
      return answer(request);
    });
    return windowSession;
  }
  const whole = Promise.all([files, isReady]).then(([known, language]) => answerFrom(known, language));
  whole.catch(() => undefined); // each request meets it
  // Not `handle`: by that Electron reads all of Node's fetch and HTTP/2 before the first file (docs/performance.md#start).
  windowSession.protocol.registerBufferProtocol("app", (request, reply) => {
    whole.then((answer) => answer(request)).then(reply, () => reply({ error: FAILED }));
  });
  return windowSession;
}

/** `npm run dev`: the same origin, served by the development server. */
export function answerFromDevelopmentServer(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const accept = request.headers.get("accept") ?? "*/*"; // without text/css in `accept` a style sheet comes as a script
    const response = await fetch(__DEVELOPMENT_SERVER__ + pathname + search, { headers: { accept } });
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    return new Response(response.body, {
      status: response.status,
      headers: { ...securityHeaders, "content-type": type },
    });
  };
}

function refuse(statusCode: 404 | 405): Answer {
  return { statusCode, headers: securityHeaders, data: Buffer.alloc(0) };
}
