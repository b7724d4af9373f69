// Checklist row 71: marked secrets go through the whole of main; nothing that is written has any of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openChangeJournal } from "../../src-main/change-pin/change-journal.ts";
import { openEnrolmentMarkers } from "../../src-main/keys/enrolment-marker.ts";
import type { RecordAt } from "../../src-main/keys/enrolment-record.ts";
import { log } from "../../src-main/log.ts";
import { ascii } from "../unit/by-hand.ts";
import { createFakeEnrolment } from "../unit/keys/fake-enrolment.ts";
import { cardId, createMarkedMain, type End, ends, passcode, unlockMarked } from "./marked-main.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-log-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function setUp(end: End) {
  const fake = createFakeEnrolment();
  const markers = openEnrolmentMarkers(path.join(folder, "enrolments"));
  const main = createMarkedMain(
    end,
    { state: "unknown" },
    {
      enrolment: { markers, scope: fake.scope, keychain: fake.keychain },
      journal: openChangeJournal(path.join(folder, "changes")),
    },
  );
  return { ...main, fake };
}

describe.each(Object.entries(ends))("a flow that ends %s", (_name, end) => {
  it("writes no PIN, code, key, JWE, signature, token, id or name, anywhere", async () => {
    const { ask, sent, solaris, fake } = setUp(end);
    const code = await unlockMarked({ ask, solaris });
    await ask("changePin", cardId, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1234"), "signed");
    await ask("changePin", `${cardId}/..`, ascii("1928"), "signed");
    await ask("changePin", cardId, ascii("1928"), "sms");
    await ask("confirmTan", ascii("777777"));
    await ask("changePasscode", ascii(passcode), ascii(`${passcode} next`));
    await ask("requestCode", "MARKER computer");
    expect(sent.length).toBeGreaterThan(3);

    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = names.map(({ parentPath, name }) => `${name} ${readFileSync(path.join(parentPath, name), "utf8")}`);
    expect(files.length).toBeGreaterThan(0);
    const record = JSON.parse(fake.entry ?? "") as RecordAt<"bound">;
    const { unrestricted, restricted } = record;
    const keys = [...Object.values(unrestricted), restricted.public_key, restricted.wrapped.ciphertext];
    const written = `${output.text()}\n${files.join("\n")}`;
    expect(output.text()).toContain("call_failed");
    // Two ids stand on the disk, which is their purpose, and must not stand in the log: the device's and the request's.
    const ids = [record.device_id, ...sent.filter((text) => /^[0-9a-f-]{36}$/.test(text))];
    for (const secret of ["MARKER", passcode, "1928", "1234", code, "999999", "777777", ...keys, ...sent]) {
      if (!ids.includes(secret)) expect(written).not.toContain(secret);
    }
    for (const id of ids) expect(output.text()).not.toContain(id);
  });
});

describe("the log's vocabulary", () => {
  it("is closed: neither free text nor an unknown field is accepted by the compiler", () => {
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
