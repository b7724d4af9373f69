/** A command that does nothing, and why; its message is for whoever gave it. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
