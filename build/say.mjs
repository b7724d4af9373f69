/** One line for the person at the terminal. On stderr, so that a task's own output stays clean. @param {string} line */
export function say(line) {
  process.stderr.write(`cardbound: ${line}\n`);
}

/** Something a person has to mend: what is wrong, and what to do. Shown without a stack. */
export class Refusal extends Error {
  /** @param {string} message @param {string} nextStep */
  constructor(message, nextStep) {
    super(message);
    this.nextStep = nextStep;
  }
}
