/** What a command can use of the process that runs it. */
export interface Surroundings {
  /** The environment. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Reads standard input to its end: what must stand neither in the shell's history nor in the list of processes. */
  readonly readInput: () => Promise<string>;
}

/** What a command has done or found, for the operator and for a script. */
export interface CommandEnd {
  readonly said: string;
  /** 0: done, or all is well. 2: it ran to its end and found something wrong. A refused command ends with 1. */
  readonly exitCode: 0 | 2;
}

/** A command of the backend, which works and ends, where without one it serves. */
export interface Command {
  /** How it is called: its words, then its operands in capitals. An operand may be optional: `[FILE]`. */
  readonly usage: string;
  /** In one line, what it does. */
  readonly does: string;
  /**
   * Runs it, with as many operands as the usage has.
   * @throws CommandRefused, ConfigError
   */
  readonly run: (operands: readonly string[], surroundings: Surroundings) => Promise<CommandEnd>;
}

/** The end of a command that did what it should. */
export function done(said: string): CommandEnd {
  return { said, exitCode: 0 };
}
