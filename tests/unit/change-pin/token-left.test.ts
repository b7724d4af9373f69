import { expect, it } from "vitest";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import { takeSteps } from "./scripted-change.ts";

const signing: readonly PinChangeRoute[] = ["signed", "device_signing"];

it.each(signing)("no token is asked once the cardholder has left before it signs (%s)", async (route) => {
  const set = takeSteps();
  Object.assign(set.signer, { isOnToken: true });
  let goOn = () => {};
  const awaited = new Promise<void>((resolve) => {
    const hold = () =>
      new Promise<object>((give) => {
        goOn = () => give({});
        resolve();
      });
    set.collected.next = () => hold;
  });
  const change = set.change(route).catch(({ code }) => code);
  await awaited;
  const left = set.steps.leave();
  goOn();
  await left;
  await change;
  expect(set.signed).toEqual([]);
});

it("nor where they leave while the change request is authorised", async () => {
  const set = takeSteps();
  Object.assign(set.signer, { isOnToken: true });
  let left: Promise<void> | null = null;
  set.next("authorizeChange", () => {
    left = set.steps.leave();
    return { string_to_sign: "abc" };
  });
  await set.change("device_signing").catch(() => undefined);
  await left;
  expect(set.signed).toEqual([]);
});
