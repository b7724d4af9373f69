import { existsSync, lstatSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { whyNoRepository } from "../build/repository/apt-world.ts";
import { openDebRepository } from "./deb-repository.ts";
import type { MadePackages } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";
import { sandboxedRenderers, startInstalled } from "./start-installed.ts";
import { letOrdinaryUserHaveNamespaces, type ThrowAwayRoot } from "./throw-away-root.ts";

/** What is in the root and was not in the system: everything but dpkg's and apt's own notes, our stand-ins, and what is in homes. */
function left(root: ThrowAwayRoot): string[] {
  const entries = readdirSync(root.upper, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  );
  const names = entries.map(({ parentPath, name }) => path.relative(root.upper, path.join(parentPath, name)));
  const home = userInfo().homedir; // Mesa looks it up, whatever HOME says
  const notes = /^var\/(lib|log)\/dpkg|^var\/lib\/apt-of-test|^usr\/local/;
  return names.filter((name) => !notes.test(name) && !`/${name}`.startsWith(home)).sort();
}

/** That the .deb can be installed, started and removed. */
export function describeInstalled(made: () => MadePackages, root: () => ThrowAwayRoot): void {
  const from = whyNoRepository === null ? "from a signed repository, by apt" : "by dpkg";
  it(
    `is installed ${from}, with everything that it asks for there, and nothing of it is setuid`,
    async () => {
      letOrdinaryUserHaveNamespaces(root(), true);
      const said =
        whyNoRepository === null
          ? await installFromRepository(made(), root())
          : await root().asRoot(["dpkg", "--no-triggers", "--install", made().fileOf("deb")]);
      expect(said).toContain(`Setting up ${made().name}`);
      expect(await root().asRoot(["dpkg", "--status", made().name])).toContain("Status: install ok installed");
      expect(await root().asRoot(["dpkg", "--verify", made().name])).toBe("");
      expect(statSync(path.join(root().upper, "opt", made().name, "chrome-sandbox")).mode & 0o7777).toBe(0o755);
      const link = path.join(root().upper, "usr/bin", made().name);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readlinkSync(link)).toBe(`/opt/${made().name}/start-${made().name}`);
    },
    packagedHere.limitMs,
  );

  it("starts from /usr/bin as an ordinary user, with the sandbox on and without core dumps", async ({ skip }) => {
    if (!process.env.DISPLAY) skip("SKIPPED: no display here; `npm test` brings one");
    const running = await startInstalled(root(), made().name);
    try {
      expect(running.limit("Max core file size")).toBe("1"); // a byte, for which Linux makes none
      const renderers = sandboxedRenderers(running.pid);
      expect(renderers.length).toBeGreaterThan(0);
      for (const { seccomp, namespaces } of renderers) {
        expect(seccomp).toBe("2"); // filtered
        expect(namespaces).toBeGreaterThan(1); // it has another id inside of its own namespace
      }
    } finally {
      await running.end();
    }
    expect(existsSync(path.join(root().home, ".config/Cardbound (for tests)/window.json"))).toBe(true);
  });

  it("is removed without a trace but what people have at home", async () => {
    await root().asRoot(["dpkg", "--no-triggers", "--purge", made().name, `${made().name}-archive-keyring`]);
    expect(left(root())).toEqual([]);
    expect(existsSync(path.join(root().upper, "opt", made().name))).toBe(false);
    expect(existsSync(path.join(root().home, ".config"))).toBe(true);
  });
}

async function installFromRepository(made: MadePackages, root: ThrowAwayRoot): Promise<string> {
  const repository = await openDebRepository(made.name, root);
  onTestFinished(() => repository.close());
  await repository.publish(made.fileOf("deb"));
  return repository.install();
}
