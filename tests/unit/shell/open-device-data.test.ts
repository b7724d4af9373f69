import { afterEach, expect, it, vi } from "vitest";
import { openDeviceData } from "../../../src-main/shell/open-device-data.ts";

const page = "../../../src-main/shell/device-data-page.ts";
const profile = { folder: "device-data", domains: [] };

/** What is loaded late. */
function load(createDeviceDataPage: () => unknown) {
  vi.doMock(page, () => ({ createDeviceDataPage }));
}
afterEach(() => {
  vi.doUnmock(page);
  vi.resetModules();
});

it("runs the script once it is loaded, unless that was stopped meanwhile", async () => {
  const asked: string[] = [];
  const collect = async (consentId: string) => {
    asked.push(consentId);
    return "data";
  };
  load(() => ({ collect, stop: () => {} }));
  const deviceData = openDeviceData(profile);
  const stopped = deviceData?.collect("a1dcon");
  deviceData?.stop();
  expect(await stopped).toBeNull();
  expect(await deviceData?.collect("a2dcon")).toBe("data");
  expect(asked).toEqual(["a2dcon"]);
});

it("has no data where what runs it cannot be loaded, as after an update of the running program: no step fails by it", async () => {
  vi.doMock(page, () => {
    throw new Error("ENOENT");
  });
  expect(await openDeviceData(profile)?.collect("a1dcon")).toBeNull();
});

it("is none without a script", () => {
  expect(openDeviceData(null)).toBeNull();
});
