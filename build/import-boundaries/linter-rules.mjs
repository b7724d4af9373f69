import { boundaries } from "./boundaries.mjs";
import { deniedMembers, deniedValues } from "./denied-members.mjs";
import { renderImportPlugin, renderMemberPlugin, renderValuePlugin } from "./linter-plugins.mjs";
import { reserved } from "./reserved.mjs";

/** @typedef {import("./boundary.mjs").Boundary} Boundary */

/** Where the rendered files lie. biome.json extends linter-rules.json. */
const folder = "build/import-boundaries/generated";

/** How many folders below its boundary's a file can lie. What lies deeper can import nothing. */
const DEEPEST = 2;

/**
 * The linter's rules for the boundaries.
 * @returns {Record<string, string>} what each generated file holds, by its path from the project's folder
 */
export function renderLinterRules() {
  const plugins = [
    ...deniedMembers.map((rule) => ({ ...rule, text: renderMemberPlugin(rule) })),
    ...deniedValues.map((rule) => ({ ...rule, text: renderValuePlugin(rule) })),
  ].map((rule) => ({ ...rule, file: `${folder}/${rule.name}.grit` }));
  const overrides = [
    ...boundaries.flatMap(overridesOf),
    {
      // A declaration of globals cannot import at its head: it would be a module then, and declare nothing.
      includes: ["src-*/**", "!**/*.d.ts"],
      plugins: [`${folder}/import-by-name.grit`],
      linter: { rules: { style: { noCommonJs: "error" } } },
    },
    ...plugins.map(({ file, folders, except = [] }) => ({
      includes: [...folders.map((one) => `${one}**`), ...except.map((one) => `!${one}`)],
      plugins: [file],
    })),
  ];
  return {
    [`${folder}/linter-rules.json`]: `{"overrides":[\n${overrides.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`,
    [`${folder}/import-by-name.grit`]: renderImportPlugin(),
    ...Object.fromEntries(plugins.map(({ file, text }) => [file, text])),
  };
}

/**
 * One override for what may be used, and one for the imports of each depth of a folder: Biome compares an import as it is
 * written (`../keys/ecdsa.ts`).
 * @param {Boundary} boundary
 */
function overridesOf(boundary) {
  const { of, deniedGlobals = [], message, readsEnvironment } = boundary;
  const others = innerBoundaries(of).map((other) => `!${other.endsWith("/") ? `${other}**` : other}`);
  const isFolder = of.endsWith("/");
  const depths = Array.from({ length: isFolder ? DEEPEST + 1 : 1 }, (_, below) => below);
  const tooDeep = `A file lies no more than ${DEEPEST} folders below ${of}.`;
  return [
    override([isFolder ? `${of}**` : of, ...others], {
      noRestrictedGlobals: {
        level: "error",
        options: { deniedGlobals: Object.fromEntries(deniedGlobals.map((name) => [name, message])) },
      },
      noProcessEnv: readsEnvironment ? "off" : "error",
    }),
    ...depths.map((below) =>
      override([isFolder ? `${of}${"*/".repeat(below)}*` : of, ...others], importsOf(boundary, below)),
    ),
    ...(isFolder
      ? [override([`${of}${"*/".repeat(DEEPEST + 1)}**`, ...others], restrictImports({}, ["**"], tooDeep))]
      : []),
  ];
}

/** @param {string[]} includes @param {object} style */
function override(includes, style) {
  return { includes, linter: { rules: { style } } };
}

/** @param {Boundary} boundary @param {number} below how many folders below the boundary's the importing files lie */
function importsOf({ of, message, packages, files, names = {} }, below) {
  const paths = Object.entries(names).map(([name, allowImportNames]) => [name, { allowImportNames, message }]);
  const group = [
    "**",
    ...packages.map((name) => `!${name}`),
    ...ownFiles(of, below),
    ...files.map((file) => `!${asWritten(of, below, file)}`),
  ];
  return restrictImports(Object.fromEntries(paths), group, message, reservedFrom(of, below));
}

/** What this boundary's files may not have of files that they may import. @param {string} of @param {number} below */
function reservedFrom(of, below) {
  return reserved
    .filter(({ by }) => !by.includes(of))
    .map(({ file, names, message }) => ({
      group: [asWritten(of, below, file)],
      // All at once (`import * as`, `import()`) is as good as the name.
      ...(names && { importNamePattern: `(?:${names.join("|")}|\\*)` }),
      message,
    }));
}

/** @param {object} paths @param {string[]} group @param {string} message @param {object[]} more */
function restrictImports(paths, group, message, more = []) {
  const patterns = [
    { group, message },
    ...more,
    { group: downAndUp, message: "A path goes up first and then down, so that it says where it leads." },
    { group: ["**/index.ts"], message: "An entry is imported by nobody." },
  ];
  return { noRestrictedImports: { level: "error", options: { paths, patterns } } };
}

/** Which of these the last match decides: `!` allows, as in a .gitignore. @param {string} of @param {number} below */
function ownFiles(of, below) {
  const hasRooms = boundaries.some((other) => other.of === `${folderOf(of)}*`);
  if (hasRooms && !of.endsWith("/")) return ["!./*"];
  if (hasRooms || below === 0) return ["!./**"];
  return ["!./**", "!../**", `${"../".repeat(below + 1)}**`];
}

/**
 * How a file writes another one's path.
 * @param {string} of @param {number} below @param {string} target a folder or a file
 */
function asWritten(of, below, target) {
  const from = folderOf(of).split("/").slice(0, -1);
  const to = target.split("/");
  const shared = from.findIndex((name, index) => name !== to[index]);
  const common = shared < 0 ? from.length : shared;
  const up = "../".repeat(from.length - common + below) || "./";
  return `${up}${to.slice(common).join("/")}${target.endsWith("/") ? "**" : ""}`;
}

/** @param {string} of */
function folderOf(of) {
  return of.slice(0, of.lastIndexOf("/") + 1);
}

/** The boundaries of a part of what another one is of. @param {string} of */
function innerBoundaries(of) {
  return boundaries
    .map((one) => one.of)
    .filter((other) => {
      if (other === of) return false;
      if (of.endsWith("/*")) return !/[/*]$/.test(other) && folderOf(other) === folderOf(of);
      return of.endsWith("/") && other.startsWith(of);
    });
}

const downAndUp = [
  "**/../**",
  ...[1, 2, 3, 4].flatMap((ups) => [`!${"../".repeat(ups)}**`, `${"../".repeat(ups)}**/../**`]),
];
