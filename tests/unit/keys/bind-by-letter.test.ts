import { describe, expect, it } from "vitest";
import { bindByLetter, leaveLetter } from "../../../src-main/keys/bind-by-letter.ts";
import { requestCode } from "../../../src-main/keys/bind-this-computer.ts";
import { ascii } from "../by-hand.ts";
import { failOnce, finish, setUp } from "./begun-binding.ts";
import { recordAt, recordOf } from "./fake-enrolment.ts";

const name = "A computer";
const code = () => ascii("codeOfLetter1");
const wrong = () => ascii("codeOfletter1");

/** A computer whose person has a letter in hand. */
async function withLetter(record: Parameters<typeof setUp>[0] = recordAt("requested")) {
  const set = setUp(record);
  await set.solaris.backend.requestLetter({});
  const count = (call: string) => set.solaris.calls.filter((one) => one === call).length;
  return { ...set, count };
}

describe("binding by the code of a letter", () => {
  it.each([
    ["after a text message was refused", recordAt("requested")],
    ["where no key is left of that", null],
    ["while a code by text message was awaited", recordAt("challenged")],
  ])("leads to a bound computer: %s", async (_name, record) => {
    const { binding, enrolment, solaris } = await withLetter(record);
    await bindByLetter(binding, name, code());
    expect(recordOf(enrolment)?.stage).toBe("verified");
    await finish(binding);
    expect(recordOf(enrolment)).toMatchObject({ stage: "bound", computer_name: name });
    expect(recordOf(enrolment)).not.toHaveProperty("challenge_type");
    expect(solaris.devices.at(-1)?.restricted).not.toBeNull();
  });

  it("keeps the device that waits after a wrong code, and takes the right one for it", async () => {
    const { binding, enrolment, count } = await withLetter();
    await expect(bindByLetter(binding, name, wrong())).rejects.toMatchObject({ code: "ERR_CODE_REFUSED" });
    expect(recordOf(enrolment)).toMatchObject({ stage: "challenged", challenge_type: "activation_code" });
    await bindByLetter(binding, name, code());
    expect(count("createDevice")).toBe(1);
  });

  it("says that the code is over after too many wrong ones, also for the right one", async () => {
    const { binding } = await withLetter();
    for (let tries = 0; tries < 3; tries++) {
      await expect(bindByLetter(binding, name, wrong())).rejects.toMatchObject({ code: "ERR_CODE_REFUSED" });
    }
    await expect(bindByLetter(binding, name, code())).rejects.toMatchObject({ code: "ERR_CODE_EXPIRED" });
  });

  it("begins anew where what waited is over, days later", async () => {
    const { binding, enrolment, count } = await withLetter({
      ...recordAt("challenged"),
      challenge_type: "activation_code",
    });
    await bindByLetter(binding, name, code());
    expect(count("createDevice")).toBe(1);
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("takes a fresh key where the waiting one is registered already", async () => {
    const { binding, enrolment, solaris } = await withLetter();
    const { unrestricted } = recordAt("requested");
    solaris.add("elsewhere", unrestricted.public_key, null);
    await bindByLetter(binding, name, code());
    expect(recordOf(enrolment)?.unrestricted.public_key).not.toBe(unrestricted.public_key);
  });

  it("asks whether the code was accepted where that answer is lost", async () => {
    const { binding, enrolment, solaris } = await withLetter();
    solaris.fate = failOnce("verifyDevice", "lost-after");
    await bindByLetter(binding, name, code());
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("goes on after the program ended with the code accepted", async () => {
    const { binding, enrolment, solaris, count } = await withLetter();
    solaris.fate = (call) => (call === "getDevice" ? "down" : call === "verifyDevice" ? "lost-after" : "ok");
    await expect(bindByLetter(binding, name, code())).rejects.toThrow();
    expect(recordOf(enrolment)?.stage).toBe("challenged");
    solaris.fate = () => "ok";
    await bindByLetter(binding, name, ascii("whatever"));
    expect(recordOf(enrolment)?.stage).toBe("verified");
    expect(count("verifyDevice")).toBe(1);
  });

  it("does not begin where there is no room", async () => {
    const { binding, enrolment, solaris, count } = await withLetter();
    solaris.limit = 0;
    await expect(bindByLetter(binding, name, code())).rejects.toMatchObject({ code: "ERR_DEVICE_LIMIT" });
    expect(count("createDevice")).toBe(0);
    expect(recordOf(enrolment)?.stage).toBe("requested");
  });

  it("leaves what is bound alone", async () => {
    const { binding, enrolment } = await withLetter(recordAt("bound"));
    await expect(bindByLetter(binding, name, code())).rejects.toMatchObject({ code: "ERR_ALREADY_BOUND" });
    expect(enrolment.changes).toEqual([]);
  });
});

describe("a letter whose code counts no more", () => {
  it("leaves no device that waits for it, of which the next one would be refused", async () => {
    const { binding, enrolment, solaris } = await withLetter();
    await expect(bindByLetter(binding, name, wrong())).rejects.toThrow();
    expect(await leaveLetter(binding)).toBe(false);
    expect(recordOf(enrolment)).toEqual({ ...recordAt("requested"), computer_name: name });
    await solaris.backend.requestLetter({ invalidate_existing_code: true });
    await bindByLetter(binding, name, ascii("codeOfLetter2"));
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("was accepted before, if only its answer was lost", async () => {
    const { binding, enrolment, solaris } = await withLetter();
    solaris.fate = (call) => (call === "getDevice" ? "down" : call === "verifyDevice" ? "lost-after" : "ok");
    await expect(bindByLetter(binding, name, code())).rejects.toThrow();
    solaris.fate = () => "ok";
    expect(await leaveLetter(binding)).toBe(true);
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it("leaves a code by text message awaited", async () => {
    const { binding, enrolment } = setUp();
    await requestCode(binding, name);
    await leaveLetter(binding);
    expect(recordOf(enrolment)).toMatchObject({ stage: "challenged" });
  });
});
