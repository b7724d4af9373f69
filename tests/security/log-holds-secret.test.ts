// Attacker: a reader of the log, or of the app's files. Way: a value that was logged or stored on the way of a PIN change.
// Impact: PIN, passcode, code, key, token or name can be read.
// docs/threat-model.md#closed-log
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { RecordAt, RestrictedKey } from "../../src-main/keys/enrolment-record.ts";
import { ascii } from "../unit/by-hand.ts";
import { importAnew } from "../unit/import-anew.ts";
import { cardId, createMarkedMain, ends, passcode, unlockMarked } from "./marked-main.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();

describe.each(Object.entries(ends))("a flow that ends %s", (_name, end) => {
  it("writes no PIN, code, key, JWE, signature, token, id or name, anywhere", async () => {
    const { ask, sent, solaris, computer } = createMarkedMain(end, { state: "unknown" });
    const code = await unlockMarked({ ask, solaris });
    await ask("changePin", cardId, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1234"), "signed");
    await ask("changePin", `${cardId}/..`, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1928"), "sms");
    await ask("confirmTan", ascii("777777"));
    await ask("changePasscode", ascii(passcode), ascii(`${passcode} next`));
    await ask("requestCode", "MARKER computer");
    expect(sent.length).toBeGreaterThan(3);

    const names = readdirSync(computer.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const files = names.map(({ parentPath, name }) => `${name} ${readFileSync(path.join(parentPath, name), "utf8")}`);
    expect(files.length).toBeGreaterThan(0);
    const record = JSON.parse(computer.entry() ?? "") as RecordAt<"bound">;
    const { unrestricted, restricted } = record;
    const keys = [
      ...Object.values(unrestricted),
      restricted.public_key,
      (restricted as RestrictedKey).wrapped.ciphertext,
    ];
    const written = `${output.text()}\n${files.join("\n")}`;
    expect(output.text()).toContain("call_failed");
    // Two ids stand on the disk, which is their purpose, and must not stand in the log: the device's and the request's.
    const ids = [record.device_id, ...sent.filter((text) => /^[0-9a-f-]{36}$/.test(text))];
    const withoutRandom = written.replaceAll(/[\w+/=-]{20,}/g, ""); // ids and keys, which hold four digits by chance
    for (const pin of ["1928", "1234"]) expect(withoutRandom).not.toContain(pin);
    for (const secret of ["MARKER", passcode, code, "999999", "777777", ...keys, ...sent]) {
      if (!ids.includes(secret)) expect(written).not.toContain(secret);
    }
    for (const id of ids) expect(output.text()).not.toContain(id);
  });
});

describe("the log's vocabulary", () => {
  it("is closed: neither free text nor an unknown field is accepted by the compiler", async () => {
    const { log } = await importAnew(() => import("../../src-main/log.ts"));
    // @ts-expect-error a field that the event does not have
    log({ event: "app_started", detail: "text" });
    // @ts-expect-error a code that is not in the catalogue
    log({ event: "call_failed", method: "changePin", code: "text" });
    // @ts-expect-error an event that does not exist
    log({ event: "text" });
    // @ts-expect-error a method that does not exist
    log({ event: "call_from_untrusted_sender", method: "text" });
    expect(output.text()).not.toBe("");
  });
});
