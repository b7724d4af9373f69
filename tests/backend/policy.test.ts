import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { pinChangeRoutes } from "../../src-contract/rules/pin-change-route.ts";
import { protectionLevels } from "../../src-contract/rules/protection-levels.ts";
import { changeRequest, device, path, pinChange, setUpAda, signature } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { code } from "./pin-change-steps.ts";
import { usual } from "./usual-config.ts";

const { policy } = usual;

describe("the partner's policy", () => {
  it("is told to the app, in the partner's order", async () => {
    const { ada } = await setUpAda({
      config: {
        policy: { ...policy, pinChangeRoutes: ["sms", "signed"], acceptedProtectionLevels: ["hardware_passcode"] },
      },
    });
    expect((await ada("GET", routes.policy)).json).toEqual({
      pin_change_routes: ["sms", "signed"],
      accepted_protection_levels: ["hardware_passcode"],
      activation_letters: false,
      device_data: "off",
    });
  });

  it.each(pinChangeRoutes)("without %s refuses it at each of its steps, and asks Solaris nothing", async (refused) => {
    const others = pinChangeRoutes.filter((route) => route !== refused);
    const { ada, solaris } = await setUpAda({
      config: { policy: { ...policy, pinChangeRoutes: others } },
    });
    const send = async (route: (typeof pinChangeRoutes)[number]) => {
      if (route === "signed") return [await ada("POST", path.pinChanges(cardId), pinChange(deviceId))];
      const body = changeRequest(route);
      const of = { route, device_id: deviceId };
      return [
        await ada("POST", path.changeRequests(cardId), body),
        await ada("POST", path.authorization(body.request_id), of),
        await ada("POST", path.confirmation(body.request_id), { ...of, signature, tan: "123456" }),
      ];
    };
    for (const answer of await send(refused)) expect([answer.status, code(answer)]).toEqual([403, "ERR_ROUTE_REFUSED"]);
    expect(solaris.all).toEqual([]);
    for (const route of others) for (const answer of await send(route)) expect(answer.status).toBe(200);
  });

  it.each(protectionLevels)(
    "without the level %s sends such a device no code; Solaris hears of no level",
    async (level) => {
      const others = protectionLevels.filter((one) => one !== level);
      const { ada, solaris, logged } = await setUpAda({
        config: { policy: { ...policy, acceptedProtectionLevels: others } },
      });
      const refused = await ada("POST", routes.devices, device({ protection_level: level }));
      expect([refused.status, code(refused)]).toEqual([403, "ERR_PROTECTION_REFUSED"]);
      expect(solaris.all).toEqual([]);
      expect(logged()).toContain(`"event":"device_protection","level":"${level}","accepted":false`);
      for (const protection_level of others) {
        expect((await ada("POST", routes.devices, device({ protection_level }))).status).toBe(201);
        expect(logged()).toContain(`"event":"device_protection","level":"${protection_level}","accepted":true`);
      }
      for (const { text } of solaris.asked("POST", "/v1/mfa/devices")) expect(text).not.toContain("protection");
    },
  );

  it.each([undefined, "software", "keychain "])("takes no device that says %j of its protection", async (level) => {
    const { ada } = await setUpAda();
    expect(code(await ada("POST", routes.devices, device({ protection_level: level })))).toBe("ERR_INVALID_REQUEST");
  });
});
