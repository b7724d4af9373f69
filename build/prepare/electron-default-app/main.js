// What `electron [-r FILE] PATH` does in the official download: load FILE, then run the app at PATH. A module, because
// Electron becomes ready only when its main module has been evaluated, and so waits for the app's own.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let target;
for (let i = 0; i < args.length; i++) {
  if (args[i] === "-r" || args[i] === "--require") require(path.resolve(args[++i]));
  else if (!args[i].startsWith("-") && target === undefined) target = path.resolve(args[i]);
}
if (target === undefined) throw new Error("Name the app to run: electron PATH");

const manifest = path.join(target, "package.json");
let entry = target;
if (existsSync(manifest)) {
  const { main = "index.js", name, productName, version } = JSON.parse(readFileSync(manifest, "utf8"));
  entry = path.join(target, main);
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(target);
}
await import(pathToFileURL(entry).href);
