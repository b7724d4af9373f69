import type { Catalogue } from "./messages.ts";

/**
 * Replaces our messages with a partner's. The build has checked each against the catalogue.
 * @param texts by place, e.g. `outcome.changed.next`
 */
export function reword<C extends Catalogue>(catalogue: C, texts: Readonly<Record<string, string>>, before = ""): C {
  const reworded = Object.entries<string | Catalogue>(catalogue).map(([name, message]) => {
    const place = `${before}${name}`;
    return [
      name,
      typeof message === "string"
        ? Object.hasOwn(texts, place)
          ? texts[place]
          : message
        : reword(message, texts, `${place}.`),
    ];
  });
  return Object.fromEntries(reworded) as C;
}
