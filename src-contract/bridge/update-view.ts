import type { ErrorCode } from "../errors/error-codes.ts";

/**
 * How a newer version comes onto this computer: `install`: this program fetches the installer and opens it. `apt`, `dnf`: by
 * the system's package manager, which this program never calls. `partner`: by a way that the partner has to tell.
 */
export type UpdateWay = "install" | "apt" | "dnf" | "partner";

/** What is known of a newer version of this program. */
export interface UpdateView {
  /** The one that is offered to this computer; null if there is none, or none is known. */
  readonly newer: {
    readonly version: string;
    readonly way: UpdateWay;
    /** Its installer is on this computer. */
    readonly isFetched: boolean;
  } | null;
  /** The partner allows no PIN change with this version any more. */
  readonly isRequired: boolean;
  /** Why the last look for a newer version came to nothing; null if it came to something. */
  readonly failure: ErrorCode | null;
}
