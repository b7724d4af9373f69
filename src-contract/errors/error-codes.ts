import { errorCatalogue } from "./error-catalogue.ts";

/** Every code that can reach the window; the catalogue says what is known of each. */
export type ErrorCode = keyof typeof errorCatalogue;
export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[];
