/** The environment does not describe a backend. Its message lists every wrong variable, and no value of any. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The partner backend cannot start with this environment:\n${faults.map((fault) => `  ${fault}\n`).join("")}`);
    this.faults = faults;
  }
}
