/**
 * In milliseconds: how far the clocks of two instances on one database may be apart. A longer difference makes no change
 * happen twice (docs/postgresql.md says what it does): it only lets one instance misjudge how old another's rows are.
 */
export const CLOCKS_DIFFER_MS = 5000;
