/** The environment is not a valid configuration. The message lists every wrong variable, but no values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    const list = faults.map((fault) => `  ${fault}\n`).join("");
    super(`The partner backend cannot start with this environment:\n${list}`, options);
    this.faults = faults;
  }
}
