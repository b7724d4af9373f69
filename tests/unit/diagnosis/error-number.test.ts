import { expect, it } from "vitest";
import { supportId } from "../../screens/ordinary-answers.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { importAnew } from "../import-anew.ts";
import { fakeHandOver, fakeSubjects } from "./fake-diagnosis.ts";

const output = catchOutput();

/** A program that was just started, and has told no error yet. */
async function startProgram() {
  const modules = await importAnew(async () => ({
    ...(await import("../../../src-main/log.ts")),
    ...(await import("../../../src-main/diagnosis/diagnosis.ts")),
    ...(await import("../../../src-main/diagnosis/run-diagnosis.ts")),
  }));
  const { handOver, copied } = fakeHandOver();
  const { createDiagnosis, log, runDiagnosis } = modules;
  return { log, copied, diagnosis: createDiagnosis(() => runDiagnosis(fakeSubjects()), handOver) };
}

it("the number of an error that was told is copied: its code and Solaris' id", async () => {
  const { log, copied, diagnosis } = await startProgram();
  log({ event: "call_failed", method: "requestCode", code: "ERR_BACKEND_TIMEOUT" }, supportId);
  log({ event: "call_failed", method: "listCards", code: "ERR_BUSY" });
  await diagnosis.copyErrorNumber(supportId);
  expect(copied).toEqual([`ERR_BACKEND_TIMEOUT, ${supportId}`]);
  expect(output.text()).not.toContain(supportId);
});

it("nothing else is copied, whatever the window names", async () => {
  const { log, copied, diagnosis } = await startProgram();
  log({ event: "call_failed", method: "listCards", code: "ERR_BUSY" });
  for (const id of [supportId, "", "ERR_BUSY", "undefined"]) {
    await expect(diagnosis.copyErrorNumber(id)).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
  }
  expect(copied).toEqual([]);
});

it("the report has the id, if it is in the form of Solaris' ids, and no other text in its place", async () => {
  const { log, copied, diagnosis } = await startProgram();
  const ids = [
    supportId,
    "5af578ca93f415d91d9b73f02e393613ex",
    "4111-1111-1111-1111",
    "ada@example",
    `${supportId}, 1928`,
  ];
  for (const id of ids) log({ event: "call_failed", method: "changePin", code: "ERR_PIN_REFUSED" }, id);
  await diagnosis.copyReport();
  const lines = copied[0]?.split("\n").filter((line) => line.startsWith("error:"));
  const told = lines?.map((line) => line.split(" ").slice(4).join(" ")).reverse();
  expect(told).toEqual([supportId, "5af578ca93f415d91d9b73f02e393613ex", "", "", ""]);
});
