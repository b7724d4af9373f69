import { existsSync } from "node:fs";
import { runs } from "../long-form.ts";

const needed = ["/usr/bin/dpkg-deb", "/usr/bin/unshare"];
const missing = needed.filter((file) => !existsSync(file));
const whyNot =
  process.platform !== "linux"
    ? "packages are made for the system that makes them, and only Linux' have been looked at"
    : missing.length > 0
      ? `${missing.join(", ")} missing`
      : null;
if (whyNot !== null) process.stdout.write(`SKIPPED: the packages. ${whyNot}\n`);

/** Whether the tests can make the packages and look into them, and how long that may take: four times what it takes. */
export const packagedHere = { whyNot, limitMs: runs(300_000, 600_000) };
