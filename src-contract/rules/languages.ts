/** The window's languages. */
export const languages = ["en", "de", "fr", "it", "es"] as const;
export type Language = (typeof languages)[number];
