// Until when a code that was sent is valid, asked of Solaris about this customer's own codes alone
// (docs/solaris-api.md §6.2).
import { describe, expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { device as newDevice, path, setUp, setUpAda, signature } from "./backend.ts";
import { refusal, type Said } from "./fake-solaris.ts";

const challenge = "/v1/mfa/challenges/signatures/challenge1";
const timeOf = (deviceId = "newdevice", challengeId = "challenge1") =>
  `${path.verification(deviceId)}?challenge_id=${challengeId}`;

/** What is told of a code that was just sent, where Solaris answers so. */
async function told(said: Said) {
  const { ada, solaris } = await setUpAda();
  await ada("POST", routes.devices, newDevice());
  solaris.on("GET", challenge, said);
  return ada("GET", timeOf());
}

describe("the time of a code", () => {
  it.each<[string, object, string | null]>([
    ["as Solaris has it", { id: "challenge1", expires_at: "2030-05-12T14:24:00Z" }, "2030-05-12T14:24:00.000Z"],
    ["of a challenge without an id", { expires_at: "2030-05-12 14:24:00 UTC" }, "2030-05-12T14:24:00.000Z"],
    ["that is over by it", { id: "challenge1", expires_at: "2020-05-12T14:24:00Z" }, "2020-05-12T14:24:00.000Z"],
    ["that cannot be read", { id: "challenge1", expires_at: "soon" }, null],
    ["that is missing", { id: "challenge1" }, null],
    ["of another challenge", { id: "challenge2", expires_at: "2030-05-12T14:24:00Z" }, null],
    ["of a challenge whose id is of another kind", { id: 7, expires_at: "2030-05-12T14:24:00Z" }, null],
  ])("is told %s", async (_name, json, expires_at) => {
    const answer = await told({ json });
    expect([answer.status, answer.json]).toEqual([200, { expires_at }]);
  });

  it.each([404, 410])("is over where Solaris does not know the code any more: %d", async (status) => {
    const { status: answered, json } = await told({ status, json: refusal() });
    expect([answered, json.code]).toEqual([410, "ERR_CODE_EXPIRED"]);
  });

  it.each<[string, Said]>([
    ["a gateway's 404", { status: 404, text: "<h1>Not found</h1>", headers: { "content-type": "text/html" } }],
    ["a failure", { status: 500 }],
    ["a challenge that says of itself that it has ended", { json: { id: "challenge1", status: "EXPIRED" } }],
    ["no challenge", { json: [] }],
  ])("is not known, and not over: %s", async (_name, said) => {
    expect((await told(said)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("is told of one's own codes alone, and Solaris is asked about no other", async () => {
    const { signIn, solaris } = await setUp();
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    await ada("POST", routes.devices, newDevice());
    solaris.on("GET", challenge, { json: { expires_at: "2030-05-12T14:24:00Z" } });
    for (const [who, address] of [
      [bob, timeOf()],
      [ada, timeOf("otherdevice")],
      [ada, timeOf("newdevice", "challenge2")],
    ] as const) {
      expect((await who("GET", address)).json.code).toBe("ERR_CODE_EXPIRED");
    }
    expect(solaris.asked("GET", "/challenge1")).toEqual([]);
    expect((await ada("GET", timeOf())).status).toBe(200);
  });

  it("leaves the code as it is, even where it is said to be over: the code itself decides", async () => {
    const { ada, solaris } = await setUpAda();
    await ada("POST", routes.devices, newDevice());
    solaris.on("GET", challenge, { status: 404, json: refusal() });
    await ada("GET", timeOf());
    const verify = { challenge_id: "challenge1", signature };
    expect((await ada("POST", path.verification("newdevice"), verify)).status).toBe(204);
  });

  it("needs the code's id", async () => {
    const { ada } = await setUpAda();
    expect((await ada("GET", path.verification("newdevice"))).json.code).toBe("ERR_INVALID_REQUEST");
  });
});
