import { statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { compressedBytes, filesOfFirstScreen } from "../../build/bench/window-files.ts";
import { languages } from "../../src-contract/rules/languages.ts";
import { releaseFolder } from "../security/bundle.ts";
import { expectAtMost } from "./cost-limits.ts";
import { importedAtOnce } from "./imported-at-once.ts";

const window = path.join(releaseFolder, "renderer");
const sizeOf = (file: string) => statSync(path.join(releaseFolder, file)).size;

// What is read before the first screen is there: neither other languages, nor the panels and later screens, nor what these say.
it.each(languages)("a window in %s reads little until its first screen, and no other language", (language) => {
  const files = filesOfFirstScreen(window, language);
  const others = languages.filter((other) => other !== language);
  expect(files.filter((file) => others.some((other) => file.startsWith(`assets/${other}-`)))).toEqual([]);
  expect(files.filter((file) => file.startsWith(`assets/${language}-`))).toHaveLength(1);
  expectAtMost("files of a window until its first screen", files.length, files.join(", "));
  expectAtMost(
    "bytes of a window until its first screen, compressed",
    compressedBytes(window, files),
    files.join(", "),
  );
});

it("the window runs few modules until its first screen, and of packages what draws it", () => {
  const { files, packages } = importedAtOnce("src-renderer/main.tsx");
  expect(files).toContain("src-renderer/screens/sign-in-screen.tsx");
  expect(files.filter((file) => /later-screens|panels|cards-screen/.test(file))).toEqual([]);
  expectAtMost("own modules of the window until its first screen", files.length, files.join(" "));
  const parser = "@formatjs/icu-messageformat-parser"; // of development builds: a release's texts are parsed
  const drawing = ["intl-messageformat", "preact", "preact/compat", "preact/hooks", "zustand/vanilla"];
  expect(packages).toEqual([parser, `${parser}/printer.js`, ...drawing]);
});

it("main runs few modules before there is a window, and of packages what reads its files", () => {
  const { files, packages } = importedAtOnce("src-main/index.ts");
  expect(files).toContain("src-main/shell/create-window.ts");
  expect(files).not.toContain("src-main/core.ts");
  expectAtMost("own modules of main before there is a window", files.length, files.join(" "));
  expect(packages.filter((name) => !name.startsWith("node:"))).toEqual(["electron", "zod"]);
});

it("main's files and the preload stay small", () => {
  expectAtMost("bytes of what main reads before there is a window", sizeOf("main/index.js"));
  expectAtMost("bytes of what main reads while the window starts", sizeOf("main/run-core.js"));
  expectAtMost("bytes of the preload", sizeOf("preload/index.cjs"));
});
