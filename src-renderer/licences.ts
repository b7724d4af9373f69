import type { Licence } from "../src-contract/bridge/licence.ts";

/** Of everything that the build has bundled (build/licences/licences-plugin.ts). A file of its own, read when it is asked for. */
export const licences: readonly Licence[] = __LICENCES__;
