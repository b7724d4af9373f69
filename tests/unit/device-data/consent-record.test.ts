import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openConsentRecords } from "../../../src-main/device-data/consent-record.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-consents-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("remembers a consent of each customer until it is removed, also after a restart", async () => {
  const records = openConsentRecords(path.join(folder, "consents"));
  expect(records.read("ada")).toBeNull();
  await records.write("ada", { consent_id: "a1dcon", given_at: "2026-11-28T02:00:00Z" });
  await records.write("bob", { consent_id: "b2dcon" });
  const again = openConsentRecords(path.join(folder, "consents"));
  expect([again.read("ada"), again.read("bob")]).toEqual(["a1dcon", "b2dcon"]);
  await again.write("ada", {});
  await again.write("ada", {});
  expect([again.read("ada"), again.read("bob")]).toEqual([null, "b2dcon"]);
  expect(readdirSync(path.join(folder, "consents"))).toEqual(["bob.json"]);
});

it("forgets the consent that is named alone, and no withdrawal that is still to be told", async () => {
  const records = openConsentRecords(folder);
  await records.write("ada", { consent_id: "a2dcon", untold: ["a1dcon"] });
  await records.forget("ada", "a1dcon");
  expect(records.read("ada")).toBe("a2dcon");
  await records.forget("ada", "a2dcon");
  expect(records.answer("ada")).toEqual({ untold: ["a1dcon"] });
});

it("forgets nothing that is said meanwhile: a no, and what the bank is to be told, would be lost", async () => {
  const records = openConsentRecords(folder);
  await records.write("ada", { consent_id: "a1dcon" });
  const no = { refused_at: "2026-11-28T02:00:00Z", untold: ["a1dcon"] };
  await Promise.all([records.write("ada", no), records.forget("ada", "a1dcon")]);
  expect(records.answer("ada")).toEqual(no);
});

it.each(["", "{}", '{"version":1,"consent_id":"../x"}', '{"version":2,"consent_id":"a1dcon"}'])(
  "takes %j for none: nothing is collected",
  (text) => {
    writeFileSync(path.join(folder, "ada.json"), text);
    expect(openConsentRecords(folder).read("ada")).toBeNull();
  },
);

it("says so where the folder cannot be used", async () => {
  writeFileSync(path.join(folder, "file"), "");
  const records = openConsentRecords(path.join(folder, "file"));
  await expect(records.write("ada", { consent_id: "a1dcon" })).rejects.toMatchObject({ code: "ERR_FOLDER_UNUSABLE" });
});
