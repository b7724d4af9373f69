import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../paths.mjs";

export const testingDocumentFile = "docs/testing-your-app.md";

/** @typedef {{ name: string, type: string, says: string }} Member */

/**
 * The page for whoever tests an app, whose marked parts are made of the source: what the fixtures, the screens' objects and the
 * sandbox's controls say of themselves, and where each test id is.
 */
export async function writeTestingDocument() {
  const source = (/** @type {string} */ name) => readFile(path.join(root, name), "utf8");
  const fixtures = await source("src-testing/test-fixtures.ts");
  const options = [...(/Pick<WorkerFixtures, ([^>]*)>[\s\S]*?Pick<\s*Fixtures,([^>]*)>/.exec(fixtures)?.slice(1) ?? [])]
    .join()
    .matchAll(/"(\w+)"/g);
  const optionNames = new Set([...options].map(([, name = ""]) => name));
  const all = ["WorkerFixtures", "Fixtures"].flatMap((name) => membersOf(fixtures, name));
  const isTold = (/** @type {Member} */ { says }) => says !== "";
  const parts = {
    options: tableOf(
      ["option", "what"],
      all.filter(({ name }) => optionNames.has(name)),
    ),
    fixtures: tableOf(
      ["fixture", "what"],
      all.filter((one) => isTold(one) && !optionNames.has(one.name)),
    ),
    screens: await screensOf(source),
    sandbox: tableOf(["control", "what"], controlsOf(await source("src-testing/sandbox-control.ts"))),
    "named faults": tableOf(["fault", "what"], membersOf(await source("src-testing/named-faults.ts"), "FaultControl")),
    "test ids": await testIds(source),
  };
  let text = await source(testingDocumentFile);
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!place.test(text)) throw new Error(`${testingDocumentFile} has no place for its ${name}`);
    text = text.replace(place, (_, begin, end) => `${begin}\n${part}\n\n${end}`);
  }
  return text;
}

/** What an interface has, with its comments. @param {string} source @param {string} name @returns {Member[]} */
function membersOf(source, name) {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? "";
  const member =
    /(?: {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)? {2}readonly (\w+): ((?:.|\n {3,}|\n {2}\})*?);(?=\n {2}(?:readonly|\/\*\*)|$)/g;
  return [...body.matchAll(member)].map(([, says = "", member = "", type = ""]) => ({
    name: member,
    type: type.replace(/\s+/g, " "),
    says: plain(says),
  }));
}

/** What the function gives that makes the controls. @param {string} source @returns {Member[]} */
function controlsOf(source) {
  const body = source.slice(source.indexOf("  return {\n"));
  const member = /(?: {4}\/\*\* (.*) \*\/\n)? {4}(\w+): (?:async )?\((.*?)\) =>/g;
  return [...body.matchAll(member)].map(([, says = "", name = "", given = ""]) => ({
    name,
    type: `(${given}) => …`,
    says: plain(says),
  }));
}

/** A comment as one line of a table. @param {string} comment */
function plain(comment) {
  return comment
    .replace(/\n\s*\*/g, "")
    .replace(/@param (\w+) /g, "`$1`: ")
    .replace(/@throws /g, "Throws: ")
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .trim();
}

/** @param {(name: string) => Promise<string>} source */
async function screensOf(source) {
  const folder = "src-testing/screens";
  const inScreens = await source(`${folder}/all-screens.ts`);
  const names = [...inScreens.matchAll(/^ {4}(\w+): (\w+)\(window\),$/gm)];
  const files = (await readdir(path.join(root, folder))).filter((name) => /-pages?\.ts$/.test(name));
  const texts = await Promise.all(files.map((name) => source(`${folder}/${name}`)));
  return names
    .map(([, name = "", maker = ""]) => {
      const type = `${maker.charAt(0).toUpperCase()}${maker.slice(1)}`;
      const text = texts.find((one) => one.includes(`export interface ${type} {`)) ?? "";
      const says = new RegExp(`/\\*\\* (.*) \\*/\\nexport interface ${type} \\{`).exec(text)?.[1] ?? "";
      return `**\`screens.${name}\`** (\`${type}\`): ${says}\n\n${tableOf(["member", "what"], membersOf(text, type))}`;
    })
    .join("\n\n");
}

/** Each test id, and where it is. @param {(name: string) => Promise<string>} source */
async function testIds(source) {
  const files = (await readdir(path.join(root, "src-renderer"), { recursive: true }))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const file of files) {
    const text = await source(`src-renderer/${file}`);
    for (const [, fixed, made = ""] of text.matchAll(
      /(?:data-testid=|[tT]estId(?:=|: ))(?:"([^"]+)"|\{`([^`]+)`\})/g,
    )) {
      const id = fixed ?? made.replace(/\$\{[^}]*\}/g, "…");
      places.set(id, [...new Set([...(places.get(id) ?? []), file])]);
    }
  }
  const rows = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, at]) => `| \`${id}\` | ${at.map((file) => `\`${file}\``).join(", ")} |`);
  return ["| test id | in `src-renderer/` |", "|---|---|", ...rows].join("\n");
}

/** @param {readonly [string, string]} head @param {readonly Member[]} members */
function tableOf([first, second], members) {
  const rows = members.map(({ name, type, says }) => {
    const given = /^\((.*?)\) =>/.exec(type)?.[1];
    return `| \`${given === undefined ? name : `${name}(${given.replaceAll("|", "\\|")})`}\` | ${says} |`;
  });
  return [`| ${first} | ${second} |`, "|---|---|", ...rows].join("\n");
}
