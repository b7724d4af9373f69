import { type Migrations, migrations } from "./migrations.ts";

/** Which migrations a start wants to find in a database, and what it does about those that are missing. */
export interface MigrationPlan {
  /** All that this version knows, by name. */
  readonly known: Migrations;
  /** Whether missing ones are made. If not, a database that lacks one is refused (docs/operations.md#versions-and-migrations). */
  readonly makesMissing: boolean;
  /** Told of those that were made, by name. */
  readonly onMade?: (names: readonly string[]) => void;
}

/** As a start does it unless somebody says otherwise. */
export const usualPlan: MigrationPlan = { known: migrations, makesMissing: true };
