// Device data and consents, with the Solaris sandbox, which takes the first only under the second.
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import { changeRequest, device, path, pinChange } from "./backend.ts";
import { startBoth } from "./backend-with-sandbox.ts";
import { usual } from "./usual-config.ts";

it("where device data is required, each request of a device has it, and it arrives as it was sent until it is withdrawn", async () => {
  const { signIn, control, newestCode } = await startBoth({ policy: { ...usual.policy, deviceData: "required" } });
  const ada = await signIn("Ada Single");
  const { consent_id } = (await ada("POST", routes.deviceConsents, {})).json;
  const of = { device_data: `Web;${consent_id};${"A".repeat(22)}==;c2Vvbg==`, device_consent_id: consent_id };
  const [unrestricted, restricted] = [createKey(), createKey()];
  const { device_id: id, challenge } = (await ada("POST", routes.devices, device({ key: unrestricted.point, ...of })))
    .json;
  const signature = signText(unrestricted, await newestCode());
  const verification = { challenge_id: challenge.id, signature, ...of };
  expect((await ada("POST", path.verification(id), verification)).status).toBe(204);
  const key = { key: restricted.point, signature: signText(unrestricted, restricted.point), ...of };
  expect((await ada("POST", path.keys(id), key)).status).toBe(201);

  const card = (await ada("GET", routes.cards)).json.cards[0];
  const { json: jwk } = await ada("GET", path.pinKey(card.id));
  const encrypted = { encrypted_pin: encryptPin(jwk, "1928"), key_id: jwk.kid };
  const signed = { ...encrypted, signature: signText(restricted, encrypted.encrypted_pin) };
  expect((await ada("POST", path.pinChanges(card.id), pinChange(id, { ...signed, ...of }))).status).toBe(200);
  const begun = changeRequest("device_signing", { ...encrypted, encrypted_pin: encryptPin(jwk, "2846") });
  expect((await ada("POST", path.changeRequests(card.id), begun)).status).toBe(200);
  const by = { route: "device_signing", device_id: id };
  const authorize = () => ada("POST", path.authorization(begun.request_id), { ...by, ...of });
  const { string_to_sign: text } = (await authorize()).json;
  const confirm = { ...by, signature: signText(restricted, text), ...of };
  expect((await ada("POST", path.confirmation(begun.request_id), confirm)).json).toEqual({ outcome: "changed" });

  const { received } = (await control("GET", "device-data")).json;
  expect(received.map((one: { device_data: string }) => one.device_data)).toEqual(Array(6).fill(of.device_data));
  expect(received.map((one: { operation: string }) => one.operation)).toEqual([
    ...["create_device", "verify_challenge", "add_key", "pin_update"],
    ...["authorize_change_request", "confirm_change_request"],
  ]);
  expect((await ada("DELETE", path.consent(consent_id))).status).toBe(204);
  expect((await control("GET", "device-consents")).json.consents).toMatchObject([{ event_type: "REJECTED" }]);
  const again = await ada("POST", path.pinChanges(card.id), pinChange(id, { ...signed, ...of }));
  expect(again.json.code).toBe("ERR_DEVICE_CONSENT_MISSING");
});

describe("where an answer about a consent is lost", () => {
  const setUp = async () => {
    const both = await startBoth({ policy: { ...usual.policy, deviceData: "optional" } });
    const ada = await both.signIn("Ada Single");
    const give = () => ada("POST", routes.deviceConsents, {});
    const consents = async () => (await ada("GET", routes.deviceConsents)).json.consents;
    const atSolaris = async () => (await both.control("GET", "device-consents")).json.consents;
    return { ...both, ada, give, consents, atSolaris };
  };

  it.each([
    ["drop_before", 0],
    ["drop_after", 1],
  ])("none is said to be given: %s", async (kind, atSolarisThen) => {
    const { control, give, consents, atSolaris } = await setUp();
    await control("POST", "faults", { operation: "create_device_consent", kind });
    expect((await give()).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(await consents()).toEqual([]);
    expect(await atSolaris()).toHaveLength(atSolarisThen);
    expect((await give()).status).toBe(201);
  });

  it.each([
    ["drop_before", "APPROVED"],
    ["drop_after", "REJECTED"],
  ])("none is said to be withdrawn, none counts, and it can be withdrawn again: %s", async (kind, event_type) => {
    const { ada, control, give, consents, atSolaris } = await setUp();
    const { consent_id } = (await give()).json;
    await control("POST", "faults", { operation: "update_device_consent", kind });
    expect((await ada("DELETE", path.consent(consent_id))).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(await consents()).toMatchObject([{ counts: false, withdrawn_at: null }]);
    expect(await atSolaris()).toMatchObject([{ event_type }]);
    expect((await ada("DELETE", path.consent(consent_id))).status).toBe(204);
    expect(await consents()).toMatchObject([{ counts: false, withdrawn_at: expect.any(String) }]);
    expect(await atSolaris()).toMatchObject([{ event_type: "REJECTED" }]);
  });
});
