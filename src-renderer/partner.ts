/** The partner, read in one place, because the build inserts the whole constant wherever it is named. */
export const partner = __PARTNER__;
