import { describe, expect, it } from "vitest";
import type { ProblemCode } from "../../../src-contract/errors/error-codes.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { confirmCode, requestCode } from "../../../src-main/keys/bind-this-computer.ts";
import { setUp } from "./begun-binding.ts";
import { recordOf } from "./fake-enrolment.ts";

/** A binding whose code was sent, at a backend that answers it so. @param isDone whether Solaris took the code all the same */
async function confirming(answer: BackendError, isDone: boolean) {
  const { binding, enrolment, solaris } = setUp();
  await requestCode(binding, "A computer");
  const waiting = enrolment.entry;
  const { verifyDevice } = binding.backend;
  binding.backend.verifyDevice = async (...request) => {
    if (isDone) await verifyDevice(...request);
    throw answer;
  };
  const asked = () => solaris.calls.filter((call) => call === "getDevice").length;
  return {
    confirm: () => confirmCode(binding, solaris.newestCode()),
    binding,
    verifyDevice,
    enrolment,
    waiting,
    asked,
  };
}

const answered = (code: ProblemCode) => new BackendError(code, "answered");
const notKnown: [string, BackendError][] = [
  ["the page of a gateway", new BackendError("ERR_BACKEND_ANSWER", "unclear")],
  ["no answer", new BackendError("ERR_BACKEND_TIMEOUT", "unclear")],
  ["that Solaris is away", answered("ERR_SOLARIS_UNAVAILABLE")],
  ["what only a later backend knows", new BackendError("ERR_UNKNOWN_REFUSAL", "answered")],
  ["that the code has ended", answered("ERR_CODE_EXPIRED")],
];
const known: [string, BackendError][] = [
  ["that the code is wrong", answered("ERR_CODE_REFUSED")],
  ["that it was too often", answered("ERR_TOO_MANY_REQUESTS")],
  ["that it could not be noted", answered("ERR_NOT_RECORDED")],
  ["that the request has no such form", answered("ERR_INVALID_REQUEST")],
  ["that nothing was sent", new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent")],
];

describe("a code that is answered with", () => {
  it.each(notKnown)(
    "%s: Solaris is asked whether it took it, and the binding waits on where not",
    async (_, answer) => {
      const { confirm, enrolment, waiting, asked } = await confirming(answer, false);
      await expect(confirm()).rejects.toBe(answer);
      expect([enrolment.entry, asked()]).toEqual([waiting, 1]);
    },
  );

  it.each(notKnown)("%s: it goes on where Solaris did take it", async (_, answer) => {
    const { confirm, enrolment } = await confirming(answer, true);
    await confirm();
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });

  it.each(known)("%s: the binding waits on, and nobody is asked", async (_, answer) => {
    const { confirm, enrolment, waiting, asked } = await confirming(answer, false);
    await expect(confirm()).rejects.toBe(answer);
    expect([enrolment.entry, asked()]).toEqual([waiting, 0]);
  });

  it.each([...notKnown, ...known])("%s: the same code can be tried again", async (_, answer) => {
    const { confirm, binding, verifyDevice, enrolment } = await confirming(answer, false);
    await expect(confirm()).rejects.toBe(answer);
    binding.backend.verifyDevice = verifyDevice;
    await confirm();
    expect(recordOf(enrolment)?.stage).toBe("verified");
  });
});
