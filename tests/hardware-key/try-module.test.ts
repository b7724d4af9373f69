// `npm run hardware-key`, which a partner tries a vendor's module with (docs/hardware-key.md).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryModule } from "../../build/hardware-key/try-module.ts";
import type { Refusal } from "../../build/say.mjs";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { hasSofthsm, openSofthsm, pinOfTokens, type Softhsm, softhsmModule } from "./softhsm.ts";

describe.skipIf(!hasSofthsm)("npm run hardware-key", () => {
  let softhsm: Softhsm;
  let said: string[];
  beforeEach(() => {
    softhsm = openSofthsm();
    said = [];
  });
  afterEach(() => softhsm.close());

  const run = (words: readonly string[], typed = pinOfTokens) =>
    tryModule(words, { askSecret: async () => typed, print: (line) => said.push(line) }, softhsm.env);
  const why = (asked: Promise<void>) =>
    asked.then(
      () => "done",
      ({ message }: Refusal) => message,
    );
  const lines = () =>
    said
      .join("\n")
      .replace(/\b[0-9a-f]{16}\b/g, "SERIAL")
      .replace(/\d+ ms/g, "N ms");
  const sha256 = () => hashOfModule(softhsmModule);

  it("says the module's hash and its tokens, and tries one: makes a key, signs, and leaves nothing on it", async () => {
    softhsm.addToken("card");
    await run([softhsmModule, "--sha256", sha256(), "--try", "--label", "card"]);
    expect(said[0]).toBe(JSON.stringify({ path: softhsmModule, sha256: sha256() }));
    expect(lines()).toContain(
      '"card" SERIAL (SoftHSM project, SoftHSM v2): has a PIN of 4 to 255 bytes, says nothing of tries',
    );
    expect(lines().split("\n").slice(-4)).toEqual([
      "If the token blinks, touch it.",
      "made a P-256 key on it in N ms, which the token says cannot leave it",
      "signed with it in N ms, and the signature is right",
      "removed the key",
    ]);
  });

  it("says that a PIN was wrong, and what that has cost", async () => {
    softhsm.addToken("card");
    const wrong = run([softhsmModule, "--try", "--label", "card"], "111111");
    expect(await why(wrong)).toBe("The PIN is wrong. (PKCS#11 returned 0xa0; tries left: few)");
  });

  it("lets a token's label say nothing to the terminal", async () => {
    softhsm.addToken("\u001b[2Jcard");
    const asked: string[] = [];
    const askSecret = async (question: string) => {
      asked.push(question);
      return "";
    };
    const tried = tryModule(
      [softhsmModule, "--try", "--label", "\u001b[2Jcard"],
      { askSecret, print: () => {} },
      softhsm.env,
    );
    expect(await why(tried)).toBe("That is no PIN.");
    expect(asked).toEqual(['PIN of "?[2Jcard" (a wrong one counts): ']);
  });

  it("asks which token is meant", async () => {
    softhsm.addToken("card");
    softhsm.addToken("card");
    expect(await why(run([softhsmModule, "--try", "--label", "card"]))).toBe("There are several tokens.");
  });

  it("loads no module with another hash", async () => {
    const other = "0".repeat(64);
    expect(await why(run([softhsmModule, "--sha256", other]))).toBe("The module has another SHA-256.");
  });

  it("says that there is no such module", async () => {
    expect(await why(run([`${softhsmModule}-missing`]))).toBe("There is no such file.");
  });

  it.each([[[]], [["a", "b"]], [["a", "--label", "card"]], [["a", "--sha"]], [["a", "--sha256", "00"]]])(
    "does not guess: %j",
    async (words) => {
      expect(await why(run(words))).toMatch(/^(?:These words are not understood|--sha256 00 is no hash)\.$/);
    },
  );
});
