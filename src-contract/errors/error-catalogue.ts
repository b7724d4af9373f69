import { bankErrors } from "./bank-errors.ts";
import { deviceErrors } from "./device-errors.ts";
import { entryErrors } from "./entry-errors.ts";
import { networkErrors } from "./network-errors.ts";
import { pinErrors } from "./pin-errors.ts";
import { programErrors } from "./program-errors.ts";

/**
 * Every error that there is, under the one name that it has from Solaris' answer, over the ledger and the wire, to the
 * words on the screen. The window's texts (`src-renderer/words/`), the backend's problems and `docs/errors.md` come from
 * it. Stable: support, documentation and tests name the codes, and an app in the field switches on them.
 */
export const errorCatalogue = {
  ...programErrors,
  ...networkErrors,
  ...bankErrors,
  ...deviceErrors,
  ...entryErrors,
  ...pinErrors,
} as const;
