import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { CommandRefused } from "../command-refused.ts";
import { readDatabaseConfig, readMigrationPlan, readRetention, readRowSecrets } from "../config.ts";
import { openServerDatabase } from "../database/open-server-database.ts";
import { erasePerson } from "../erasure/erase-person.ts";
import { hasRowsOfOtherSecrets } from "../erasure/other-secrets.ts";
import { rowIdsOf } from "../sign-in/customer-ids.ts";
import { type Command, done } from "./command.ts";
import { nameOfDatabase } from "./name-of-database.ts";

/** Removes what the database knows of one person (docs/operations.md#erasing-a-person). */
export const eraseCommand: Command = {
  usage: "erase --person",
  does: "removes what the database knows of the person whose id at Solaris comes by standard input",
  run: async (_operands, { variables, readInput }) => {
    // In the usual file, where another one was meant, it would find nothing and say that nothing is left.
    if (!variables.DATABASE_FILE && !variables.DATABASE_URL && !variables.DATABASE_URL_FILE) {
      throw new CommandRefused("Set DATABASE_FILE or DATABASE_URL to the servers' database: nothing was removed.");
    }
    const config = readDatabaseConfig(variables);
    const secrets = readRowSecrets(variables);
    const { pinChangesMs } = readRetention(variables);
    const personId = opaqueId.safeParse((await readInput()).trim());
    if (!personId.success) {
      throw new CommandRefused("Standard input is not one person's id at Solaris: nothing was removed.");
    }
    // A file's server knows what it has in hand, and this process does not: so it has to have ended.
    const { database, close } = await openServerDatabase(config, () => {}, Date.now, readMigrationPlan(variables));
    try {
      if (await hasRowsOfOtherSecrets(database, secrets)) {
        throw new CommandRefused(
          "The database has rows of another secret than CUSTOMER_ID_SECRET and CUSTOMER_ID_PREVIOUS_SECRET say, and nobody can tell whose they are. Set both as the servers have them: nothing was removed.",
        );
      }
      const erased = await erasePerson(database, rowIdsOf(personId.data, secrets), Date.now(), pinChangesMs);
      if ("underWay" in erased) {
        throw new CommandRefused(
          `${erased.underWay} of the person's PIN changes are under way, for up to ${erased.seconds} seconds: nothing was removed.`,
        );
      }
      const { removed, auditRowsKept } = erased;
      if (auditRowsKept === 0 && Object.values(removed).every((rows) => rows === 0)) {
        return done(
          `Nothing is known of this person in ${nameOfDatabase(config)}: compare the id with the one at Solaris. Nothing was removed.`,
        );
      }
      const counts = Object.entries(removed).map(([table, rows]) => `  ${table}: ${rows}`);
      return done(
        [
          `Removed from ${nameOfDatabase(config)}`,
          ...counts,
          `Kept: ${auditRowsKept} rows of the audit, without an id (docs/operations.md#erasing-a-person).`,
        ].join("\n"),
      );
    } finally {
      await close();
    }
  },
};
