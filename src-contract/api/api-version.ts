/**
 * The version of this API (semantic versioning): the third number moves with its words, the second with what it gains, and
 * the first, together with the path's `/v1`, with what breaks a client. `tests/api/breaking-changes.test.ts` holds it.
 */
export const API_VERSION = "1.1.0";
