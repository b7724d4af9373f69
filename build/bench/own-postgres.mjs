/**
 * A PostgreSQL of the benchmark's own, with commits that are on disk, as the tests start theirs.
 * @returns {Promise<{ url: string, remove: () => Promise<void> } | undefined>} undefined where it is not installed
 */
export async function ownPostgres() {
  const { hasPostgres } = await import("../../tests/postgres/programs.ts");
  if (!hasPostgres) return undefined;
  const { startCluster } = await import("../../tests/postgres/cluster.ts");
  const cluster = await startCluster({ autovacuum: "on", max_connections: 100, shared_buffers: "128MB" });
  await cluster.query(
    "create role bench login password 'bench'; create schema bench authorization bench; alter role bench set search_path = bench",
  );
  return { url: cluster.urlFor("bench", "bench"), remove: () => cluster.remove() };
}
