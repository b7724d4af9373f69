import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Language } from "../../../src-contract/rules/languages.ts";
import { de } from "../../../src-renderer/words/de.ts";
import { dePanels } from "../../../src-renderer/words/de-panels.ts";
import { en } from "../../../src-renderer/words/en.ts";
import { enPanels } from "../../../src-renderer/words/en-panels.ts";
import { es } from "../../../src-renderer/words/es.ts";
import { esPanels } from "../../../src-renderer/words/es-panels.ts";
import { fr } from "../../../src-renderer/words/fr.ts";
import { frPanels } from "../../../src-renderer/words/fr-panels.ts";
import { it } from "../../../src-renderer/words/it.ts";
import { itPanels } from "../../../src-renderer/words/it-panels.ts";
import type { Catalogue } from "../../../src-renderer/words/messages.ts";
import type { WindowTexts } from "../../../src-renderer/words/window-texts.ts";

export const catalogues: Record<Language, WindowTexts> = {
  en: { ...en, ...enPanels },
  de: { ...de, ...dePanels },
  fr: { ...fr, ...frPanels },
  it: { ...it, ...itPanels },
  es: { ...es, ...esPanels },
};

/** Every message of a catalogue under its whole name, such as `cards.title`. */
export function listMessages(catalogue: Catalogue, group = ""): [name: string, message: string][] {
  return Object.entries(catalogue).flatMap(([name, message]) =>
    typeof message === "string" ? [[group + name, message]] : listMessages(message, `${group}${name}.`),
  );
}

/** @throws SyntaxError where a message is not in ICU MessageFormat */
export function parseMessage(message: string): MessageFormatElement[] {
  return parse(message, { ignoreTag: true });
}

/** The values that a message asks for: how each is used and, of a select, with which keys. */
export function askedValues(message: string): string[] {
  const found = listArguments(parseMessage(message)).map((element) =>
    element.type === TYPE.select
      ? `${element.value}, select, ${Object.keys(element.options).sort().join(" ")}`
      : `${element.value}, ${TYPE[element.type]}`,
  );
  return [...new Set(found)].sort();
}

/** The categories of each plural in a message, exact values such as `=0` left out. */
export function pluralCategories(message: string): string[][] {
  return listArguments(parseMessage(message)).flatMap((element) =>
    element.type === TYPE.plural ? [Object.keys(element.options).filter((name) => !name.startsWith("="))] : [],
  );
}

/** Everything that a message can come out as, one for each way through its selects and plurals; values stay `{name}`. */
export function allReadings(message: string): string[] {
  return readAll(parseMessage(message));
}

type Argument = Exclude<MessageFormatElement, { type: TYPE.literal } | { type: TYPE.pound } | { type: TYPE.tag }>;

function listArguments(elements: readonly MessageFormatElement[]): Argument[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return [];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element];
    return [element, ...Object.values(element.options).flatMap(({ value }) => listArguments(value))];
  });
}

function readAll(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (begun, element) => begun.flatMap((text) => readElement(element).map((more) => text + more)),
    [""],
  );
}

function readElement(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
      return [element.value];
    case TYPE.pound:
      return ["{#}"];
    case TYPE.tag:
      return readAll(element.children);
    case TYPE.select:
    case TYPE.plural:
      return Object.values(element.options).flatMap(({ value }) => readAll(value));
    default:
      return [`{${element.value}}`];
  }
}
