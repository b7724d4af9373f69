// A file with a secret, as Kubernetes mounts one: a link to a link to a folder, of which the middle one is exchanged.
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Mounts a secret, for the running test only. */
export function mountSecret(value: string) {
  const folder = mkdtempSync(join(tmpdir(), "mounted-secret-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let times = 0;
  const rotate = (next: string) => {
    times += 1;
    mkdirSync(join(folder, `..${times}`));
    writeFileSync(join(folder, `..${times}`, "secret"), `${next}\n`, { mode: 0o600 });
    symlinkSync(`..${times}`, join(folder, "..data_tmp"));
    renameSync(join(folder, "..data_tmp"), join(folder, "..data"));
    rmSync(join(folder, `..${times - 1}`), { recursive: true, force: true });
  };
  rotate(value);
  symlinkSync(join("..data", "secret"), join(folder, "secret"));
  return { path: join(folder, "secret"), rotate };
}
