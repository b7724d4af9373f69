import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { CustomScheme, session } from "electron";
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

/** All files of the window, by request path. A request never reaches the file system. */
export type WindowFiles = ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }>;

/** Reads the built window. @param folder out/renderer */
export async function readWindowFiles(folder: string): Promise<WindowFiles> {
  const files = new Map<string, { type: string; bytes: Uint8Array<ArrayBuffer> }>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = contentTypes[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join("/")}`, {
      type,
      bytes: new Uint8Array(await readFile(file)),
    });
  }
  return files;
}

/** Answers `app://pin/…` (docs/threat-model.md#own-scheme): GET, our host, a file of the list, no query, nothing else. */
export function answerFrom(files: WindowFiles): (request: Request) => Response {
  return (request) => {
    if (request.method !== "GET") return refuse(405);
    const url = new URL(request.url);
    const file = url.host === "pin" && url.search === "" && url.username === "" ? files.get(url.pathname) : undefined;
    if (file === undefined) return refuse(404);
    return new Response(file.bytes, { headers: { ...securityHeaders, "content-type": file.type } });
  };
}

/** Reads the built window of this program; nothing under `npm run dev`, whose server reads it. */
export async function readWindow(): Promise<WindowFiles> {
  return __DEVELOPMENT_SERVER__ === "" ? readWindowFiles(path.join(import.meta.dirname, "../renderer")) : new Map();
}

/**
 * Opens the window's session, which loads only the window's files, or those of the server of `npm run dev`.
 * @param files what is to be served; no request is answered before
 * @param isReady no request is answered before this either, whatever it resolves with
 */
export function serveWindow(
  sessions: Pick<typeof session, "defaultSession" | "fromPartition">,
  files: Promise<WindowFiles>,
  isReady: Promise<unknown>,
) {
  const windowSession = openWindowSession(sessions);
  const answerFor = async () => {
    await isReady;
    if (__DEVELOPMENT_SERVER__ === "") return answerFrom(await files);
    return answerFromDevelopmentServer((url, init) => sessions.defaultSession.fetch(url, init));
  };
  let answer: ReturnType<typeof answerFor> | null = null;
  windowSession.protocol.handle("app", async (request) => {
    answer ??= answerFor();
    return (await answer)(request);
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

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders });
}
