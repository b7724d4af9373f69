/**
 * The names of the values in an ICU message, read from its literal type: `"{left, plural, one {# try} other {# tries}}"`
 * needs `left`. A plural or select contains messages again, so this counts braces: `Inside` says, innermost first, whether
 * the current text is a message or a list of options. https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export type Placeholders<
  Message extends string,
  Inside extends readonly Place[] = ["message"],
> = Inside extends readonly [infer Here, ...infer Outer extends readonly Place[]]
  ? NextBrace<Message> extends [infer Brace, infer Rest extends string]
    ? Brace extends "}"
      ? Placeholders<Rest, Outer>
      : Here extends "options"
        ? Placeholders<Rest, ["message", ...Inside]>
        : ArgumentAt<Rest> extends [infer Name, infer After extends string, infer Opens]
          ? Name | (Opens extends true ? Placeholders<After, ["options", ...Inside]> : Placeholders<After, Inside>)
          : never
    : never
  : never;

type Place = "message" | "options";

/** The first brace of a text and what follows it. */
type NextBrace<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Between}`
    ? ["}", `${Between}{${After}`]
    : ["{", After]
  : Text extends `${string}}${infer After}`
    ? ["}", After]
    : null;

/** The argument that begins here: its name, the rest, and whether that is a list of options. */
type ArgumentAt<Text extends string> = Text extends `${infer Before}}${infer After}`
  ? Before extends `${infer Name},${string}`
    ? Text extends `${Name}, ${"plural" | "select" | "selectordinal"},${infer Options}`
      ? [Name, Options, true]
      : [Name, After, false]
    : [Before, After, false]
  : never;
