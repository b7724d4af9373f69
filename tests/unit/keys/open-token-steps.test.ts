import { expect, it, vi } from "vitest";
import type { TokenSteps } from "../../../src-main/keys/token-steps.ts";
import { createFakeEnrolment, recordAt } from "./fake-enrolment.ts";

/** What reading their file gives: nothing at first, as while an update replaces it. */
const read = vi.fn((): Pick<TokenSteps, "list" | "take"> => {
  throw new Error("no such file");
});
vi.mock("../../../src-main/keys/steps-on-token.ts", () => ({ createTokenSteps: () => read() }));
const { openTokenSteps } = await import("../../../src-main/keys/open-token-steps.ts");

it("steps whose file could not be read stop no code, and are read again by the next one that needs them", async () => {
  const modules = [{ name: "one", path: "/vendor/module.so", sha256: "ab" }];
  const steps = openTokenSteps({ modules, start: () => expect.fail("no process"), tellWaits: () => undefined });
  const enrolment = createFakeEnrolment(recordAt("bound"));
  expect(await steps.take("ada")).toBe("as-before");
  expect(read).not.toHaveBeenCalled();
  await expect(steps.list(enrolment)).rejects.toThrow("no such file");
  expect(await steps.take("ada")).toBe("as-before");
  read.mockReturnValue({ list: async () => [], take: async () => null });
  expect(await steps.list(enrolment)).toEqual([]);
  expect(await steps.take("ada")).toBeNull();
  expect(read).toHaveBeenCalledTimes(2); // once each
});
