import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { CommandRefused } from "../command-refused.ts";
import { readDatabaseConfig, readMigrationPlan, readRetention, readRowSecrets } from "../config.ts";
import { openServerDatabase } from "../database/open-server-database.ts";
import { requireDatabase } from "../database/require-database.ts";
import { compactFile } from "../erasure/compact-file.ts";
import { erasePerson } from "../erasure/erase-person.ts";
import { hasRowsOfOtherSecrets } from "../erasure/other-secrets.ts";
import { rowIdsOf } from "../sign-in/customer-ids.ts";
import type { Command } from "./command.ts";
import { nameOfDatabase } from "./name-of-database.ts";

const fileHasIt =
  "BUT unused parts of the file still have what was ever removed: make room on its disk, and run this once more.";

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
    requireDatabase(config);
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
      // Also where nothing was removed: it may have been before, and there was no room then.
      const left = config.kind === "postgres" || (await compactFile(database)) ? [] : [fileHasIt];
      const { removed, auditRowsKept } = erased;
      const isNothing = auditRowsKept === 0 && Object.values(removed).every((rows) => rows === 0);
      const name = nameOfDatabase(config);
      const said = isNothing
        ? [`Nothing is known of this person in ${name}: compare the id with the one at Solaris. Nothing was removed.`]
        : [
            `Removed from ${name}`,
            ...Object.entries(removed).map(([table, rows]) => `  ${table}: ${rows}`),
            `Kept: ${auditRowsKept} rows of the audit, without an id (docs/operations.md#erasing-a-person).`,
          ];
      return { said: [...said, ...left].join("\n"), exitCode: left.length === 0 ? 0 : 2 };
    } finally {
      await close();
    }
  },
};
