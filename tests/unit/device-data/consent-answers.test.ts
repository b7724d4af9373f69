import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { openConsentRecords } from "../../../src-main/device-data/consent-record.ts";
import { at, given_at, silence, useConsents } from "./consents-here.ts";

const { open, folder } = useConsents();
const given = { isRequired: false, answer: { is: "given", since: given_at } };
const refused = (isTold: boolean) => ({ isRequired: false, answer: { is: "refused", since: at, isTold } });

describe("what is said of device data", () => {
  it("is nothing at first, and nobody is asked where the bank wants none", async () => {
    expect(open().consents.view()).toEqual({ isRequired: false, answer: null });
    expect(open({ mode: "required" }).consents.view()).toEqual({ isRequired: true, answer: null });
    const { consents, did } = open({ mode: "off" });
    expect(consents.view()).toBeNull();
    await expect(consents.give()).rejects.toMatchObject({ code: "ERR_REFUSED" });
    await expect(consents.refuse()).rejects.toMatchObject({ code: "ERR_REFUSED" });
    expect(did.filter((one) => !one.startsWith("stop"))).toEqual([]);
  });

  it("is a yes once the bank has answered so, also after a restart", async () => {
    const { consents, records, bank } = open();
    bank.whileAsked = () => expect(records.read("ada")).toBeNull();
    expect(await consents.give()).toEqual(given);
    expect(records.read("ada")).toBe("a1dcon");
    expect(open().consents.view()).toEqual(given);
  });

  it("is no yes where the bank has not answered so", async () => {
    const { consents, records, bank } = open();
    bank.fails = silence();
    await expect(consents.give()).rejects.toBe(bank.fails);
    expect(records.read("ada")).toBeNull();
    expect(consents.view()?.answer).toBeNull();
  });

  it("is no yes where it cannot be kept: the bank is told so at once", async () => {
    writeFileSync(path.join(folder(), "file"), "");
    const { consents, did } = open({ at: openConsentRecords(path.join(folder(), "file")) });
    await expect(consents.give()).rejects.toMatchObject({ code: "ERR_FOLDER_UNUSABLE" });
    expect(did).toEqual(["give", "withdraw a1dcon"]);
  });

  it("is a no without asking the bank anything, and stays one", async () => {
    const { consents, did } = open();
    expect(await consents.refuse()).toEqual(refused(true));
    expect(did.filter((one) => !one.startsWith("stop"))).toEqual([]);
    expect(open().consents.view()).toEqual(refused(true));
    expect(await open().consents.give()).toEqual(given); // and can be turned round
  });

  it("withdrawn, ends what runs at once, and is off the disk before the bank is told", async () => {
    const { consents, records, bank, did } = open();
    await consents.give();
    did.length = 0;
    bank.whileAsked = () => expect(records.read("ada")).toBeNull();
    const withdrawing = consents.refuse();
    expect(did).toEqual(["stop, a1dcon on disk"]);
    expect(await withdrawing).toEqual(refused(true));
    expect(did).toEqual(["stop, a1dcon on disk", "stop, nothing on disk", "withdraw a1dcon"]);
  });

  it("withdrawn, holds where the bank does not answer, which is told until it does: by whom it was, and after a restart", async () => {
    const { consents, bank } = open();
    await consents.give();
    bank.fails = silence();
    expect(await consents.refuse()).toEqual(refused(false));

    const later = open();
    later.become("bob");
    await later.consents.tellAgain();
    later.become("ada");
    expect(later.did).toEqual([]);
    later.bank.fails = silence();
    await later.consents.tellAgain();
    expect(later.consents.view()).toEqual(refused(false));
    later.bank.fails = null;
    await later.consents.tellAgain();
    expect(later.did).toEqual(["withdraw a1dcon", "withdraw a1dcon"]);
    expect(later.consents.view()).toEqual(refused(true));
    await later.consents.tellAgain();
    expect(later.did).toHaveLength(2);
  });

  it("withdrawn, is not told for another customer who has come meanwhile", async () => {
    const { consents, did, become } = open();
    await consents.give();
    const withdrawing = consents.refuse();
    become("bob");
    await withdrawing;
    become("ada");
    expect(did).not.toContain("withdraw a1dcon");
    expect(consents.view()).toEqual(refused(false));
  });

  it("a consent that the bank does not have needs no withdrawal there", async () => {
    const { consents, bank } = open();
    await consents.give();
    bank.fails = new BackendError("ERR_NOT_FOUND", "answered");
    expect(await consents.refuse()).toEqual(refused(true));
  });

  it("is no new yes before the bank knows of the last withdrawal, whose id would be forgotten", async () => {
    const { consents, bank, did } = open();
    await consents.give();
    bank.fails = silence();
    await consents.refuse();
    await expect(consents.give()).rejects.toBe(bank.fails);
    expect(did.filter((one) => one === "give")).toHaveLength(1);
    bank.fails = null;
    expect(await consents.give()).toEqual(given);
    expect(did.slice(-2)).toEqual(["withdraw a1dcon", "give"]);
  });
});
