import { describe, expect, it } from "vitest";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { answered, takeSteps } from "./scripted-change.ts";

const fields = { device_data: "Web;a1dcon;a;b", device_consent_id: "a1dcon" };
const text = { string_to_sign: "a text", validForMs: 300_000 };
const signing: PinChangeRoute[] = ["signed", "device_signing"];
const requests = ["changePin", "createChangeRequest", "authorizeChange", "confirmChange"] as const;

/** Which requests of a change had the device data. */
const carried = ({ argsOf }: Pick<ReturnType<typeof takeSteps>, "argsOf">) =>
  requests.flatMap((method) =>
    argsOf(method).map((args) => {
      const { device_data, device_consent_id } = args.at(-1);
      return [method, device_data, device_consent_id];
    }),
  );

describe("device data of a PIN change", () => {
  it("goes with the signed change", async () => {
    const set = takeSteps();
    set.collected.next = () => async () => fields;
    expect(await set.change("signed")).toMatchObject({ outcome: "changed" });
    expect(carried(set)).toEqual([["changePin", fields.device_data, "a1dcon"]]);
  });

  it("goes with authorisation and confirmation of a change request, which takes none itself", async () => {
    const set = takeSteps();
    set.collected.next = () => async () => fields;
    set.next("authorizeChange", () => text);
    expect(await set.change("device_signing")).toMatchObject({ outcome: "changed" });
    expect(carried(set)).toEqual([
      ["createChangeRequest", undefined, undefined],
      ["authorizeChange", fields.device_data, "a1dcon"],
      ["confirmChange", fields.device_data, "a1dcon"],
    ]);
  });

  it("is not collected for a change with a TAN", async () => {
    const set = takeSteps();
    set.collected.next = () => {
      throw new Error("collected");
    };
    expect(await set.change("sms")).toMatchObject({ outcome: "tan-awaited" });
    expect(carried(set)).toEqual([
      ["createChangeRequest", undefined, undefined],
      ["authorizeChange", undefined, undefined],
    ]);
  });

  it.each(signing)("is being collected before the PIN's key is there (%s)", async (route) => {
    const set = takeSteps();
    const order: string[] = [];
    set.collected.next = () => async () => {
      order.push("collected");
      return fields;
    };
    set.next("getPinKey", () => order.push("key"));
    await set.change(route).catch(() => undefined);
    expect(order.slice(0, 2)).toEqual(["collected", "key"]);
  });

  it.each(signing)("that has to be there and is not: nothing is sent, and nothing noted (%s)", async (route) => {
    const set = takeSteps();
    set.collected.next = () => () => Promise.reject(new AppError("ERR_DEVICE_DATA_REQUIRED"));
    await expect(set.change(route)).rejects.toMatchObject({ code: "ERR_DEVICE_DATA_REQUIRED" });
    expect(carried(set)).toEqual([]);
    expect(set.open).toEqual([]);
  });

  it.each(signing)("that comes once the cardholder has left: nothing is sent (%s)", async (route) => {
    const set = takeSteps();
    let come = (_fields: typeof fields) => {};
    const isAwaited = new Promise<void>((resolve) => {
      set.collected.next = () => () => {
        resolve();
        return new Promise((give) => {
          come = give;
        });
      };
    });
    const change = set.change(route);
    change.catch(() => undefined);
    await isAwaited;
    await set.steps.leave();
    come(fields);
    await expect(change).rejects.toMatchObject({ code: "ERR_CHANGE_REQUEST_ENDED" });
    expect(carried(set)).toEqual([]);
  });

  it.each<[PinChangeRoute, "changePin" | "createChangeRequest"]>([
    ["signed", "changePin"],
    ["device_signing", "createChangeRequest"],
  ])("of a change that waited for a sign-in is collected anew (%s)", async (route, refused) => {
    const set = takeSteps();
    let times = 0;
    set.collected.next = () => {
      const device_data = `text-${++times}`;
      return async () => ({ ...fields, device_data });
    };
    set.fail(refused, answered("ERR_SIGN_IN_AGAIN"));
    expect(await set.change(route)).toEqual({ outcome: "sign-in-again" });
    set.next("authorizeChange", () => text);
    if (route === "device_signing") set.unlocked.put(set.signer);
    expect(await set.steps.sendPaused()).toMatchObject({ outcome: "changed" });
    expect(carried(set).at(-1)?.[1]).toBe("text-2");
  });
});
