import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PackageFile } from "../../../src-main/updates/metadata-schemas.ts";
import { openPackageStore } from "../../../src-main/updates/package-store.ts";
import { openPackage } from "../../../src-main/updates/update-fetch.ts";
import { startOneServer } from "../backend/one-server.ts";

export const packageName = "Cardbound-1.2.0.exe";
/** Larger than what one read brings. */
export const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * 31) % 251));
export const described: PackageFile = {
  length: bytes.byteLength,
  hashes: { sha512: createHash("sha512").update(bytes).digest("hex") },
  custom: { platform: "win32", arch: "x64" },
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Ranges as RFC 9110 has them, with a mark that stays. `cutAfter`: the connection then ends. */
export function serving(content = bytes, { etag = '"one"', cutAfter = Number.POSITIVE_INFINITY } = {}): Answer {
  return (request, response) => {
    const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
    const from = asked !== null && request.headers["if-range"] === etag ? Number(asked[1]) : 0;
    const rest = content.subarray(from);
    const headers = { etag, "content-length": rest.byteLength };
    if (from === 0) response.writeHead(200, headers);
    else {
      const range = `bytes ${from}-${content.byteLength - 1}/${content.byteLength}`;
      response.writeHead(206, { ...headers, "content-range": range });
    }
    if (cutAfter >= rest.byteLength) response.end(rest);
    else response.write(rest.subarray(0, cutAfter), () => response.destroy());
  };
}

/** A store in a folder of its own, and a server whose answer can change. */
export async function startPackages() {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-packages-"));
  let answer: Answer = serving();
  const server = await startOneServer((request, response) => answer(request, response));
  const store = openPackageStore(path.join(folder, "packages"));
  const heard: number[] = [];
  return {
    folder: path.join(folder, "packages"),
    server,
    store,
    heard,
    answers(next: Answer): void {
      answer = next;
    },
    async take(timeoutMs = 10_000): Promise<string> {
      const from = { fetch, address: server.origin, timeoutMs };
      const open = async () => openPackage(from, packageName, described, await store.resume(described));
      return store
        .take(described, open, (size) => heard.push(size))
        .then(
          () => "whole",
          (error: { reason?: string; code?: string }) => error.reason ?? error.code ?? String(error),
        );
    },
    async close(): Promise<void> {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
