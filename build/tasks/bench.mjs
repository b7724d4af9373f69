import { Refusal } from "../say.mjs";

/** @type {Record<string, string>} */
const benchmarks = {
  app: "../bench/app.ts",
  backend: "../bench/backend.mjs",
  "backend-fairness": "../bench/backend-fairness.mjs",
};

/**
 * `npm run bench -- NAME`: runs a benchmark and prints its figures; nothing depends on them.
 * @param {{ rest: string[], stopping: AbortSignal }} call
 */
export async function run({ rest: [name = "", ...options], stopping }) {
  const benchmark = benchmarks[name];
  if (!benchmark)
    throw new Refusal(`There is no benchmark "${name}".`, `One of: ${Object.keys(benchmarks).join(", ")}.`);
  return (await import(benchmark)).run(stopping, options);
}
