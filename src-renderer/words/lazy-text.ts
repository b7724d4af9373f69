/** A text as a function, so it is in the language at the time when it is shown. */
export type LazyText = () => string;
