import { describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createCodeTimes } from "../../../src-main/keys/code-times.ts";
import { createFakeEnrolment, recordAt, stages } from "./fake-enrolment.ts";

const { challenge_id: own } = recordAt("challenged");
const until = "2030-01-01T00:04:00Z";

/** Asks once for each of these answers, in their order. */
async function askedFor(...answers: (string | null | Error)[]) {
  const times = createCodeTimes();
  const enrolment = createFakeEnrolment(recordAt("challenged"));
  for (const answer of answers) {
    const getCodeTime = async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    };
    await times.ask({ enrolment, backend: { getCodeTime } as never });
  }
  expect(enrolment.changes).toEqual([]);
  return times;
}

const over = new BackendError("ERR_CODE_EXPIRED", "answered");

describe("what Solaris says of the awaited code", () => {
  it("is until when it is valid, and nothing of any other", async () => {
    const times = await askedFor(until);
    expect([times.of(own), times.of("another")]).toEqual([{ is: "valid", until }, null]);
  });

  it("is that it is over", async () => {
    expect((await askedFor(over)).of(own)).toEqual({ is: "over" });
  });

  it.each([
    ["no time", null],
    ["an earlier backend, which has no such operation", new BackendError("ERR_METHOD_NOT_ALLOWED", "answered")],
    ["no answer", new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent")],
    ["an answer that is lost", new BackendError("ERR_BACKEND_TIMEOUT", "unclear")],
    ["Solaris does not answer", new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered")],
  ])("is nothing where there is %s, and what was said before stands", async (_name, answer) => {
    expect((await askedFor(answer)).of(own)).toBeNull();
    expect((await askedFor(until, answer)).of(own)).toEqual({ is: "valid", until });
  });

  it("is asked of no computer that awaits none", async () => {
    const times = createCodeTimes();
    for (const stage of stages.filter((one) => !["challenged", "bound", "erased"].includes(one))) {
      const enrolment = createFakeEnrolment(recordAt(stage));
      await times.ask({ enrolment, backend: {} as never }); // it has nothing that could be asked
    }
    await times.ask({ enrolment: createFakeEnrolment(), backend: {} as never });
  });

  it("is forgotten when another code is asked for, which may have its id", async () => {
    const times = await askedFor(over);
    times.forget();
    expect(times.of(own)).toBeNull();
  });

  it("does not hide an error of this program", async () => {
    await expect(askedFor(new TypeError("a mistake"))).rejects.toThrow("a mistake");
  });
});
