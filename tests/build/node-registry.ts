import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

export interface NodeRegistry {
  readonly url: string;
  readonly pinned: { readonly package: string; readonly integrity: string };
  /** How often the package itself was asked for. */
  readonly fetches: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A registry of this computer with one package in it, made as those are that hold a Node.
 * @param folder a place to make the package in
 * @param script what its `bin/node` is: a shell script
 * @param answer sends the package; otherwise all of it is sent at once
 * @param more of the package's package.json
 */
export async function startNodeRegistry(
  folder: string,
  script: string,
  answer: (response: ServerResponse, archive: Buffer) => void = (response, archive) => response.end(archive),
  more: object = {},
): Promise<NodeRegistry> {
  const archive = makePackage(folder, script, more);
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  let fetches = 0;
  const server = createServer((request, response) => {
    if (request.url?.endsWith(".tgz")) {
      fetches += 1;
      response.setHeader("content-length", archive.length);
      answer(response, archive);
      return;
    }
    const dist = { tarball: `${url}/node-for-tests/-/node-for-tests-24.21.0.tgz`, integrity };
    const version = { name: "node-for-tests", version: "24.21.0", dist, ...more };
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({ name: "node-for-tests", "dist-tags": { latest: "24.21.0" }, versions: { "24.21.0": version } }),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    pinned: { package: "node-for-tests@24.21.0", integrity },
    fetches: () => fetches,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function makePackage(folder: string, script: string, more: object): Buffer {
  mkdirSync(path.join(folder, "package/bin"), { recursive: true });
  const manifest = { name: "node-for-tests", version: "24.21.0", ...more };
  writeFileSync(path.join(folder, "package/package.json"), JSON.stringify(manifest));
  writeFileSync(path.join(folder, "package/bin/node"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  execFileSync("tar", ["czf", "made.tgz", "package"], { cwd: folder });
  return readFileSync(path.join(folder, "made.tgz"));
}
