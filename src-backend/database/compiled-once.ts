import type { CompiledQuery, DialectAdapter, QueryResult } from "kysely";
import type { Database } from "./open-database.ts";

/** In a statement, stands for the value that each run of it has. */
export type ValueOf<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/** A query of Kysely's builders, or a raw one. */
export interface Statement<Row> {
  readonly compile: (inside: Database) => CompiledQuery<Row>;
}

class Placeholder {
  readonly of: (values: object) => unknown;
  constructor(of: (values: object) => unknown) {
    this.of = of;
  }
}

/**
 * A statement that is built and compiled at its first run, for each dialect, and has other values at each: to build one costs
 * more than SQLite needs to run it. An array stands for a list, and each length of it has a statement of its own.
 * @param build says `value("name")` where a run has its own; called as rarely as possible, so it must not depend on the values
 * @returns runs it @throws DatabaseFailed
 */
export function compiledOnce<Values extends object, Row = unknown>(
  build: (inside: Database, value: ValueOf<Values>) => Statement<Row>,
): (inside: Database, values: Values) => Promise<QueryResult<Row>> {
  const known = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>();

  const compiledFor = (inside: Database, values: Values): CompiledQuery<Row> => {
    const { adapter } = inside.getExecutor();
    const ofDialect = known.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    known.set(adapter, ofDialect);
    const lengths = lengthsOf(values);
    const compiled = ofDialect.get(lengths) ?? build(inside, placeholdersOf(values)).compile(inside);
    ofDialect.set(lengths, compiled);
    return compiled;
  };

  return (inside, values) => {
    const compiled = compiledFor(inside, values);
    const parameters = compiled.parameters.map((one) => (one instanceof Placeholder ? one.of(values) : one));
    return inside.executeQuery({ ...compiled, parameters });
  };
}

function lengthsOf(values: object): string {
  let lengths = "";
  for (const value of Object.values(values)) if (Array.isArray(value)) lengths += `${value.length} `;
  return lengths;
}

function placeholdersOf<Values extends object>(values: Values): ValueOf<Values> {
  return (name) => {
    const one = (of: object) => (of as Values)[name];
    const stands = Array.isArray(values[name])
      ? values[name].map((_, index) => new Placeholder((of) => (one(of) as unknown[])[index]))
      : new Placeholder(one);
    return stands as Values[typeof name]; // Kysely passes a value on as it is
  };
}
