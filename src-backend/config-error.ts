/** The environment does not describe a backend. Its message lists every wrong variable, and no value of any. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    const list = faults.map((fault) => `  ${fault}\n`).join("");
    super(`The partner backend cannot start with this environment:\n${list}`, options);
    this.faults = faults;
  }
}
