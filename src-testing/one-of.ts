/**
 * The value of an option that takes only some words. Playwright takes every value, and TypeScript is not asked where tests run.
 * @throws Error that says which words there are
 */
export function oneOf<Word extends string>(option: string, value: Word, words: readonly Word[]): Word {
  if (words.includes(value)) return value;
  throw new Error(`the option "${option}" is "${value}", which is none of: ${words.join(", ")}`);
}
