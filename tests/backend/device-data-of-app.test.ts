// The app's own program, the backend and the Solaris sandbox: what the vendor's script hands over arrives there byte for byte, with
// each request that takes it. Only the page is played here; tests/e2e/device-data.spec.ts has the real one.
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { createCore } from "../../src-main/core.ts";
import { openConsentRecords } from "../../src-main/device-data/consent-record.ts";
import { enrolmentScope } from "../../src-main/keys/enrolment-scope.ts";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { pinKey } from "../sandbox/partner.ts";
import { ascii } from "../unit/by-hand.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { createFakeComputer } from "../unit/fake-computer.ts";
import { ask } from "./backend.ts";

const passcode = ascii("correct horse 9");

async function setUp(mode: DeviceDataMode, hands: (consentId: string) => string | null) {
  const computer = createFakeComputer();
  const quiet = { write: () => undefined };
  const folder = path.join(computer.folder, "servers");
  const policy = { DEVICE_DATA: mode, PIN_CHANGE_ROUTES: "signed,device_signing,sms", LOG_LEVEL: "silent" };
  const servers = await startServersHere(folder, { logTo: quiet }, { backend: policy }, await pinKey);
  onTestFinished(servers.close);
  const origin = servers.backendUrl();
  const records = openConsentRecords(path.join(computer.folder, "device-consents"));
  const signedIn = (await ask(origin + demoRoutes.signIn, "POST", { name: "Ada Single" })).json;
  const headers = { authorization: `Bearer ${signedIn.token}`, "content-type": "application/json" };
  const loads: string[] = [];
  const session = sessionOf(fetch);
  const { handlers } = createCore(
    coreOptions({
      folder: computer.folder,
      keychain: computer.keychain,
      sessions: { ordinary: session, once: session, signIn: session, updates: session },
      config: { ...usualConfig, backendOrigin: origin },
      collectDeviceData: {
        collect: async (consentId) => {
          loads.push(consentId);
          return hands(consentId);
        },
        stop: () => undefined,
      },
    }),
  );
  await handlers.signIn("Ada Single");
  return {
    handlers,
    loads,
    sandbox: controlSandbox(servers.sandboxUrl),
    giveConsent: async () => {
      const answer = await fetch(origin + routes.deviceConsents, { method: "POST", headers, body: "{}" });
      const { consent_id: id } = (await answer.json()) as { consent_id: string };
      await records.write(enrolmentScope(origin, signedIn.customer.customer_id), { consent_id: id });
      return id;
    },
    withdraw: (id: string) =>
      fetch(origin + routes.deviceConsent.replace(":consent_id", id), {
        method: "DELETE",
        headers: { authorization: headers.authorization },
      }),
    received: async () => {
      const { received } = (await ask(`${servers.sandboxUrl}/sandbox/device-data`, "GET")).json;
      return (received as { operation: string; device_data: string }[]).map((one) => one.device_data);
    },
    bind: async () => {
      await handlers.requestCode("Ada's computer");
      await handlers.confirmCode(ascii("212212"));
      await handlers.setPasscode(passcode.slice());
    },
    change: async (route: PinChangeRoute) => {
      const { cards } = await handlers.listCards();
      const card = cards[0]?.id ?? expect.fail("no card");
      await handlers.beginPinEntry();
      if (route !== "sms") await handlers.enterPasscode(passcode.slice(), card);
      return handlers.changePin(card, ascii("7305"), route);
    },
  };
}

/** As in the specification's example (docs/solaris-api.md §9), of its usual size; each another one. */
function textsOf() {
  const texts: string[] = [];
  return {
    texts,
    hands: (consentId: string) => {
      const text = `Web;${consentId};${"aB+/".repeat(5)}${"cD"}==;${`${texts.length}/+x`.repeat(750)}`;
      texts.push(text);
      return text;
    },
  };
}

describe("device data of the app", () => {
  it("arrives at Solaris byte for byte: with binding, code, key and signed change", async () => {
    const { texts, hands } = textsOf();
    const app = await setUp("required", hands);
    const consent = await app.giveConsent();
    await app.bind();
    expect(await app.change("signed")).toMatchObject({ outcome: "changed" });
    expect(texts).toHaveLength(4);
    expect(await app.received()).toEqual(texts);
    expect(app.loads).toEqual(texts.map(() => consent));
  });

  it("arrives with authorisation and confirmation of a change request", async () => {
    const { texts, hands } = textsOf();
    const app = await setUp("required", hands);
    await app.giveConsent();
    await app.bind();
    expect(await app.change("device_signing")).toMatchObject({ outcome: "changed" });
    const [last] = texts.slice(-1);
    expect((await app.received()).slice(-2)).toEqual([last, last]);
  });

  it("is not collected without a consent, and the change goes on where the bank lets it", async () => {
    const { texts, hands } = textsOf();
    const app = await setUp("optional", hands);
    await app.bind();
    expect(await app.change("signed")).toMatchObject({ outcome: "changed" });
    expect([texts, await app.received()]).toEqual([[], []]);
  });

  it("is not collected once the consent is withdrawn at the bank", async () => {
    const { texts, hands } = textsOf();
    const app = await setUp("optional", hands);
    const consent = await app.giveConsent();
    await app.bind();
    const before = texts.length;
    await app.withdraw(consent);
    expect(await app.change("signed")).toMatchObject({ outcome: "changed" });
    expect(texts).toHaveLength(before);
  });

  it("where the bank must have it and there is no consent, nothing is sent; a code by SMS still changes the PIN", async () => {
    const app = await setUp("required", () => null);
    await expect(app.handlers.requestCode("Ada's computer")).rejects.toMatchObject({
      code: "ERR_DEVICE_DATA_REQUIRED",
    });
    expect(app.loads).toEqual([]);
    expect(await app.change("sms")).toMatchObject({ outcome: "tan-awaited" });
  });

  it("can be consented to at a new link though Solaris confirms no withdrawal for the device that was removed", async () => {
    const { texts, hands } = textsOf();
    const { handlers, sandbox, bind, loads } = await setUp("required", hands);
    await handlers.giveDeviceConsent();
    await bind();
    const first = loads.at(-1);
    const fault = { operation: "update_device_consent", kind: "status", status: 404, shape: "C", times: 100 } as const;
    const struck = await sandbox.addFault(fault);
    await handlers.removeThisComputer();
    await sandbox.reached(struck);
    expect((await handlers.giveDeviceConsent()).answer?.is).toBe("given");
    texts.length = 0;
    await bind();
    expect(loads.slice(-texts.length)).not.toContain(first);

    await sandbox.clearFaults();
    await handlers.signIn("Ada Single"); // tells what was not confirmed
    const said = async () => (await sandbox.deviceConsents()).map((one) => `${one.id === first} ${one.event_type}`);
    await expect.poll(said).toEqual(["true REJECTED", "false APPROVED"]);
  });
});
