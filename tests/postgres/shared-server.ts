// Vitest's set-up of the project that runs the backend's tests on PostgreSQL: one server for all of them.
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../src-backend/database/open-postgres.ts";
import { administrator, startCluster } from "./cluster.ts";
import { makeSchema, type SharedServer, template } from "./own-schema.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server for the backend's tests, in the project `postgres`. */
    postgres: SharedServer | undefined;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const { folder, port } = cluster;
  const server = { folder, port, administrator: administrator.user, database: "postgres" };
  const { config, name } = await makeSchema(server, cluster.query);
  await (await openPostgres(config)).destroy();
  await cluster.query(`alter schema ${name} rename to ${template}`);
  project.provide("postgres", server);
  return () => cluster.remove();
}
