import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { languages } from "../../src-contract/rules/languages.ts";
import { readRelease } from "../security/bundle.ts";

// What is read before the first screen is there: neither other languages, nor the panels, nor the later screens (with what they share with the panels), nor the licences. docs/architecture.md promises it.
it.each(languages)("a window in %s loads 60 kB at most, compressed, and no other language", (language) => {
  const files = [...readRelease("renderer")].filter(([file]) => /\.(?:js|css|html)$/.test(file));
  const isWordsOf = (file: string, of: string) => file.startsWith(`assets/${of}-`);
  const isLater = (file: string) =>
    /^assets\/(?:(?:..-)?panels|later-screens|licences|update-actions)-/.test(file) ||
    languages.some((other) => other !== language && isWordsOf(file, other));
  const loaded = files.filter(([file]) => !isLater(file));
  expect(loaded.filter(([file]) => isWordsOf(file, language))).toHaveLength(1);
  const bytes = loaded.reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(60_000);
});
