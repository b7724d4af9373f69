import type { Dialect, Driver } from "kysely";

/** How a database's connections are used at the moment. */
export interface DatabaseLoad {
  readonly inUse: number;
  /** Statements and transactions that wait for a connection. */
  readonly waiting: number;
}

const loads = new WeakMap<object, DatabaseLoad>();

/** Counts how the connections of a dialect are used. @returns the dialect to use, and what says whose load that is */
export function countLoad(dialect: Dialect): { dialect: Dialect; of: <D extends object>(database: D) => D } {
  const load = { inUse: 0, waiting: 0 };
  const counted = (driver: Driver): Driver => ({
    ...driver,
    acquireConnection: async () => {
      load.waiting += 1;
      try {
        const connection = await driver.acquireConnection();
        load.inUse += 1;
        return connection;
      } finally {
        load.waiting -= 1;
      }
    },
    releaseConnection: async (connection) => {
      load.inUse -= 1;
      await driver.releaseConnection(connection);
    },
  });
  return {
    dialect: { ...dialect, createDriver: () => counted(dialect.createDriver()) },
    of: (database) => {
      loads.set(database, load);
      return database;
    },
  };
}

/** How a database that was opened here is used; one that is not open yet, not at all. */
export function loadOf(database: object | undefined): DatabaseLoad {
  return (database && loads.get(database)) ?? { inUse: 0, waiting: 0 };
}
