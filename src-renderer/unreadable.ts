import type { Failure } from "../src-contract/errors/result.ts";

/** A file of this program cannot be read: it is damaged, or was replaced while it runs. Most only need to start it again. */
export const unreadable: Failure = { ok: false, code: "ERR_INTERNAL" };
