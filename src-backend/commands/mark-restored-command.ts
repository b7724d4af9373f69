import { CommandRefused } from "../command-refused.ts";
import { readDatabaseConfig, readMigrationPlan } from "../config.ts";
import { openServerDatabase } from "../database/open-server-database.ts";
import { countOtherSessions } from "../database/other-sessions.ts";
import { requireDatabase } from "../database/require-database.ts";
import { markRestored } from "../database/restore-marks.ts";
import { type Command, done } from "./command.ts";
import { nameOfDatabase } from "./name-of-database.ts";

/** Marks a copy that was made by other means than `backup` (docs/operations.md). */
export const markRestoredCommand: Command = {
  usage: "mark-restored",
  does: "says that it is a copy made by other means, so that the next server on it claims nothing it has forgotten",
  run: async (_operands, { variables }) => {
    // Refused while a server uses a file. PostgreSQL's instances are the operator's to end: they have read the marks already.
    // A mark in the usual file, where another one was meant, would leave the restored ledger claiming what it has forgotten.
    if (!variables.DATABASE_FILE && !variables.DATABASE_URL && !variables.DATABASE_URL_FILE) {
      throw new CommandRefused("Set DATABASE_FILE or DATABASE_URL to the restored database: nothing was marked.");
    }
    const config = readDatabaseConfig(variables);
    requireDatabase(config);
    const { database, close } = await openServerDatabase(config, () => {}, Date.now, readMigrationPlan(variables));
    const seen = await markRestored(database, Date.now)
      .then(() => countOtherSessions(database))
      .finally(close);
    const sessions = seen === 0 ? "" : ` ${seen} sessions of such ones, or of a pooler, are on it at this moment.`;
    const others = config.kind === "postgres" ? ` Instances that run now do not: restart all of them.${sessions}` : "";
    return done(`The next server on ${nameOfDatabase(config)} takes it for a restored copy.${others}`);
  },
};
