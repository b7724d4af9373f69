/**
 * A profile that cannot be built. The message is for the partner: each fault names a field, what is expected and what to
 * write.
 */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(
      `Nothing can be built with the partner's profile ${file}:\n${faults.map((fault) => `  ${fault}\n`).join("")}`,
    );
    this.faults = faults;
    this.stack = this.message; // the build prints the stack, and our own lines would not help the partner
  }
}
