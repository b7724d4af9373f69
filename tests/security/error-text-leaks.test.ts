// Attacker: a script in the window, or a reader of the log. Way: a use case that fails, and the text or the stack of its
// error. Impact: it reads paths, values and secrets that the text quotes.
// docs/threat-model.md#errors-as-codes
import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src-contract/errors/error-codes.ts";
import { AppError, toFailure } from "../../src-main/app-error.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import { createDoor } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
const marker = "MARKER-1928";

const thrown: [string, unknown, string][] = [
  ["an Error", new Error(marker), "ERR_INTERNAL"],
  ["an Error with a cause", new Error("x", { cause: new Error(marker) }), "ERR_INTERNAL"],
  ["text", marker, "ERR_INTERNAL"],
  ["an object with a code like ours", { code: "ERR_BUSY", message: marker }, "ERR_INTERNAL"],
  [
    "an Error with a code like ours",
    Object.assign(new Error(marker), { code: "ERR_BUSY", supportId: marker }),
    "ERR_INTERNAL",
  ],
  ["nothing", undefined, "ERR_INTERNAL"],
  ["an AppError", new AppError("ERR_BUSY", { cause: new Error(marker) }), "ERR_BUSY"],
  ["a BackendError", new BackendError("ERR_REFUSED", "answered", { cause: new Error(marker) }), "ERR_REFUSED"],
];

describe.each(thrown)("when a use case throws %s", (_name, error, code) => {
  it("the window gets a code and nothing else", async () => {
    const door = createDoor(() => Promise.reject(error));
    const result = await door.knock("listCards", []);
    expect(result).toEqual({ ok: false, code });
    expect(JSON.stringify(result)).not.toContain(marker);
  });

  it("the log gets a code and nothing else", async () => {
    await createDoor(() => Promise.reject(error)).knock("listCards", []);
    const { time: _, ...entry } = JSON.parse(output.text());
    expect(entry).toEqual({ event: "call_failed", method: "listCards", code });
  });

  it("the door does not reject, so Electron prints no stack", async () => {
    await expect(createDoor(() => Promise.reject(error)).knock("listCards", [])).resolves.toHaveProperty("ok", false);
    const throwing = createDoor(() => {
      throw error;
    });
    await expect(throwing.knock("listCards", [])).resolves.toHaveProperty("ok", false);
  });
});

it("only Solaris' id goes with a code", () => {
  expect(toFailure(new AppError("ERR_REFUSED", { supportId: "84b61ex" }))).toEqual({
    ok: false,
    code: "ERR_REFUSED",
    supportId: "84b61ex",
  });
});

it("an error's message is its code, whatever caused it", () => {
  for (const code of errorCodes) expect(new AppError(code, { cause: new Error(marker) }).message).toBe(code);
});
