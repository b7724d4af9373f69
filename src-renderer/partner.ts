/** The partner, in one place: where the constant is named, all of it is put in (electron.vite.config.ts). */
export const partner = __PARTNER__;
