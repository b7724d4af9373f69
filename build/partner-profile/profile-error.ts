/** A profile that nothing can be built with. Its message is for the partner: each fault names a field, what is expected and what to write. */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(
      `Nothing can be built with the partner's profile ${file}:\n${faults.map((fault) => `  ${fault}\n`).join("")}`,
    );
    this.faults = faults;
    this.stack = this.message; // the build prints the stack, and where in our files a profile was refused helps nobody
  }
}
