/** The partner, in one place: where the constant is named, all of it is put in by the build. */
export const partner = __PARTNER__;
