/** The person whom a sign-in belongs to, and their name where it was found with them. */
export interface FoundPerson {
  /** Solaris' id. */
  readonly personId: string;
  readonly name?: string | undefined;
}
