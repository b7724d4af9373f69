import { expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { type ChangeNow, changeNowAfter } from "../../../src-main/bridge/change-now.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { recordAt } from "../keys/fake-enrolment.ts";
import { createFakeSolaris } from "../keys/fake-solaris.ts";
import { startCore } from "../start-core.ts";
import { withKey } from "./running-handlers.ts";

catchOutput();

const failed = undefined;

it.each([
  ["changed", "ended"],
  ["refused", "ended"],
  ["not-sent", "ended"],
  ["unknown", "ended"],
  [failed, "ended"],
  ["in-progress", "runs"],
  ["tan-awaited", "waits"],
  ["sign-in-again", "waits"],
])("after %s a change %s", (outcome, now) => {
  expect(changeNowAfter({ outcome, isWhole: true, isSeen: true })).toBe(now);
});

it("a step that fails ends no change that goes on without it", () => {
  expect(changeNowAfter({ outcome: failed, isWhole: false, isSeen: true })).toBe("waits");
});

it.each([
  ["changed", "ended"],
  ["in-progress", "waits"],
  [failed, "waits"],
])("once its cardholder is signed out, a change after %s %s", (outcome, now) => {
  expect(changeNowAfter({ outcome, isWhole: true, isSeen: false })).toBe(now);
});

/** A change whose outcome nobody knows until the ledger says it. */
async function openChange(ledger: () => Promise<"in_progress" | "changed">) {
  const told: ChangeNow[] = [];
  const solaris = createFakeSolaris();
  const { handlers } = startCore({
    computer: withKey(),
    noteChange: (now) => told.push(now),
    backend: {
      ...solaris.backend,
      getPolicy: async () => ({ pin_change_routes: ["sms"], accepted_protection_levels: ["keychain_passcode"] }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false }),
      getPinKey: async () => makeRsaKey("a-key").jwk,
      createChangeRequest: () => Promise.reject(new BackendError("ERR_BACKEND_UNREACHABLE", "unclear")),
      settleChange: async (request_id) => ({ request_id, state: await ledger() }),
    },
  });
  solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
  await handlers.signIn("Ada Single");
  await handlers.changePin("a-card", ascii("1928"), "sms");
  return { handlers, told: () => told.splice(0) };
}

it("a change in progress has not ended because the ledger cannot be asked", async () => {
  let isReached = true;
  const { handlers, told } = await openChange(async () => {
    if (!isReached) throw new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent");
    return "in_progress";
  });
  expect(told()).toEqual(["runs", "runs"]);
  isReached = false;
  await expect(handlers.settleOpenChange()).rejects.toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
  expect(told()).toEqual(["runs", "waits"]);
});

it("a change in progress whose cardholder signs out meanwhile is no longer told to run", async () => {
  let signOut: () => Promise<unknown> = async () => undefined;
  const { handlers, told } = await openChange(async () => {
    await signOut();
    return "in_progress";
  });
  told();
  signOut = handlers.signOut;
  await handlers.settleOpenChange().catch(() => undefined);
  expect(told()).toEqual(["runs", "waits"]);
});
