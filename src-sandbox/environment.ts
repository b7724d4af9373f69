import { z } from "zod";
import type { SandboxOptions } from "./start-sandbox.ts";

const wholeNumber = (from: number, to: number, what: string) =>
  z
    .string()
    .regex(/^[0-9]{1,6}$/, what)
    .transform(Number)
    .refine((value) => value >= from && value <= to, what);

const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535, "must be a whole number from 0 to 65535 (0 takes a free port)").optional(),
  // RFC 7617 §2: the user-id of Basic authentication cannot hold a colon.
  SANDBOX_CLIENT_ID: z
    .string()
    .regex(/^[^:\s]+$/, "must not be empty and must not contain a colon or white space")
    .optional(),
  SANDBOX_CLIENT_SECRET: z.string().min(1, "must not be empty").optional(),
  SANDBOX_CUSTOMERS_FILE: z.string().min(1, "must be a path to write to").optional(),
  SANDBOX_WORLD_FILE: z.string().min(1, "must be a path to read and write").optional(),
  SANDBOX_CHALLENGE_SECONDS: wholeNumber(1, 86400, "must be a whole number from 1 to 86400").optional(),
});

/** Reads the sandbox's options from environment variables. Throws an error that names every wrong one, but no values. */
export function readEnvironment(environment: Record<string, string | undefined>): SandboxOptions {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "));
  }
  const { PORT, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, SANDBOX_CUSTOMERS_FILE } = parsed.data;
  const { SANDBOX_WORLD_FILE, SANDBOX_CHALLENGE_SECONDS } = parsed.data;
  return {
    ...(PORT !== undefined && { port: PORT }),
    ...(SANDBOX_CLIENT_ID !== undefined && { clientId: SANDBOX_CLIENT_ID }),
    ...(SANDBOX_CLIENT_SECRET !== undefined && { clientSecret: SANDBOX_CLIENT_SECRET }),
    ...(SANDBOX_CUSTOMERS_FILE !== undefined && { customersFile: SANDBOX_CUSTOMERS_FILE }),
    ...(SANDBOX_WORLD_FILE !== undefined && { worldFile: SANDBOX_WORLD_FILE }),
    ...(SANDBOX_CHALLENGE_SECONDS !== undefined && { challengeSeconds: SANDBOX_CHALLENGE_SECONDS }),
  };
}
