// The bank's identity provider as a process, for demonstrations: reads the environment, starts, prints its address, and stops
// when told to.
import { readFileSync } from "node:fs";
import process from "node:process";
import { z } from "zod";
import { startIdentityProvider } from "./start-identity-provider.ts";

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** A list of people, as the sandbox writes it (SANDBOX_CUSTOMERS_FILE). */
  IDENTITY_PEOPLE: z.string().min(1),
  /** The partner backend's identifier in the tokens. */
  IDENTITY_AUDIENCE: z.url(),
});
const peopleFile = z.array(z.object({ name: z.string(), person_id: z.string() })).min(1);
/** Everybody's: the page shows it. */
const PASSWORD = "demo";

async function run(): Promise<void> {
  const { PORT, IDENTITY_PEOPLE, IDENTITY_AUDIENCE } = environment.parse(process.env);
  const people = peopleFile.parse(JSON.parse(readFileSync(IDENTITY_PEOPLE, "utf8")));
  const starting = startIdentityProvider({
    port: PORT,
    audience: IDENTITY_AUDIENCE,
    people: people.map((one) => ({ name: one.name, personId: one.person_id, password: PASSWORD })),
    showsPasswords: true,
  });
  const stop = () => void starting.then((provider) => provider.close()).then(() => process.exit(0), fail);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  process.once("disconnect", stop); // the starting process has ended
  const { issuer } = await starting;
  process.stdout.write(`Identity provider listening at ${issuer}\n`);
}

function fail(cause: unknown): void {
  process.stderr.write(`The identity provider cannot run: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}

run().catch(fail);
