import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii } from "../by-hand.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { passcode, recordAt } from "../keys/fake-enrolment.ts";
import { startCore } from "../start-core.ts";
import { setUp } from "./running-handlers.ts";

catchOutput();

const routes = { pin_change_routes: ["signed" as const], accepted_protection_levels: ["keychain_passcode" as const] };
const code = () => ascii("codeOfLetter1");

/** Somebody without a mobile number, whose bank offers letters, or does not. */
async function withoutNumber(offers = true) {
  const set = setUp(createFakeComputer());
  set.solaris.hasNumber = false;
  set.said.policy = async () => ({ ...routes, ...(offers && { activation_letters: true }) });
  /** The same computer, after the program was started again. */
  const restarted = async () => {
    const { handlers } = startCore({
      computer: set.computer,
      backend: { ...set.solaris.backend, getPolicy: () => set.said.policy(), getWaits: async () => set.said.waits },
    });
    await handlers.signIn("Ada Single");
    return handlers;
  };
  await set.handlers.signIn("Ada Single");
  return { ...set, restarted, asked: (call: string) => set.solaris.calls.filter((one) => one === call).length };
}

const lettersOf = async (handlers: Awaited<ReturnType<typeof withoutNumber>>["handlers"]) =>
  (await handlers.getOverview()).letters;

describe("a letter in place of a text message", () => {
  it("leads to a linked computer, days and restarts later", async () => {
    const { handlers, restarted, solaris } = await withoutNumber();
    expect(await lettersOf(handlers)).toEqual({ asked: null, waitMs: null });
    await expect(handlers.requestCode("A computer")).rejects.toMatchObject({ code: "ERR_NO_MOBILE_NUMBER" });
    expect(await handlers.requestLetter(false)).toMatchObject({
      device: { state: "binding", step: "request", computerName: "A computer" },
      letters: { asked: { requestedAt: "2030-01-01T00:00:00Z", ended: null } },
    });

    const wrong = await restarted();
    expect(await lettersOf(wrong)).toMatchObject({ asked: { requestedAt: "2030-01-01T00:00:00Z" } });
    expect(await wrong.beginLetterCode()).toBeNull();
    await expect(wrong.confirmLetterCode("A computer", ascii("notTheCode"))).rejects.toMatchObject({
      code: "ERR_CODE_REFUSED",
    });

    const right = await restarted();
    expect(await right.getOverview()).toMatchObject({
      device: { step: "request" },
      letters: { asked: { ended: null } },
    });
    await right.lookForLetter();
    expect(await right.confirmLetterCode("A computer", code())).toMatchObject({ device: { step: "passcode" } });
    expect(await right.setPasscode(passcode())).toMatchObject({ device: { state: "bound" } });
    expect(await lettersOf(right)).toMatchObject({ asked: null });
    expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
  });

  it("leaves nothing on the computer but that it was asked for, and when", async () => {
    const { handlers, computer } = await withoutNumber();
    await handlers.requestLetter(false);
    const folder = path.join(computer.folder, "letters");
    const [file = ""] = readdirSync(folder);
    expect(JSON.parse(readFileSync(path.join(folder, file), "utf8"))).toEqual({
      version: 1,
      requested_at: "2030-01-01T00:00:00Z",
      expires_at: "2030-02-01T00:00:00Z",
    });
    await handlers.confirmLetterCode("A computer", code());
    await handlers.setPasscode(passcode());
    expect(readdirSync(folder)).toEqual([]);
    expect(computer.entry()).not.toContain("codeOfLetter1");
  });

  it("is found where it was asked for elsewhere, as soon as a text message is refused", async () => {
    const { handlers, solaris } = await withoutNumber();
    await solaris.backend.requestLetter({});
    await expect(handlers.requestCode("A computer")).rejects.toMatchObject({ code: "ERR_NO_MOBILE_NUMBER" });
    expect(await lettersOf(handlers)).toMatchObject({ asked: { requestedAt: "2030-01-01T00:00:00Z" } });
  });

  it("is over where the bank says so of its code, and the next one's is taken", async () => {
    const { handlers, solaris } = await withoutNumber();
    await handlers.requestLetter(false);
    await expect(handlers.confirmLetterCode("A computer", ascii("x"))).rejects.toThrow();
    solaris.letters.length = 0;
    await expect(handlers.confirmLetterCode("A computer", code())).rejects.toMatchObject({ code: "ERR_CODE_EXPIRED" });
    expect(await lettersOf(handlers)).toMatchObject({ asked: { ended: expect.stringMatching(/early|expired/) } });
    await handlers.requestLetter(false);
    expect(await handlers.confirmLetterCode("A computer", ascii("codeOfLetter2"))).toMatchObject({
      device: { step: "passcode" },
    });
  });

  it("can be cancelled, and nothing waits for it then", async () => {
    const { handlers, restarted, solaris } = await withoutNumber();
    await handlers.requestLetter(false);
    await expect(handlers.confirmLetterCode("A computer", ascii("x"))).rejects.toThrow();
    expect(await handlers.cancelLetter()).toMatchObject({ letters: { asked: null }, device: { step: "request" } });
    expect(solaris.letters).toEqual([]);
    expect(await lettersOf(await restarted())).toMatchObject({ asked: null });
  });

  it("gives way to a text message once there is a number", async () => {
    const { handlers, solaris } = await withoutNumber();
    await handlers.requestLetter(false);
    solaris.hasNumber = true;
    expect(await handlers.requestCode("A computer")).toMatchObject({ device: { step: "code" } });
    await handlers.confirmCode(solaris.newestCode());
    await handlers.setPasscode(passcode());
    expect(await lettersOf(handlers)).toMatchObject({ asked: null });
  });

  it("has its code asked for only where there is room for this computer", async () => {
    const { handlers, solaris } = await withoutNumber();
    await handlers.requestLetter(false);
    solaris.limit = 1;
    solaris.add("elsewhere", recordAt("bound").unrestricted.public_key, null);
    await expect(handlers.beginLetterCode()).rejects.toMatchObject({ code: "ERR_DEVICE_LIMIT" });
  });

  it("tells of a code that was accepted, where its answer was lost, at the next look", async () => {
    const { handlers, restarted, solaris } = await withoutNumber();
    await handlers.requestLetter(false);
    solaris.fate = (call) => (call === "getDevice" ? "down" : call === "verifyDevice" ? "lost-after" : "ok");
    await expect(handlers.confirmLetterCode("A computer", code())).rejects.toThrow();
    solaris.fate = () => "ok";
    expect(await (await restarted()).lookForLetter()).toMatchObject({ device: { step: "passcode" } });
  });
});

describe("a backend that offers no letters, or is older than they are", () => {
  it("is asked about none, and a text message that cannot be sent is refused as before", async () => {
    const { handlers, asked } = await withoutNumber(false);
    await expect(handlers.requestCode("A computer")).rejects.toMatchObject({ code: "ERR_NO_MOBILE_NUMBER" });
    expect(await lettersOf(handlers)).toBeNull();
    expect(asked("listLetters")).toBe(0);
  });

  it("is sent no code of a letter, for which it would send a text message", async () => {
    const { handlers, asked } = await withoutNumber(false);
    const steps = [
      () => handlers.requestLetter(false),
      () => handlers.lookForLetter(),
      () => handlers.cancelLetter(),
      () => handlers.confirmLetterCode("A computer", code()),
    ];
    for (const step of steps) await expect(step()).rejects.toMatchObject({ code: "ERR_REFUSED" });
    expect(asked("createDevice")).toBe(0);
  });

  it("hides a letter that was asked for before, which comes back with the offer", async () => {
    const { handlers, said, restarted } = await withoutNumber();
    await handlers.requestLetter(false);
    said.policy = async () => routes;
    const without = await restarted();
    expect(await lettersOf(without)).toBeNull();
    said.policy = async () => ({ ...routes, activation_letters: true });
    expect(await lettersOf(await restarted())).toMatchObject({ asked: { ended: null } });
  });
});
