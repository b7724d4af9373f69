/**
 * A text as it is searched: without capitals and without accents, which few people type into a search. NFD separates the
 * marks from their letters (UAX #15).
 */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
