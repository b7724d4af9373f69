import { PassThrough } from "node:stream";
import { readConfig } from "../../src-backend/config.ts";
import { startBackend } from "../../src-backend/start-backend.ts";
import { routes } from "../../src-contract/api/routes.ts";

/** The document's path from the project's folder. */
export const openApiDocumentFile = "docs/openapi.json";

/** A backend as partners run it: sign-in at a provider, no demonstration. It is asked for nothing but its description. */
const environment = {
  PORT: "0",
  LOG_LEVEL: "silent",
  SOLARIS_API_URL: "http://127.0.0.1:1",
  SOLARIS_AUTH_URL: "http://127.0.0.1:1",
  SOLARIS_CLIENT_ID: "nobody",
  SOLARIS_CLIENT_SECRET: "no-secret",
  OIDC_ISSUER: "https://sign-in.bank.example",
  OIDC_AUDIENCE: "https://cards.bank.example",
  OIDC_CLIENT_IDS: "cardbound",
  OIDC_SCOPE: "cards",
  OIDC_DPOP: "accepted",
  PUBLIC_ORIGIN: "https://cards.bank.example",
  PERSON_CLAIM: "person_id",
  CUSTOMER_ID_SECRET: "no-secret-because-nothing-is-stored",
};

/** Writes what `/openapi.json` says, for the addresses of a bank that does not exist: the routes' own schemas, as served. */
export async function writeOpenApiDocument(): Promise<string> {
  const backend = await startBackend(
    { ...readConfig(environment), database: { kind: "sqlite", file: ":memory:" } },
    { logTo: new PassThrough() },
  );
  try {
    const described = await (await fetch(backend.url + routes.openapi)).json();
    return `${JSON.stringify(described, null, 2)}\n`;
  } finally {
    await backend.close();
  }
}
