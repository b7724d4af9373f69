/**
 * The names of the values that an ICU message asks for, read from its literal type: `"{left, plural, one {# try} other
 * {# tries}}"` asks for `left`. The messages inside a plural or select are messages again, so braces are counted: `Inside`
 * says, innermost first, whether the text at hand is a message or a list of options.
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
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

/** The argument that begins here: its name, what follows, and whether that is a list of options. */
type ArgumentAt<Text extends string> = Text extends `${infer Before}}${infer After}`
  ? Before extends `${infer Name},${string}`
    ? Text extends `${Name}, ${"plural" | "select" | "selectordinal"},${infer Options}`
      ? [Name, Options, true]
      : [Name, After, false]
    : [Before, After, false]
  : never;
