import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";

/**
 * The parts that can be built into out/. `app`: the development build for `npm start` and the tests. `release`: the app for
 * cardholders, with one fixed https backend. `release-for-tests`: the same with a name that says so. `release-driven`: the
 * release, but Playwright can drive it (docs/testing.md#a-release-under-test). `development-config`: the configuration of `npm run dev`. `documents`: the
 * writer of `npm run docs`. `demonstration`: the keychain clean-up of a demonstration.
 * @typedef {"app" | "release" | "release-for-tests" | "release-for-tests-driven" | "release-driven" | "development-config" | "documents" | "demonstration" | "backend" | "sandbox" |
 *   "identity-provider"} Part
 */

const electronVite = ["electron-vite/bin/electron-vite.js", "build", "--logLevel", "warn"];
const vite = ["vite/bin/vite.js", "build", "--logLevel", "warn"];

/** @type {Record<Part, string[]>} */
const commands = {
  app: [...electronVite, "--mode", "development"],
  release: [...electronVite, "--mode", "release"],
  "release-for-tests": [...electronVite, "--mode", "release-for-tests"],
  "release-driven": [...electronVite, "--mode", "release-driven"],
  "release-for-tests-driven": [...electronVite, "--mode", "release-for-tests-driven"],
  backend: [...vite, "-c", "build/servers.vite.config.ts", "--mode", "backend"],
  sandbox: [...vite, "-c", "build/servers.vite.config.ts", "--mode", "sandbox"],
  "identity-provider": [...vite, "-c", "build/servers.vite.config.ts", "--mode", "identity-provider"],
  "development-config": [...vite, "--ssr", "electron.vite.config.ts", "--outDir", "out/development"],
  demonstration: [...vite, "--ssr", "build/demonstration/forget-entries.ts", "--outDir", "out/demonstration"],
  documents: [...vite, "--ssr", "build/documents/all-documents.ts", "--outDir", "out/documents"],
};

/** Builds parts of the project into out/. @param {Part[]} parts */
export async function build(parts) {
  if (parts.length === 0) return;
  say(`building: ${parts.join(", ")}`);
  const codes = await Promise.all(
    parts.map((part) => {
      const [script = "", ...args] = commands[part];
      const env = { ...process.env, NODE_ENV: part === "development-config" ? "development" : "production" };
      return runToEnd(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root, env });
    }),
  );
  if (codes.some((code) => code !== 0)) throw new Refusal("The build failed.", "See the message above.");
}
