import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../src-contract/api/routes.ts";
import { path as paths } from "../../backend/backend.ts";
import { leftToLongForm } from "../../long-form.ts";
import { type BootedSystemd, bootSystemd, whyNoSystemd } from "./booted-systemd.ts";
import { type UnpackedBackend, unpackBackendPackage } from "./made-backend-package.ts";
import { changeOnePin, startSolaris } from "./one-change.ts";

const service = "cardbound-backend.service";
const whyNot = whyNoSystemd();
if (whyNot !== null) process.stdout.write(`SKIPPED: the backend under a real systemd: ${whyNot}\n`);

// It boots a systemd of its own: seconds, and root.
describe.skipIf(whyNot !== null || leftToLongForm("the backend under a real systemd"))(
  "the backend as a service",
  () => {
    let unpacked: UnpackedBackend;
    let solaris: Awaited<ReturnType<typeof startSolaris>>;
    let systemd: BootedSystemd;
    let base: string;
    let url: string;

    beforeAll(async () => {
      unpacked = await unpackBackendPackage();
      base = mkdtempSync(path.join(tmpdir(), "cardbound-service-"));
      const settings = path.join(base, "etc");
      mkdirSync(settings);
      solaris = await startSolaris(path.join(settings, "customers.json"));
      const port = await freePort();
      const environment = {
        ...solaris.environment,
        PORT: String(port),
        DEMO_CUSTOMERS: "/etc/cardbound-backend/customers.json",
        DRAIN_SECONDS: "0",
      };
      const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
      writeFileSync(path.join(settings, "backend.env"), lines.join(""));
      writeFileSync(path.join(settings, "solaris-client-secret"), `${solaris.clientSecret}\n`, { mode: 0o600 });
      writeFileSync(path.join(settings, "customer-id-secret"), "0123456789012345678901234567890123456789\n", {
        mode: 0o600,
      });
      systemd = await bootSystemd("cardbound-try", service, {
        "/opt/cardbound-backend": unpacked.folder,
        "/etc/cardbound-backend": settings,
        [`/etc/systemd/system/${service}`]: path.join(unpacked.folder, "systemd", service),
        "/usr/bin/node": process.execPath,
      });
      url = (await systemd.said(/Partner backend listening at (http:\/\/\S+)|Failed with result/))[1] ?? "";
      expect(url).not.toBe("");
    }, 120_000);

    afterAll(async () => {
      await systemd?.close();
      await solaris?.close();
      rmSync(base, { recursive: true, force: true });
      unpacked?.remove();
    });

    it("runs without rights, under a filter of system calls, without core dumps, as a user of its own", () => {
      const main = systemd.show(service, "MainPID");
      const status = systemd.run("cat", `/proc/${main}/status`);
      expect(status).toMatch(/^Uid:\s+(6[1-5]\d{3})\s+\1\s+\1\s+\1$/m); // systemd's range for dynamic users
      for (const set of ["CapPrm", "CapEff", "CapBnd", "CapAmb"])
        expect(status).toMatch(new RegExp(`^${set}:\\s+0{16}$`, "m"));
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(systemd.run("cat", `/proc/${main}/limits`)).toMatch(/^Max core file size\s+0\s+0\s/m);
    });

    it("has its secrets in no environment, and its state where nobody else may enter", () => {
      const main = systemd.show(service, "MainPID");
      const environment = systemd.run("cat", `/proc/${main}/environ`);
      expect(environment).toContain("SOLARIS_CLIENT_SECRET_FILE=/run/credentials/");
      expect(environment).not.toContain(solaris.clientSecret);
      expect(systemd.run("stat", "--format=%a", "/var/lib/private/cardbound-backend").trim()).toBe("700");
      expect(systemd.run("stat", "--format=%a", "/var/lib/private/cardbound-backend/ledger.db").trim()).toBe("600");
    });

    it("sees a file system that it cannot write, but for its state", () => {
      const main = systemd.show(service, "MainPID");
      const mounts = systemd.run("cat", `/proc/${main}/mountinfo`).split("\n");
      const optionsOf = (place: string) =>
        mounts
          .filter((line) => line.split(" ")[4] === place)
          .at(-1)
          ?.split(" ")[5] ?? "";
      expect(optionsOf("/")).toMatch(/^ro\b/);
      expect(optionsOf("/var/lib/private/cardbound-backend")).toMatch(/^rw\b/);
    });

    it("changes a PIN, starts again by itself after kill -9, knows of the change, and ends with 0 when it is stopped", async () => {
      const { requestId } = await changeOnePin(url, solaris.url);
      systemd.run("kill", "-9", systemd.show(service, "MainPID"));
      await systemd.said(/(?:Partner backend listening at [\s\S]*){2}/);
      expect(systemd.show(service, "NRestarts")).toBe("1");
      const { ask: ada } = await changeOnePin(url, solaris.url);
      expect((await ada("POST", paths.settlement(requestId))).json).toMatchObject({ state: "changed" });
      expect((await fetch(url + routes.health)).status).toBe(200);
      systemd.run("systemctl", "stop", service);
      expect([systemd.show(service, "Result"), systemd.show(service, "ExecMainStatus")]).toEqual(["success", "0"]);
      await systemd.said(/"event":"backend_stopped"/);
    }, 120_000);
  },
);

/** One that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
