import { expect, it } from "vitest";
import type { Result } from "../../src-contract/errors/result.ts";
import { runStep } from "../../src-renderer/run-step.ts";
import { store } from "../../src-renderer/store.ts";

it.each<Result<null>>([
  { ok: true, value: null },
  { ok: false, code: "ERR_BUSY" },
])("the window stays busy with a step while another over it ends: %o", async (end) => {
  let endFirst: (result: Result<null>) => void = () => {};
  const first = runStep<null>(() => new Promise((resolve) => (endFirst = resolve)));
  await runStep(async () => end);
  expect(store.getState().busy).toBe(true);
  endFirst({ ok: true, value: null });
  await first;
  expect(store.getState().busy).toBe(false);
});
