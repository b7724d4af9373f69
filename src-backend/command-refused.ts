/** A command was refused and did nothing. Its message is for the operator. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
