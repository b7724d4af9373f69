import { boundaries } from "./boundaries.mjs";
import { deniedMembers } from "./denied-members.mjs";
import { renderImportPlugin, renderMemberPlugin } from "./linter-plugins.mjs";

/** @typedef {import("./boundaries.mjs").Boundary} Boundary */

/** Where the rendered files lie. biome.json extends linter-rules.json. */
const folder = "build/import-boundaries/generated";

/** How many folders below its boundary's a file can lie. What lies deeper can import nothing. */
const DEEPEST = 2;

/**
 * The linter's rules for the boundaries.
 * @returns {Record<string, string>} what each generated file holds, by its path from the project's folder
 */
export function renderLinterRules() {
  const plugins = deniedMembers.map((rule) => ({ ...rule, file: `${folder}/${rule.name}.grit` }));
  const overrides = [
    ...boundaries.flatMap(overridesOf),
    {
      // A declaration of globals cannot import at its head: it would be a module then, and declare nothing.
      includes: ["src-*/**", "!**/*.d.ts"],
      plugins: [`${folder}/import-by-name.grit`],
      linter: { rules: { style: { noCommonJs: "error" } } },
    },
    ...plugins.map(({ file, folders, except }) => ({
      includes: [...folders.map((one) => `${one}**`), ...(except ? [`!${except}`] : [])],
      plugins: [file],
    })),
  ];
  return {
    [`${folder}/linter-rules.json`]: `{"overrides":[\n${overrides.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`,
    [`${folder}/import-by-name.grit`]: renderImportPlugin(),
    ...Object.fromEntries(plugins.map((rule) => [rule.file, renderMemberPlugin(rule)])),
  };
}

/**
 * Biome compares an import as it is written (`../keys/ecdsa.ts`), so there is an override for each depth of a folder.
 * @param {Boundary} boundary
 */
function overridesOf(boundary) {
  const { of } = boundary;
  const others = innerBoundaries(of).map((other) => `!${other.endsWith("/") ? `${other}**` : other}`);
  if (!of.endsWith("/")) return [override(boundary, [of, ...others], 0)];
  const message = `A file lies no more than ${DEEPEST} folders below ${of}.`;
  return [
    ...[0, 1, 2].map((below) => override(boundary, [`${of}${"*/".repeat(below)}*`, ...others], below)),
    override({ of, message, packages: [], files: [] }, [`${of}${"*/".repeat(DEEPEST + 1)}**`, ...others], null),
  ];
}

/**
 * @param {Boundary} boundary
 * @param {string[]} includes
 * @param {number | null} below how many folders below the boundary's these files lie; null where they import nothing
 */
function override({ of, message, packages, files, names = {}, deniedGlobals = [], readsEnvironment }, includes, below) {
  const allowed =
    below === null ? [] : [...ownFiles(of, below), ...files.map((file) => `!${asWritten(of, below, file)}`)];
  const paths = Object.entries(names).map(([name, allowImportNames]) => [name, { allowImportNames, message }]);
  const global = Object.fromEntries(deniedGlobals.map((name) => [name, message]));
  return {
    includes,
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: {
              paths: Object.fromEntries(paths),
              patterns: [
                { group: ["**", ...packages.map((name) => `!${name}`), ...allowed], message },
                { group: downAndUp, message: "A path goes up first and then down, so that it says where it leads." },
                { group: ["**/index.ts"], message: "An entry is imported by nobody." },
              ],
            },
          },
          noRestrictedGlobals: { level: "error", options: { deniedGlobals: global } },
          noProcessEnv: readsEnvironment ? "off" : "error",
        },
      },
    },
  };
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
