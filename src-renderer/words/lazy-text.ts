/** A text that is kept as a way to say it, so that it is in the language of the moment in which it shows. */
export type LazyText = () => string;
