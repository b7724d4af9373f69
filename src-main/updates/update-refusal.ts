import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";

/**
 * Why an update is not taken (docs/threat-model.md#updates-signed). Metadata: `too-large`, `malformed`, `not-signed` (by
 * fewer keys than the role asks for), `root-not-next` (the chain has a gap), `root-older` (it ends before one seen earlier),
 * `root-expired`, `root-missing` (the release was signed under a newer root), `release-older`, `release-replaced` (another
 * one under a sequence number seen earlier), `release-expired`. The package: `length`, `hash`.
 */
export type RefusalReason =
  | "too-large"
  | "malformed"
  | "not-signed"
  | "root-not-next"
  | "root-older"
  | "root-expired"
  | "root-missing"
  | "release-older"
  | "release-replaced"
  | "release-expired"
  | "length"
  | "hash";

/** What cardholders are told: too old may be their computer's clock, which they can mend. */
const codes: Partial<Record<RefusalReason, ErrorCode>> = {
  "root-expired": "ERR_UPDATE_TOO_OLD",
  "release-expired": "ERR_UPDATE_TOO_OLD",
};

/** An update, or what was said of one, that does not count. Nothing of it is used. */
export class UpdateRefusal extends AppError {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, cause?: unknown) {
    super(codes[reason] ?? "ERR_UPDATE_NOT_TRUSTED", { cause });
    this.name = "UpdateRefusal";
    this.reason = reason;
  }
}
