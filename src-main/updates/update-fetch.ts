import { AppError } from "../app-error.ts";
import type { Fetch } from "../backend/http-call.ts";
import type { PackageFile } from "./metadata-schemas.ts";
import { packageAddress, releaseAddress, rootAddress } from "./release-addresses.ts";
import { LARGEST_METADATA_BYTES } from "./signed-metadata.ts";
import type { ReleaseSource } from "./trusted-release.ts";
import { UpdateRefusal } from "./update-refusal.ts";

interface UpdateServer {
  readonly fetch: Fetch;
  /** The profile's. */
  readonly address: string;
  /** For the whole of one metadata file, or between two pieces of a package. */
  readonly timeoutMs: number;
}

/** What a server without the right to list answers for a file that is not there; TUF's clients take both alike. */
const absent: readonly number[] = [403, 404];

/** Reads metadata from the update server: no redirects, no cookies, a time limit, and at most as much as is ever signed. */
export function createReleaseSource(server: UpdateServer): ReleaseSource {
  const read = async (name: string): Promise<Buffer | null> => {
    try {
      const signal = AbortSignal.timeout(server.timeoutMs);
      const response = await server.fetch(`${server.address}/${name}`, { ...plain, signal });
      if (response.status === 200) return await readAtMost(response, LARGEST_METADATA_BYTES);
      await response.body?.cancel();
      if (absent.includes(response.status)) return null;
      throw new Error(`status ${response.status}`);
    } catch (cause) {
      if (cause instanceof UpdateRefusal) throw cause;
      throw new AppError("ERR_UPDATE_UNAVAILABLE", { cause });
    }
  };
  return {
    root: (version) => read(rootAddress(version)),
    async release() {
      const bytes = await read(releaseAddress);
      if (bytes === null) throw new AppError("ERR_UPDATE_UNAVAILABLE");
      return bytes;
    },
  };
}

const plain = { method: "GET", credentials: "omit", redirect: "error", cache: "no-store" } as const;

async function readAtMost(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new UpdateRefusal("too-large"); // leaving the loop ends the connection
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** From where a package is resumed: what is there already, and the server's mark of the file it came from (RFC 9110 §13.1.5). */
export interface Resume {
  readonly from: number;
  readonly etag: string;
}

/** A package on its way. `from`: where the body begins; more than 0 only if the server goes on where we asked it to. */
export interface PackageStream {
  readonly from: number;
  /** The strong mark for a later `Resume`; null if the server gives none. */
  readonly etag: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Opens a package at the update server.
 * @throws AppError ERR_UPDATE_UNAVAILABLE, also while the body is read if nothing comes for the server's time limit
 */
export async function openPackage(
  server: UpdateServer,
  name: string,
  file: PackageFile,
  resume: Resume | null,
): Promise<PackageStream> {
  const stalled = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const waitAnew = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(new Error("nothing came")), server.timeoutMs);
  };
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    waitAnew();
    try {
      return await act();
    } catch (cause) {
      throw new AppError("ERR_UPDATE_UNAVAILABLE", { cause });
    } finally {
      clearTimeout(timer);
    }
  };
  const stream = await guarded(async () => {
    const headers = resume === null ? {} : { range: `bytes=${resume.from}-`, "if-range": resume.etag };
    const url = `${server.address}/${packageAddress(name, file)}`;
    const response = await server.fetch(url, { ...plain, headers, signal: stalled.signal });
    const from = startOf(response, file, resume);
    if (from === null || response.body === null) {
      await response.body?.cancel();
      if (resume !== null) return null;
      throw new Error(`status ${response.status}`);
    }
    const etag = response.headers.get("etag");
    return { from, etag: etag?.startsWith('"') ? etag : null, body: pieces(response.body.getReader(), guarded) };
  });
  return stream ?? openPackage(server, name, file, null); // what we have fits nothing that the server has
}

/** Where the answer's body begins; null if it is no answer to what was asked (RFC 9110 §15.3.7). */
function startOf(response: Response, { length }: PackageFile, resume: Resume | null): number | null {
  if (response.status === 200) return 0;
  if (response.status !== 206 || resume === null) return null;
  const expected = `bytes ${resume.from}-${length - 1}/${length}`;
  return response.headers.get("content-range") === expected ? resume.from : null;
}

async function* pieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  guarded: <T>(act: () => Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await guarded(() => reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // its failure is known, or nobody waits for it
  }
}
