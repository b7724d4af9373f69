import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root, sourcesIn } from "./lint-mirror.ts";

/** Source without its comments, in which words may stand that code may not have. */
function codeOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

interface Way {
  readonly name: string;
  readonly folders: readonly string[];
  readonly pattern: RegExp;
  readonly example: string;
}

/** Ways round a wall that the lint rules do not see (measured with Biome 2.6). */
const ways: readonly Way[] = [
  {
    name: "a type taken with import(…)",
    folders: ["src-main", "src-preload", "src-renderer", "src-backend", "src-sandbox"],
    pattern: /(?::|=|<|\||&|typeof)\s*import\(/,
    example: 'let app: import("electron").App;',
  },
  {
    name: "require",
    folders: ["src-main", "src-preload", "src-renderer", "src-backend", "src-sandbox"],
    pattern: /(?<![.\w])require\s*\(\s*["'`]|\bcreateRequire\b/,
    example: 'const keytar = require("keytar");',
  },
  {
    name: "a network or storage global by way of the window object",
    folders: ["src-renderer"],
    pattern:
      /\b(?:window|document|frames|top|parent)\s*(?:\.|\[\s*["'`])\s*(?:fetch|XMLHttpRequest|WebSocket|EventSource|localStorage|sessionStorage|indexedDB|caches|cookieStore|cookie|navigator|open)\b/,
    example: 'window.fetch("https://example.org")',
  },
  {
    name: "text turned into markup or code",
    folders: ["src-main", "src-preload", "src-renderer"],
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\s*\(|new Function)\b/,
    example: "element.innerHTML = text",
  },
  {
    name: "ways out through electron's objects",
    folders: ["src-main", "src-preload"],
    pattern:
      /\.(?:openExternal|openPath|openDevTools|setAsDefaultProtocolClient|getAllWebContents)\b|\bcrashReporter\b|\bipcMain\b/,
    example: "shell.openExternal(url)",
  },
];

describe.each(ways)("$name", ({ folders, pattern, example }) => {
  it("is recognised", () => {
    expect(example).toMatch(pattern);
  });

  it("is taken by no source file", () => {
    expect(folders.flatMap(sourcesIn).filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });
});

it("script is run in the page by the file that takes WebRTC from it, and by no other", () => {
  const folders = ["src-main", "src-preload"];
  expect(folders.flatMap(sourcesIn).filter((file) => /\.executeJavaScript\b/.test(codeOf(file)))).toEqual([
    "src-preload/one-realm.ts",
  ]);
});

it("the contents' ipc is used in the door alone", () => {
  expect(sourcesIn("src-main").filter((file) => /\bipc\s*\.\s*(?:handle|on|once)\b/.test(codeOf(file)))).toEqual([
    "src-main/shell/ipc.ts",
  ]);
});
