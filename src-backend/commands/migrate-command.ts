import { readDatabaseConfig } from "../config.ts";
import { usualPlan } from "../database/migration-plan.ts";
import { openServerDatabase } from "../database/open-server-database.ts";
import { type Command, done } from "./command.ts";
import { nameOfDatabase } from "./name-of-database.ts";

/** Makes the tables that this version needs, whatever MIGRATE_AT_START says (docs/operations.md#versions-and-migrations). */
export const migrateCommand: Command = {
  usage: "migrate",
  does: "makes what this version's tables lack, for servers with MIGRATE_AT_START=no",
  run: async (_operands, { variables }) => {
    const config = readDatabaseConfig(variables);
    let made: readonly string[] = [];
    const onMade = (names: readonly string[]) => {
      made = names;
    };
    const { close } = await openServerDatabase(config, () => {}, Date.now, { ...usualPlan, onMade });
    await close();
    const name = nameOfDatabase(config);
    if (made.length === 0) return done(`Nothing is missing in ${name}.`);
    return done([`Made in ${name}:`, ...made.map((migration) => `  ${migration}`)].join("\n"));
  },
};
