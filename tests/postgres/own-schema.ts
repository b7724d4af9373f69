// A user with a schema of their own, on a server that tests share.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { PostgresConfig } from "../../src-backend/database/database-config.ts";

/** What tests need to know of a server: how its administrator reaches it. */
export interface SharedServer {
  readonly folder: string;
  readonly port: number;
  readonly administrator: string;
  readonly database: string;
}

/** A user and their schema of the same name. */
interface Schema {
  readonly name: string;
  readonly config: PostgresConfig;
}

/** The schema whose tables others are made like, so that not each test migrates. */
export const template = "template_of_tests";

/** In this process: each costs more to make than to empty. */
const unused: Schema[] = [];
let asking: Promise<Client> | undefined;

/** A user with an empty schema, or one that was emptied; and what gives it back. */
export async function takeSchema(server: SharedServer): Promise<Schema & { readonly giveBack: () => Promise<void> }> {
  const schema = unused.pop() ?? (await makeSchema(server, (statements) => ask(server, statements), template));
  return {
    ...schema,
    giveBack: async () => {
      // One whose tables a test has changed is nobody's any more.
      if (await isEmptied(server, schema.name)) unused.push(schema);
    },
  };
}

/** A user with a schema in which nothing is. */
export function makeEmptySchema(server: SharedServer): Promise<Schema> {
  return makeSchema(server, (statements) => ask(server, statements));
}

/** Runs statements without parameters as the administrator, in one transaction. */
type Administer = (statements: string) => Promise<unknown>;

/** Makes a user and their schema. @param like a schema whose tables it begins with */
export async function makeSchema(server: SharedServer, administer: Administer, like?: string): Promise<Schema> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const password = randomBytes(8).toString("hex");
  await administer(
    `create role ${name} login password '${password}';
     create schema ${name} authorization ${name};
     alter role ${name} set search_path = ${name};
     ${like === undefined ? "" : copyOf(like, name)}`,
  );
  const { port, folder, database } = server;
  // By the socket, which asks for no password: to check one costs more than most statements.
  const address = { host: folder, port, user: name, password, database, tls: null };
  return { name, config: { kind: "postgres", server: address, poolSize: 8 } };
}

/** On a connection that stays. @returns the last statement's rows */
async function ask(server: SharedServer, statements: string): Promise<Record<string, unknown>[]> {
  asking ??= connect(server);
  const results = await (await asking).query(statements);
  return [results].flat().at(-1)?.rows ?? [];
}

async function connect({ folder, port, administrator, database }: SharedServer): Promise<Client> {
  const client = new Client({ host: folder, port, user: administrator, password: "", database });
  client.on("error", () => {}); // the server is ended before this process
  await client.connect();
  return client;
}

/** Copies tables with their keys and indexes, and what is in Kysely's two. */
function copyOf(from: string, to: string): string {
  return `do $$
    declare one text;
    begin
      for one in select tablename from pg_tables where schemaname = '${from}' loop
        execute format('create table ${to}.%I (like ${from}.%I including all)', one, one);
        execute format('alter table ${to}.%I owner to ${to}', one);
        execute format('insert into ${to}.%I select * from ${from}.%I', one, one);
      end loop;
    end $$`;
}

/** Empties its tables, if they are still those of the template. */
async function isEmptied(server: SharedServer, name: string): Promise<boolean> {
  const shape = (schema: string) => `(
    select array_agg(format('%s %s %s', relname, attname, atttypid) order by 1) from pg_class
    join pg_attribute on attrelid = pg_class.oid where relnamespace = '${schema}'::regnamespace and relkind = 'r' and attnum > 0)`;
  const rows = await ask(
    server,
    `do $$
    declare one text;
    begin
      for one in select tablename from pg_tables where schemaname = '${name}' and tablename not like 'kysely%' loop
        execute format('delete from ${name}.%I', one);
      end loop;
    end $$;
    select ${shape(name)} = ${shape(template)} as same`,
  );
  return rows[0]?.same === true;
}
