import { runs } from "../long-form.ts";

/** Why a test of tests/backend is not run on PostgreSQL. */
const reasons = {
  file: "is about SQLite and its file; tests/postgres has what corresponds",
  none: "uses no database",
  // Two thirds of the time of all of them.
  long: "is about what Solaris, a provider or a caller sends, and uses the database as all others do: in the long form alone",
  held: "has its statements held by others on PostgreSQL (several-instances.test.ts): in the long form too",
  alone: "is about a server that is alone; several-instances.test.ts has what corresponds",
} as const;
type Reason = keyof typeof reasons;

/**
 * The tests of tests/backend that are not run on PostgreSQL, and why: a whole file, or single tests of it by their names. All
 * others run on both.
 */
const notOnPostgres: Readonly<Record<string, Reason | Readonly<Record<string, Reason>>>> = {
  "access-token.test.ts": "long",
  "answers-of-solaris.test.ts": "long",
  "any-answer.test.ts": "long",
  "app-at-real-provider.test.ts": "long",
  "audit-and-erase-commands.test.ts": "file",
  "backend-process.test.ts": "file",
  "backup.test.ts": "file",
  "bound-by-letter.test.ts": "long",
  "cards.test.ts": "long",
  "change-request.test.ts": "long",
  "closing.test.ts": "long",
  "code-time.test.ts": "long",
  "config.test.ts": "none",
  "consent-with-sandbox.test.ts": "long",
  "database-process.test.ts": "file",
  "database-unusable.test.ts": "file",
  "device-consents.test.ts": "long",
  "device-data.test.ts": "long",
  "device-data-of-app.test.ts": "long",
  "device-history.test.ts": "long",
  "devices.test.ts": "long",
  "drain.test.ts": {
    "serves on for a while after SIGTERM, and is not ready meanwhile": "none",
    "ends by itself when that time is over": "none",
    "ends at once at a second signal": "none",
  },
  "earlier-database.test.ts": "file",
  "half-answers.test.ts": "long",
  "http-surface.test.ts": "long",
  "introspection.test.ts": "long",
  "killed-in-groups.test.ts": "file",
  "letters.test.ts": "long",
  "limits.test.ts": { "that cannot be counted refuse": "file" },
  "lists-of-solaris.test.ts": "long",
  "names-of-errors.test.ts": "file",
  "not-recorded.test.ts": "file",
  "openapi-sign-in.test.ts": "long",
  "openapi.test.ts": "long",
  "person-settings.test.ts": "none",
  "pipelining.test.ts": "long",
  "plain-json.test.ts": "none",
  "plain-jwt.test.ts": "long",
  "policy.test.ts": "long",
  "probe.test.ts": "none",
  "proof-address.test.ts": "none",
  "proof-mutations.test.ts": "long",
  "provider-keys.test.ts": "long",
  "proxy.test.ts": "long",
  "requests-followed.test.ts": "long",
  "restart.test.ts": { "the database is readable by its owner alone": "file" },
  "rotation.test.ts": "held",
  "run-command.test.ts": "none",
  "secret-files.test.ts": "none",
  "secret-rotation.test.ts": "long",
  "sign-in-config.test.ts": "none",
  "sign-in.test.ts": {
    "is not done while the database is full, which is said, and who was signed in stays so": "file",
    "is not done while the database is read_only, which is said, and who was signed in stays so": "file",
    "is not done while another process writes to the database, which is said, and is done afterwards": "file",
    "that cannot be looked up has not ended: nobody is told to sign in again": "file",
  },
  "slow-callers.test.ts": "long",
  "solaris-errors.test.ts": "long",
  "sqlite-dialect.test.ts": "file",
  "sqlite-groups.test.ts": "file",
  "step-up.test.ts": "long",
  "tls.test.ts": "none",
  "token-mutations.test.ts": "long",
  "token-person.test.ts": "long",
  "true-answers.test.ts": "long",
  "true-lists.test.ts": "long",
  "under-way.test.ts": {
    "in a backend that has died is what can be said of it, at once: received": "alone",
    "in a backend that has died is what can be said of it, at once: started": "alone",
    "in a backend that has died is what can be said of it, at once: confirming": "alone",
  },
  "with-real-provider.test.ts": "long",
  "with-sandbox.test.ts": "long",
};

/** Whole files, as Vitest takes them. */
export const filesNotOnPostgres = Object.entries(notOnPostgres)
  .filter(([, reason]) => typeof reason === "string" && runs(true, reason !== "long" && reason !== "held"))
  .map(([name]) => `tests/backend/${name}`);

/** Why one test of a file is not run, if it is not. */
export function reasonAgainst(file: string, test: string): string | undefined {
  const ofFile = notOnPostgres[file];
  const reason = typeof ofFile === "object" ? ofFile[test] : undefined;
  return reason && reasons[reason];
}
