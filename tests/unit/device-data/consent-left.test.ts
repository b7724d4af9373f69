// The answer on a computer that was removed. That a removal ends it: tests/unit/keys/consent-at-removal.test.ts.
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { openConsentRecords } from "../../../src-main/device-data/consent-record.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { at, given_at, silence, useConsents } from "./consents-here.ts";

const output = catchOutput();
const { open, folder } = useConsents();
afterEach(() => void vi.useRealTimers());

const unanswered = { isRequired: false, answer: null };
const left = { untold: ["a1dcon"] };
const never = new Promise<void>(() => undefined);

/** A computer whose cardholder has agreed. */
async function agreed(...given: Parameters<typeof open>) {
  const here = open(...given);
  await here.records.write("ada", { consent_id: "a1dcon", given_at });
  return here;
}
const answerOnDisk = () => openConsentRecords(folder()).answer("ada");
const isGone = () => vi.waitFor(() => expect(answerOnDisk()).toEqual({}));

describe("the answer on a computer that was removed", () => {
  it("ends what runs, is noted as left, then told to the bank, then gone", async () => {
    const { consents, bank, did } = await agreed();
    bank.whileAsked = () => expect(answerOnDisk()).toEqual(left);
    await consents.leave("ada");
    expect(did.slice(0, 2)).toEqual(["stop, a1dcon on disk", "stop, nothing on disk"]);
    expect(consents.view()).toEqual(unanswered);
    await isGone();
    expect(did.slice(2)).toEqual(["withdraw a1dcon"]);
    expect(consents.view()).toEqual(unanswered);
  });

  it("is there again for nobody where the bank does not answer, which is told at each sign-in until it does", async () => {
    const { consents, bank, did } = await agreed();
    bank.fails = silence();
    await consents.leave("ada");
    await vi.waitFor(() => expect(did).toContain("withdraw a1dcon"));

    const later = open();
    expect([later.consents.view(), later.records.read("ada")]).toEqual([unanswered, null]);
    later.become("bob");
    await later.consents.tellAgain();
    later.become("ada");
    later.bank.fails = silence();
    await later.consents.tellAgain();
    expect(answerOnDisk()).toEqual(left);
    later.bank.fails = null;
    await later.consents.tellAgain();
    await later.consents.tellAgain();
    expect(later.did).toEqual(["withdraw a1dcon", "withdraw a1dcon"]);
    expect(answerOnDisk()).toEqual({});
  });

  it("is told once more where the program ended before the answer could go", async () => {
    const records = openConsentRecords(folder());
    const write: typeof records.write = (scope, said) => {
      if (said.untold?.length === 0) throw new AppError("ERR_FOLDER_UNUSABLE");
      return records.write(scope, said);
    };
    const { consents, did } = await agreed({ at: { ...records, write } });
    await consents.leave("ada");
    await vi.waitFor(() => expect(did).toContain("withdraw a1dcon"));
    expect(answerOnDisk()).toEqual(left);
    const later = open();
    await later.consents.tellAgain();
    expect([later.did, answerOnDisk()]).toEqual([["withdraw a1dcon"], {}]);
  });

  it("is gone where the bank has no such consent", async () => {
    const { consents, bank } = await agreed();
    bank.fails = new BackendError("ERR_NOT_FOUND", "answered");
    await consents.leave("ada");
    await isGone();
  });

  it("holds up no removal while the bank is silent, nor while another answer is on its way", async () => {
    const { consents, bank } = await agreed();
    bank.whileAsked = () => never;
    await consents.leave("ada");
    expect(answerOnDisk()).toEqual(left);

    vi.useFakeTimers();
    let isOver = false;
    const leaving = consents.leave("ada").then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(2_499);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await leaving;
  });

  it("is noted after an answer that was on its way, however late that comes", async () => {
    const { consents, bank, did } = open();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    bank.whileAsked = () => answered;
    vi.useFakeTimers();
    const giving = consents.give();
    const leaving = consents.leave("ada");
    await vi.advanceTimersByTimeAsync(2_500);
    await leaving;
    vi.useRealTimers();
    bank.whileAsked = () => undefined;
    answer();
    await giving;
    await vi.waitFor(() => expect(did.at(-1)).toBe("withdraw a1dcon"));
    await isGone();
  });

  it("is told for its own customer alone, who may have been signed out", async () => {
    const { consents, did, become } = await agreed();
    for (const other of ["bob", null]) {
      become(other);
      await consents.leave("ada");
      await new Promise(setImmediate); // by then it would have been told
    }
    become("ada");
    expect(did).not.toContain("withdraw a1dcon");
    expect(answerOnDisk()).toEqual(left);
    await consents.tellAgain();
    expect(answerOnDisk()).toEqual({});
  });

  it("was a no: it goes, at once if the bank knows all, else when it does", async () => {
    const { consents, records, bank, did } = open();
    await consents.refuse();
    await consents.leave("ada");
    expect(answerOnDisk()).toEqual({});
    await records.write("ada", { refused_at: at, untold: ["a1dcon"] });
    bank.fails = silence();
    await consents.leave("ada");
    await vi.waitFor(() => expect(did.at(-1)).toBe("withdraw a1dcon"));
    expect(answerOnDisk()).toEqual(left);
    bank.fails = null;
    await consents.tellAgain();
    expect(answerOnDisk()).toEqual({});
  });

  it("was none: nobody is told anything", async () => {
    const { consents, did } = open();
    await consents.leave("ada");
    await consents.tellAgain();
    expect(did.filter((one) => !one.startsWith("stop"))).toEqual([]);
  });

  it("can be given anew only once the bank knows of the last one, and refused at any time", async () => {
    const { consents, bank, did } = await agreed();
    bank.fails = silence();
    await consents.leave("ada");
    await expect(consents.give()).rejects.toBe(bank.fails);
    expect(did).not.toContain("give");
    expect((await consents.refuse()).answer).toEqual({ is: "refused", since: at, isTold: false });
    await consents.leave("ada");
    bank.fails = null;
    expect((await consents.give()).answer?.is).toBe("given");
    expect(did.slice(-2)).toEqual(["withdraw a1dcon", "give"]);
  });

  it("fails nothing where it cannot be noted, as on a full disk: the bank is told at once", async () => {
    const records = openConsentRecords(folder());
    const write: typeof records.write = (scope, said) => {
      if ("untold" in said) throw new AppError("ERR_FOLDER_UNUSABLE");
      return records.write(scope, said); // a full disk takes no file away from anybody
    };
    const { consents, bank, did } = open({ at: { ...records, write } });
    await records.write("ada", { consent_id: "a1dcon" });
    bank.fails = silence();
    await consents.leave("ada");
    expect(did).toContain("withdraw a1dcon");
    expect(output.text()).toContain('"event":"consent_not_left","code":"ERR_FOLDER_UNUSABLE"');
    expect(records.read("ada")).toBe("a1dcon"); // nothing says that it has ended
    bank.fails = null;
    await consents.leave("ada");
    expect(answerOnDisk()).toEqual({});
  });

  it("is told where the bank wants no device data by now", async () => {
    const { consents } = await agreed({ mode: "off" });
    await consents.leave("ada");
    await isGone();
  });
});
