import path from "node:path";
import { boundaries } from "../../build/import-boundaries/boundaries.mjs";
import type { Boundary } from "../../build/import-boundaries/boundary.mjs";
import { deniedMembers, deniedValues } from "../../build/import-boundaries/denied-members.mjs";
import { reserved } from "../../build/import-boundaries/reserved.mjs";

/** A line of code, and the rule that it has to break in this place; null where it has to be allowed. */
export interface Line {
  readonly code: string;
  readonly breaks: string | null;
}

const imports = "lint/style/noRestrictedImports";
const plugin = "plugin";

/** The boundary that a file lies within: the narrowest one. */
export function boundaryOf(file: string): Boundary {
  const folder = `${path.posix.dirname(file)}/`;
  const found =
    boundaries.find(({ of }) => of === file) ??
    boundaries.find(({ of }) => of === `${folder}*`) ??
    boundaries.filter(({ of }) => of.endsWith("/") && file.startsWith(of)).sort((a, b) => b.of.length - a.of.length)[0];
  if (!found) throw new Error(`${file} lies within no boundary`);
  return found;
}

/** Packages that nobody may import, or a few, beside those that somebody does. */
const strangePackages = [
  ...["node:child_process", "node:module", "node:vm", "node:inspector", "node:https", "node:dgram", "http", "fs"],
  ...["electron/main", "electron/renderer", "@github/keytar", "undici", "zod/v4/core", "preact/debug", "axe-core"],
];
const packages = [...new Set([...boundaries.flatMap((one) => one.packages), ...strangePackages])];
/** Those that are worth every form of an import; of the others two will do. */
const everyForm = ["electron", "electron/main", "keytar", "zod", "node:fs", "fastify"];
/** Names that nobody may import, or a few, of packages that are given by name. */
const strangeNames: Readonly<Record<string, readonly string[]>> = {
  electron: [
    ...["ipcMain", "shell", "crashReporter", "safeStorage", "webUtils", "desktopCapturer", "utilityProcess"],
    ...["clipboard", "net", "app", "ipcRenderer"],
  ],
  "node:crypto": ["createPrivateKey", "sign", "generateKeyPairSync", "createECDH", "webcrypto", "subtle", "KeyObject"],
  jose: ["importPKCS8", "exportPKCS8", "exportJWK", "CompactSign", "generateKeyPair"],
};
/** A file that stands for each folder, for each file that is kept for a few, and for what lies beside the source. */
const targets = [
  ...boundaries.flatMap(({ of }) => (/[/*]$/.test(of) ? `${of.replace(/\*$/, "")}some-file.ts` : [])),
  ...boundaries.flatMap(({ of }) => (of.endsWith("/index.ts") ? of : [])),
  ...reserved.flatMap(({ file, names }) => (names ? [] : file)),
  ...["src-main/files/deeper/some-file.ts", "src-main/app-error.ts", "src-preload/index.ts", "src-renderer/index.ts"],
  ...["build/paths.mjs", "tests/unit/by-hand.ts", "electron.vite.config.ts", "node_modules/keytar/lib/keytar.js"],
];

/** Whether a file may import another one, by the paths of both. */
function mayImport(file: string, { of, files }: Boundary, target: string): boolean {
  if (target.endsWith("/index.ts") || isReserved(file, target)) return false;
  if (files.some((one) => (one.endsWith("/") ? target.startsWith(one) : target === one))) return true;
  const folder = `${path.posix.dirname(file)}/`;
  if (boundaries.some((one) => one.of === `${folder}*`)) return `${path.posix.dirname(target)}/` === folder;
  const hasRooms = boundaries.some((one) => one.of === `${of}*`);
  return target.startsWith(hasRooms || !of.endsWith("/") ? folder : of);
}

/** Whether all of a file, or a name of it, is for others than this one. */
function isReserved(file: string, target: string, name?: string): boolean {
  return reserved.some(
    (one) => one.file === target && !one.by.includes(file) && (one.names?.includes(name ?? "") ?? true),
  );
}

/** How a file writes another one's path. */
function pathTo(target: string, file: string): string {
  const relative = path.posix.relative(path.posix.dirname(file), target);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** Everything that a boundary says, as lines to stand in a file. */
export function everyImport(file: string): Line[] {
  const boundary = boundaryOf(file);
  const { names = {}, deniedGlobals = [], readsEnvironment } = boundary;
  const unless = (isAllowed: boolean, rule: string) => (isAllowed ? null : rule);
  const lines: Line[] = [];
  for (const target of targets) {
    const breaks = unless(mayImport(file, boundary, target), imports);
    lines.push({ code: `import { taken } from "${pathTo(target, file)}";`, breaks });
    lines.push({ code: `import type { Taken } from "${pathTo(target, file)}";`, breaks });
  }
  for (const { file: target, names: kept = [] } of reserved) {
    for (const name of kept) {
      const isAllowed = mayImport(file, boundary, target) && !isReserved(file, target, name);
      lines.push({ code: `import { ${name} } from "${pathTo(target, file)}";`, breaks: unless(isAllowed, imports) });
      lines.push({
        code: `import { ${name} as other } from "${pathTo(target, file)}";`,
        breaks: unless(isAllowed, imports),
      });
    }
  }
  for (const name of packages) {
    const isAllowed = boundary.packages.includes(name);
    if (isAllowed && names[name]) continue;
    const breaks = unless(isAllowed, imports);
    lines.push({ code: `import { taken } from "${name}";`, breaks });
    lines.push({ code: `import type { Taken } from "${name}";`, breaks });
    if (!everyForm.includes(name)) continue;
    for (const form of ["taken", "* as taken", "{ type Taken }", "type * as taken"]) {
      lines.push({ code: `import ${form} from "${name}";`, breaks });
    }
    for (const code of [`import "${name}";`, `export * from "${name}";`, `const taken = import("${name}");`]) {
      lines.push({ code, breaks });
    }
  }
  for (const [name, allowed] of Object.entries(names)) {
    for (const one of [...allowed, ...(strangeNames[name] ?? [])]) {
      const breaks = unless(allowed.includes(one), imports);
      lines.push({ code: `import { ${one} } from "${name}";`, breaks });
      lines.push({ code: `import { type ${one} } from "${name}";`, breaks });
      lines.push({ code: `import { ${one} as other } from "${name}";`, breaks });
    }
    for (const form of ["import * as all from", "import all from", "import", "export * from"]) {
      lines.push({ code: `${form} "${name}";`, breaks: imports });
    }
    lines.push({ code: `const all = import("${name}");`, breaks: imports });
  }
  for (const name of deniedGlobals) {
    lines.push({ code: `export const used = ${name};`, breaks: "lint/style/noRestrictedGlobals" });
  }
  const isHome = !file.startsWith("src-main/") && !file.startsWith("src-preload/") && !file.startsWith("src-renderer/");
  const noProcessEnv = "lint/style/noProcessEnv";
  lines.push({
    code: "export const home = process.env.HOME;",
    breaks: unless(readsEnvironment ?? false, noProcessEnv),
  });
  if (isHome) lines.push({ code: "{ const { env } = process; }", breaks: null });
  lines.push({ code: 'console.log("a");', breaks: "lint/suspicious/noConsole" });
  return lines;
}

/** Every member that is denied somewhere, in every way to write it, as lines to stand in a file. */
export function everyMember(file: string): Line[] {
  return [
    ...deniedMembers.flatMap(({ folders, except, of, members }) => {
      const isDenied = folders.some((folder) => file.startsWith(folder)) && !except?.includes(file);
      // The environment and cookies have rules of their own, which read them on the same line.
      const others = members.filter((member) => member !== "env" && member !== "cookie");
      return others.flatMap((member) =>
        waysToWrite(of?.[0] ?? "some", member, of !== undefined).map((code) => ({
          code,
          breaks: isDenied ? plugin : null,
        })),
      );
    }),
    ...deniedValues.flatMap(({ folders, except, globals }) => {
      const isDenied = folders.some((folder) => file.startsWith(folder)) && !except?.includes(file);
      return globals.flatMap((name) => [
        ...waysToRename(name).map((code) => ({ code, breaks: isDenied ? plugin : null })),
        { code: `{ const { title } = ${name}; }`, breaks: null },
        { code: `${name}.title;`, breaks: null },
      ]);
    }),
  ];
}

function waysToRename(name: string): string[] {
  return [
    ...[`{ const other = ${name}; }`, `{ let other; other = ${name}; }`, `{ const other = { ${name} }; }`],
    ...[`{ const other = { a: ${name} }; }`, `{ const [other] = [${name}]; }`, `{ const { ...other } = ${name}; }`],
    ...[`use(${name});`, `{ const other = () => ${name}; }`, `{ const other = ${name} as Other; }`],
    `{ const other = (one = ${name}) => one; }`,
  ];
}

function waysToWrite(object: string, member: string, isOneObject: boolean): string[] {
  return [
    ...[`${object}.${member};`, `${object}["${member}"];`, `${object}?.${member};`, `${object}.${member} = "";`],
    // In a block, so that the name is not the whole file's.
    ...[`{ const { ${member} } = ${object}; }`, `{ const { ${member}: other } = ${object}; }`],
    ...(isOneObject ? [] : [`({ ${member}: other } = ${object});`, `Object.assign(${object}, { ${member}: "" });`]),
  ];
}

/** By folder and boundary: it is the same for all files of both. */
const linesOf = new Map<string, Line[]>();

/** One line of each kind that this file's boundary forbids, and one that it allows. */
export function someLines(file: string): Line[] {
  const place = `${path.posix.dirname(file)} ${boundaryOf(file).of}`;
  const lines = linesOf.get(place) ?? [...everyImport(file), ...everyMember(file)];
  linesOf.set(place, lines);
  const pick = (test: (line: Line) => boolean) => lines.find(test);
  return [
    pick(({ code, breaks }) => breaks === imports && code.includes('from "../')),
    pick(({ code, breaks }) => breaks === imports && code.includes('{ taken } from "node:')),
    pick(({ code, breaks }) => breaks === imports && code.includes('"electron')),
    pick(({ breaks }) => breaks === "lint/style/noRestrictedGlobals"),
    pick(({ breaks }) => breaks === "lint/suspicious/noConsole"),
    pick(({ breaks }) => breaks === plugin),
    pick(({ code, breaks }) => breaks === null && code.startsWith("import")),
  ].filter((line) => line !== undefined);
}
