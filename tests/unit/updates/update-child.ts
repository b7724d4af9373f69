// Looks, fetches and copies out as the program does, and says each step on a line: for tests that kill it there.
// Arguments: the folder, the server's address, the built-in root, the time by the test's clock.
import path from "node:path";
import { openPackageStore } from "../../../src-main/updates/package-store.ts";
import { createReleaseSource, openPackage } from "../../../src-main/updates/update-fetch.ts";
import { openUpdateMemory } from "../../../src-main/updates/update-memory.ts";
import { createUpdates } from "../../../src-main/updates/updates.ts";

const [folder = "", address = "", builtInRoot = "", at = ""] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const server = { fetch, address, timeoutMs: 10_000 };

const updates = createUpdates({
  version: "1.1.0",
  system: { platform: "win32", arch: "x64" },
  packageManager: null,
  builtInRoot,
  memory: openUpdateMemory(path.join(folder, "updates.json")),
  source: createReleaseSource(server),
  openPackage: (...which) => openPackage(server, ...which),
  store: openPackageStore(path.join(folder, "packages")),
  tellProgress: (percent) => say(`${percent} %`),
  isChangeOpen: () => false,
  askToQuit: async () => {
    say("asked");
    return true;
  },
  openInstaller: async (file) => {
    say(`opened ${file}`);
  },
  quit: () => say("quit"),
  now: () => Number(at),
  monotonicMs: () => performance.now(),
});

say("begun");
await updates.look();
say("looked");
await updates.fetch();
say("fetched");
await updates.install();
