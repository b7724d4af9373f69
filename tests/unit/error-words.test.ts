import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src-preload/contract/error-codes.ts";
import { words } from "../../src-renderer/words/words.ts";

describe.each(errorCodes)("%s in words", (code) => {
  const { what, next } = words.errors[code];

  it("says what happened and what to do, in sentences", () => {
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  it("leaves no doubt which PIN or passcode is meant, and has no words of ours in it", () => {
    expect(`${what} ${next}`).not.toMatch(/(?<!card |card’s {2})\bPIN\b/i);
    expect(what).not.toMatch(/(?<!device )\bpasscodes?\b/i);
    expect(`${what} ${next}`).not.toMatch(/binding|enrol|challenge|restricted|TAN\b|route|backend|journal|ledger/i);
  });
});
