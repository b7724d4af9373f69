import type { TokenChild } from "../../../src-hardware-key/ask-token.ts";
import type { TokenRefusal } from "../../../src-hardware-key/token-refusals.ts";
import { createTokens } from "../../../src-main/token/ask-module.ts";
import type { KnownTokenKey } from "../../../src-main/token/tokens.ts";

/** Of the profile. */
const modules = [
  { name: "one", path: "/one.so", sha256: "a".repeat(64) },
  { name: "other", path: "/other.so", sha256: "b".repeat(64) },
];
export const key: KnownTokenKey = {
  token: { module: "one", serial: "1", label: "card" },
  keyId: "0".repeat(32),
  publicKey: `04${"0".repeat(128)}`,
};
export const pin = () => Uint8Array.from(Buffer.from("604213"));

/** A process that answers each question so; `silent` never. */
export function createFakeModules(
  answer: (file: string, question: { kind: string }) => unknown,
  { isHeld = false, isStuck = false } = {},
) {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const running = new Set<string>();
  const waits: boolean[] = [];
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const tokens = createTokens({
    modules,
    tellWaits: (value) => waits.push(value),
    start: async ({ file, sha256 }) => {
      started.push(`${file} ${sha256}`);
      running.add(file);
      if (isHeld) await begun;
      let listener: (message: unknown) => void = () => {};
      let end = () => {};
      const child: TokenChild = {
        pid: 1,
        gone: new Promise((resolve) => {
          end = resolve;
        }),
        send(message) {
          const said = answer(file, message as { kind: string });
          if (said === "crash") end();
          else if (said !== "silent") queueMicrotask(() => listener(said));
        },
        listen(next) {
          listener = next;
        },
        kill() {
          running.delete(file);
          if (!isStuck) end();
        },
      };
      ends.push(() => end());
      return child;
    },
  });
  /** Ends those that are stuck. */
  const endAll = () => {
    for (const end of ends.splice(0)) end();
  };
  return { tokens, running, waits, started, begin, endAll };
}
export const refusing = (why: TokenRefusal, tries: string | null = null) => ({
  refused: { why, returned: null, tries },
});
/** As one describes itself that may keep a key. */
export const token = {
  ...{ serial: "1", label: "card", manufacturer: "", model: "", isInitialised: true, hasPin: true },
  ...{ isWriteProtected: false, hasOwnKeypad: false, tries: "untold", pinLength: null },
};
