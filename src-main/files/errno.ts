/** The system's name for an error, such as `ENOENT`; null if it is not a system error. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
