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

  it("is nobody's to tell where nobody is signed in any more: the program would end with what is thrown then", async () => {
    const { consents, become } = open();
    become(null);
    await expect(consents.tellAgain()).resolves.toBeUndefined();
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

  it("is one consent, however often it is said", async () => {
    const { consents, did } = open();
    expect(await Promise.all([consents.give(), consents.give()])).toEqual([given, given]);
    expect(await consents.give()).toEqual(given);
    expect(did).toEqual(["give"]);
  });
});

describe("a withdrawal that Solaris does not confirm, as of a device that it has no more", () => {
  /** @param counts what the bank itself says of the first consent; null if it does not list it */
  async function unconfirmed(counts: boolean | null) {
    const here = open();
    const { bank, did, consents } = here;
    await consents.give();
    const refusal = new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered");
    bank.whileAsked = () => {
      if (did.at(-1)?.startsWith("withdraw")) throw refusal;
    };
    await consents.refuse();
    bank.lists = counts === null ? [] : [{ consent_id: "a1dcon", counts }];
    bank.gives = "a2dcon";
    did.length = 0;
    return { ...here, refusal };
  }
  const suspended = (...ids: string[]) => ids.map((consent_id) => ({ consent_id, counts: false }));

  it("bars no new yes where the bank itself takes nothing under it, and is told on, with any later one", async () => {
    const { consents, records, bank, did } = await unconfirmed(false);
    expect(await consents.give()).toEqual(given);
    expect(records.answer("ada")).toEqual({ consent_id: "a2dcon", given_at, untold: ["a1dcon"] });
    expect(await open().consents.refuse()).toEqual(refused(true)); // by a bank that confirms both
    expect(records.answer("ada")).toEqual({ refused_at: at });

    await records.write("ada", { consent_id: "a2dcon", untold: ["a1dcon"] });
    expect(await consents.refuse()).toEqual(refused(false));
    await consents.leave("ada");
    expect(records.answer("ada")).toEqual({ untold: ["a2dcon", "a1dcon"] });
    did.length = 0;
    bank.whileAsked = () => {
      if (did.at(-1) === "withdraw a2dcon") throw silence();
    };
    await consents.tellAgain();
    expect(did).toEqual(["withdraw a2dcon", "withdraw a1dcon"]);
    expect(records.answer("ada")).toEqual({ untold: ["a2dcon"] });
  });

  it.each([true, null])("bars one where that may still count: %s", async (counts) => {
    const { consents, did, refusal } = await unconfirmed(counts);
    await expect(consents.give()).rejects.toBe(refusal);
    expect(did).not.toContain("give");
  });

  it("bars one where there are eight of them, which are as many as are kept", async () => {
    const { consents, records, bank, did, refusal } = await unconfirmed(false);
    const ids = Array.from({ length: 8 }, (_, at) => `${at}dcon`);
    bank.lists = suspended(...ids);
    await records.write("ada", { untold: ids });
    await expect(consents.give()).rejects.toBe(refusal);
    await records.write("ada", { untold: ids.slice(1) });
    did.length = 0;
    expect(await consents.give()).toEqual(given);
    expect(await consents.refuse()).toEqual(refused(false));
    expect(open().records.answer("ada")).toEqual({ refused_at: at, untold: ["a2dcon", ...ids.slice(1)] });
  });
});
