import { PassThrough } from "node:stream";
import { expect } from "vitest";
import { startBackend } from "../../src-backend/start-backend.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { usual } from "./usual-config.ts";

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads from an answer, it checks with the next line.
  json: any;
};

/** An answer's text without the id of its request, which no two have in common. */
export function textOf({ text }: Answer): string {
  return text.replace(/"instance":"urn:uuid:[0-9a-f-]{36}",?/, "");
}

type Described = { description: string; headers?: Record<string, unknown>; content?: Record<string, unknown> };
type Description = { paths: Record<string, Record<string, { responses: Record<string, Described> }>> };
let description: Promise<Description> | undefined;

/** Of an answer, for whoever reads it; others say how it is carried. */
const headersForReaders = ["allow", "cache-control", "retry-after", "www-authenticate", "x-request-id"];

/** Whatever the tests make the backend answer is in its description: the status, the headers, the kind of content, the code. */
export async function expectDescribed(method: string, address: string, answer: Answer): Promise<void> {
  description ??= readDescription();
  const { paths } = await description;
  const path = Object.keys(paths).find((one) => matches(one, address.split("?")[0] ?? ""));
  const responses = paths[path ?? ""]?.[method.toLowerCase()]?.responses;
  // What is not a route is not described.
  if (responses === undefined) return;
  const { status, headers, text, json } = answer;
  const described = responses[status];
  const said = `${method} ${path}: ${status} ${json?.code ?? ""}`;
  expect(described, `${said} is not described`).toBeDefined();
  const describedHeaders = Object.keys(described?.headers ?? {}).map((name) => name.toLowerCase());
  const undescribed = headersForReaders.filter((name) => headers.has(name) && !describedHeaders.includes(name));
  expect(undescribed, `${said} has headers that are not described`).toEqual([]);
  const type = headers.get("content-type")?.split(";")[0];
  expect(Object.keys(described?.content ?? {}), `${said} is described with other content`).toEqual(type ? [type] : []);
  expect(text === "", `${said} has content where none is described, or none`).toBe(type === undefined);
  if (status >= 400) expect(described?.description, `${said} is not described`).toContain(`\`${json.code}\`: `);
}

function matches(path: string, address: string): boolean {
  const [wanted, given] = [path.split("/"), address.split("/")];
  return (
    wanted.length === given.length && wanted.every((part, index) => /^\{.*\}$/.test(part) || part === given[index])
  );
}

/** Once for each file of tests. */
async function readDescription(): Promise<Description> {
  const nowhere = { apiUrl: "http://127.0.0.1:1", authUrl: "http://127.0.0.1:1", clientId: "c", clientSecret: "s" };
  const solaris = { ...nowhere, timeoutMs: 500 };
  const config = { ...usual, host: "127.0.0.1", port: 0, logLevel: "silent", solaris, demoCustomers: [] } as const;
  const backend = await startBackend(config, { logTo: new PassThrough() });
  try {
    return (await (await fetch(backend.url + routes.openapi)).json()) as Description;
  } finally {
    await backend.close();
  }
}
