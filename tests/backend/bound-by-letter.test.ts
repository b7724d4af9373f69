// Attacker: somebody with a customer's open session, or who reads what the backend writes. Way: has the code of a letter told, or
// tries other people's letters, codes and devices. Impact: a computer of theirs is bound without the letter.
// docs/threat-model.md#letter-code-unread
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { device as newDevice, path, setUp, signature } from "./backend.ts";
import { textOf } from "./described-answers.ts";
import { device, list, otherPersonId, personId, refusal, type Said } from "./fake-solaris.ts";
import { activation, address, byLetter, offered, offering, secretCode } from "./offered-letters.ts";

describe("a device is bound with a letter's code", () => {
  it("without a text message, and its challenge is answered as any other", async () => {
    const { ada, solaris } = await offering(list([activation()]));
    expect((await ada("POST", routes.devices, byLetter())).status).toBe(201);
    expect(solaris.asked("POST", "/v1/mfa/devices").at(-1)?.json.challenge_type).toBe("activation_code");
    const verify = { challenge_id: "challenge1", signature };
    expect((await ada("POST", path.verification("newdevice"), verify)).status).toBe(204);
  });

  it.each([400, 405])("and what Solaris says of a code goes no further, after %d", async (status) => {
    const { ada, solaris } = await offering(list([activation()]));
    await ada("POST", routes.devices, byLetter());
    solaris.on("PUT", "/v1/mfa/challenges/signatures/*", {
      status,
      json: refusal({ detail: `the code is ${secretCode}` }),
    });
    const answer = await ada("POST", path.verification("newdevice"), { challenge_id: "challenge1", signature });
    expect(answer.json.code).toBe(status === 400 ? "ERR_CODE_REFUSED" : "ERR_REFUSED");
    expect(textOf(answer)).not.toContain(secretCode);
  });

  it("only where it is said: an app that does not know letters has a text message sent", async () => {
    const { ada, solaris } = await offering(list([activation()]));
    await ada("POST", routes.devices, newDevice());
    await ada("POST", routes.devices, newDevice({ challenge_type: "sms" }));
    expect(solaris.asked("POST", "/v1/mfa/devices").map(({ json }) => json.challenge_type)).toEqual(["sms", "sms"]);
    expect(solaris.asked("GET", address)).toEqual([]);
    expect((await ada("POST", routes.devices, newDevice({ challenge_type: "letter" }))).json.code).toBe(
      "ERR_INVALID_REQUEST",
    );
  });

  it.each<[string, Said]>([
    ["none", list([])],
    ["one that is over", list([activation("x", { expires_at: "2026-03-19T00:00:00Z" })])],
    ["somebody else's alone", list([activation("x", { person_id: otherPersonId })])],
  ])(
    "and not where there is %s: the code counts no more, and Solaris is asked for no device",
    async (_name, listed) => {
      const { ada, solaris } = await offering(listed);
      const answer = await ada("POST", routes.devices, byLetter());
      expect([answer.status, answer.json.code]).toEqual([410, "ERR_CODE_EXPIRED"]);
      expect(solaris.asked("POST", "/v1/mfa/devices")).toEqual([]);
    },
  );

  it("and is left to Solaris where the list cannot be read whole", async () => {
    const { ada, solaris } = await offering(list([{}]));
    solaris.on("POST", "/v1/mfa/devices", { status: 400, json: refusal() });
    expect((await ada("POST", routes.devices, byLetter())).json.code).toBe("ERR_REFUSED");
  });

  it("and a sixth one is told for what it is", async () => {
    const { ada, solaris } = await offering(list([activation()]));
    solaris.on("POST", "/v1/mfa/devices", { status: 409, json: refusal() });
    solaris.on("GET", "/v1/mfa/devices", list(["a", "b", "c", "d", "e"].map((id) => device(id, personId))));
    expect((await ada("POST", routes.devices, byLetter())).json.code).toBe("ERR_DEVICE_LIMIT");
  });
});
it("another customer cannot answer the challenge of a device that waits for a letter's code", async () => {
  const { signIn, solaris } = await setUp({ config: offered });
  solaris.on("GET", address, list([activation()]));
  const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
  expect((await ada("POST", routes.devices, byLetter())).status).toBe(201);
  const verify = { challenge_id: "challenge1", signature };
  expect((await bob("POST", path.verification("newdevice"), verify)).json.code).toBe("ERR_CODE_EXPIRED");
  expect(solaris.asked("PUT", "/challenge1")).toEqual([]);
});
