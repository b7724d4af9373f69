import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { licenceOf, withDependencies } from "../../build/licences/package-licence.ts";
import { readRelease, releaseFolder } from "../security/bundle.ts";

const root = path.resolve(import.meta.dirname, "../..");
const listed = readFileSync(path.join(releaseFolder, "licences.txt"), "utf8");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** The packages that the app's own source imports to run, under their own names. */
function importedPackages(): Set<string> {
  const files = globSync("src-{main,preload,renderer,contract}/**/*.{ts,tsx}", { cwd: root });
  const specifiers = files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return [...text.matchAll(/^(?:import|export) (?!type ).*?from "([^."][^"]*)"|import\("([^."][^"]*)"\)/gms)];
  });
  const names = specifiers.map(([, from, called]) => /^(?:@[^/]+\/)?[^/]+/.exec(from ?? called ?? "")?.[0] ?? "");
  return new Set(names.filter((name) => name !== "electron" && !isBuiltin(name)).map(nameOf));
}

const nameOf = (folder: string): string =>
  JSON.parse(readFileSync(path.join(root, "node_modules", folder, "package.json"), "utf8")).name;

it("every package that the app imports is in the list of licences that is shipped, with Electron", () => {
  const wanted = [...importedPackages(), "electron"];
  expect(wanted.length).toBeGreaterThan(7);
  expect(wanted.filter((name) => !listed.includes(`\n${name} `) && !listed.startsWith(`${name} `))).toEqual([]);
});

it("so is what those bring with them, and nothing of the servers or the tools", () => {
  // oauth4webapi is openid-client's, node-addon-api keytar's, the parts of FormatJS are intl-messageformat's.
  for (const name of ["oauth4webapi", "node-addon-api", "@formatjs/icu-messageformat-parser"])
    expect(listed).toContain(`\n${name} `);
  const elsewhere = ["fastify", "kysely", "pino", ...Object.keys(manifest.devDependencies)];
  const inApp = new Set([...importedPackages(), "electron", "@formatjs/icu-messageformat-parser"]);
  for (const name of elsewhere.filter((one) => !inApp.has(one))) expect(listed).not.toContain(`\n${name} `);
});

it("the window has the same list, in a file that is read when somebody asks for it", () => {
  const holds = [...readRelease("renderer")].filter(
    ([file, text]) => file.endsWith(".js") && text.includes("Permission is hereby granted"),
  );
  expect(holds.map(([file]) => file)).toEqual([expect.stringMatching(/^assets\/licences-/)]);
  const [, text = ""] = holds[0] ?? [];
  for (const [, name = ""] of listed.matchAll(/^(\S+ \d\S+) \(/gm)) {
    const [folder, version] = name.split(" ");
    expect(text).toContain(`"name":"${folder}","version":"${version}"`);
  }
});

it("a package without a licence stops the build, and names it", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-licence-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "unlicensed", version: "1.2.3", license: "MIT" }),
  );
  expect(() => licenceOf(folder)).toThrow(/unlicensed 1\.2\.3 has no licence/);
  writeFileSync(path.join(folder, "LICENSE.md"), "Do what you like.");
  writeFileSync(path.join(folder, "NOTICE"), "By somebody.");
  expect(licenceOf(folder)).toEqual({
    name: "unlicensed",
    version: "1.2.3",
    licence: "MIT",
    text: "Do what you like.\n\nBy somebody.",
  });
});

it("what is shipped as it is comes with all that it depends on", () => {
  const folders = withDependencies(path.join(root, "node_modules/keytar"));
  expect(folders.map((folder) => path.basename(folder))).toEqual(["keytar", "node-addon-api"]);
});

it("koffi comes with its binary for this system, under koffi's licence and that of what is built into it", () => {
  const folders = withDependencies(path.join(root, "node_modules/koffi"));
  const system = `${process.platform}-${process.arch}`;
  expect(folders.map((folder) => path.basename(folder))).toEqual(["koffi", `koffi-${system}`]);
  const [{ licence, text } = { licence: "", text: "" }] = folders.slice(1).map(licenceOf);
  expect(licence).toBe("MIT");
  for (const holder of ["Niels Martignène", "Node.js API collaborators"]) expect(text).toContain(holder);
});
