// Run as a process of its own by crash-shows-stack.test.ts: it hardens itself as the app does, then something goes wrong.
import { dieQuietly } from "../../src-main/shell/hardening.ts";

dieQuietly(process, (code) => process.exit(code));
const error = Object.assign(new Error("MARKER-1928"), { pin: "MARKER-1928" });
if (process.argv[2] === "exception") {
  setImmediate(() => {
    throw error;
  });
} else {
  void Promise.reject(error);
}
setTimeout(() => process.exit(0), 10_000);
