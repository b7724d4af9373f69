import { bankErrors } from "./bank-errors.ts";
import { deviceErrors } from "./device-errors.ts";
import { entryErrors } from "./entry-errors.ts";
import { networkErrors } from "./network-errors.ts";
import { pinErrors } from "./pin-errors.ts";
import { programErrors } from "./program-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { updateErrors } from "./update-errors.ts";

/**
 * Every error, under the one name that it has from Solaris' answer through the ledger and the wire to the words on the
 * screen. The window's texts (`src-renderer/words/`), the backend's problems and `docs/errors.md` come from it. Codes are
 * stable: support, documents and tests name them, and apps in the field branch on them.
 */
export const errorCatalogue = {
  ...programErrors,
  ...updateErrors,
  ...networkErrors,
  ...bankErrors,
  ...signInErrors,
  ...deviceErrors,
  ...entryErrors,
  ...pinErrors,
} as const;
