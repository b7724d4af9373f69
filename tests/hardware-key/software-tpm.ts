// A TPM 2.0 in software, and a PKCS#11 token on it: swtpm, its resource manager on a message bus of the test's own, and
// tpm2-pkcs11. For the long form.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { pinOfTokens } from "./softhsm.ts";

const triplet = `${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
export const tpmModule = `/usr/lib/${triplet}/libtpm2_pkcs11.so.1`;
const needed = [tpmModule, "/usr/bin/swtpm", "/usr/sbin/tpm2-abrmd", "/usr/bin/tpm2_ptool", "/usr/bin/dbus-daemon"];
const packages =
  "swtpm tpm2-abrmd libtss2-tcti-tabrmd0 libtss2-tcti-swtpm0 libtpm2-pkcs11-1 libtpm2-pkcs11-tools tpm2-tools dbus";

/** Whether it can be started here. Where it cannot, says so. */
export function hasSoftwareTpm(): boolean {
  const missing = needed.filter((file) => !existsSync(file));
  if (missing.length > 0)
    process.stdout.write(`SKIPPED: keys on a TPM: no ${missing.join(", ")} (Debian: ${packages})\n`);
  return missing.length === 0;
}

/**
 * Leaves nothing running if it fails.
 * @param label of the token that it sets up
 */
export async function startSoftwareTpm(label: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-tpm-"));
  const [state, store, socket] = ["state", "store", "socket"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(state);
  mkdirSync(store);
  const running: ChildProcess[] = [];
  const start = (program: string, words: string[], env: NodeJS.ProcessEnv = process.env) => {
    const child = spawn(program, words, { env, stdio: ["ignore", "pipe", "ignore"] });
    running.push(child);
    return child;
  };
  const close = async () => {
    for (const child of running.toReversed()) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.kill()) await ended;
    }
    rmSync(folder, { recursive: true });
  };
  try {
    const servers = ["--server", `type=unixio,path=${socket}`, "--ctrl", `type=unixio,path=${socket}.ctrl`];
    start("swtpm", [
      "socket",
      "--tpm2",
      "--tpmstate",
      `dir=${state}`,
      ...servers,
      "--flags",
      "not-need-init,startup-clear",
    ]);
    const bus = start("dbus-daemon", ["--session", "--nofork", "--print-address"]);
    const address = await new Promise<string>((resolve) =>
      bus.stdout?.once("data", (text) => resolve(`${text}`.trim())),
    );
    const tcti = "tabrmd:bus_type=session";
    const env = {
      ...process.env,
      DBUS_SESSION_BUS_ADDRESS: address,
      TPM2TOOLS_TCTI: tcti,
      TPM2_PKCS11_TCTI: tcti,
      TPM2_PKCS11_STORE: store,
    };
    await until(() => existsSync(`${socket}.ctrl`));
    // Without a resource manager the TPM is soon out of memory for what is loaded into it.
    start("tpm2-abrmd", ["--session", "--allow-root", `--tcti=swtpm:path=${socket}`], env);
    const run = (program: string, ...words: string[]) =>
      execFileSync(program, words, { env, stdio: "pipe", encoding: "utf8" });
    const names = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames"];
    await until(() => run("dbus-send", ...names).includes("com.intel.tss2.Tabrmd"));
    run("tpm2_ptool", "init");
    run("tpm2_ptool", "addtoken", "--pid=1", `--label=${label}`, `--userpin=${pinOfTokens}`, "--sopin=98765432");
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 60_000, interval: 50 });
