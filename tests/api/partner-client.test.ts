// A client as a partner's developer makes it: types by openapi-typescript from docs/openapi.json, calls by openapi-fetch,
// nothing of this project's own but keys and encryption. `npm run check` holds its types.
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import { expect, it } from "vitest";
import { startBoth } from "../backend/backend-with-sandbox.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import type { components, paths } from "./generated/partner-api.ts";

type Client = ReturnType<typeof createClient<paths>>;
type Schemas = components["schemas"];

/** What a call answered; a refusal fails the test with its code. */
async function done<Data, Refusal>(call: Promise<{ data?: Data; error?: Refusal }>): Promise<NonNullable<Data>> {
  const { data, error } = await call;
  if (data === undefined || data === null) throw new Error(`refused: ${JSON.stringify(error)}`);
  return data;
}

async function bind(client: Client, newestCode: () => Promise<string>) {
  const [unrestricted, restricted] = [createKey(), createKey()];
  const { device_id, challenge } = await done(
    client.POST("/v1/devices", {
      body: { name: "A partner's device", key: unrestricted.point, protection_level: "keychain_passcode" },
    }),
  );
  const params = { path: { device_id } };
  const signature = signText(unrestricted, await newestCode());
  const verified = await client.POST("/v1/devices/{device_id}/verification", {
    params,
    body: { challenge_id: challenge.id, signature },
  });
  expect(verified.response.status).toBe(204);
  const key = { key: restricted.point, signature: signText(unrestricted, restricted.point) };
  await done(client.POST("/v1/devices/{device_id}/keys", { params, body: key }));
  return { device_id, restricted };
}

async function startSignedIn() {
  const { url, getToken, newestCode, control } = await startBoth();
  const authorization = `Bearer ${await getToken("Ada Single")}`;
  return { url, client: createClient<paths>({ baseUrl: url, headers: { authorization } }), newestCode, control };
}

it("a generated client does the whole job: binds a device, changes a PIN, and asks what became of it", async () => {
  const { client, newestCode, control } = await startSignedIn();
  expect((await done(client.GET("/v1/me"))).sign_in_again).toBeNull();
  const { pin_change_routes } = await done(client.GET("/v1/policy"));
  expect(pin_change_routes).toContain("signed" satisfies Schemas["Policy"]["pin_change_routes"][number]);
  const { device_id, restricted } = await bind(client, newestCode);

  const { cards, truncated } = await done(client.GET("/v1/cards"));
  expect([cards.length, truncated]).toEqual([1, false]);
  const path = { card_id: cards[0]?.id ?? "" };
  const jwk = await done(client.GET("/v1/cards/{card_id}/pin-key", { params: { path } }));
  const request = (pin: string): Schemas["PinChangeRequest"] => {
    const encrypted_pin = encryptPin(jwk, pin);
    const signature = signText(restricted, encrypted_pin);
    return { request_id: randomUUID(), attempt: 1, device_id, encrypted_pin, key_id: jwk.kid, signature };
  };
  const body = request("1928");
  const changed = await done(client.POST("/v1/cards/{card_id}/pin-changes", { params: { path }, body }));
  expect(changed.outcome).toBe("changed");
  const said = await control("POST", "pin-check", { card_id: path.card_id, pin: "1928" });
  expect(said.json).toMatchObject({ matches: true });
  const settled = await done(
    client.POST("/v1/pin-changes/{request_id}/settlement", { params: { path: { request_id: body.request_id } } }),
  );
  expect(settled).toMatchObject({ state: "changed", changed_at: expect.any(String) });

  const refused = await client.POST("/v1/cards/{card_id}/pin-changes", { params: { path }, body: request("1234") });
  expect(refused.error?.code).toBe("ERR_PIN_REFUSED");
  await client.DELETE("/v1/devices/{device_id}", { params: { path: { device_id } } });
  expect((await done(client.GET("/v1/devices"))).devices).toEqual([]);
});

it("a generated client narrows a refusal's code by its status, and finds the page about it", async () => {
  const { client, url } = await startSignedIn();
  const { error } = await client.GET("/v1/cards/{card_id}/pin-key", { params: { path: { card_id: "nobodys" } } });
  if (error?.status !== 404) throw new Error(`not found was not said, but ${error?.code}`);
  const code: "ERR_NOT_FOUND" | "ERR_OPERATION_UNKNOWN" = error.code;
  // @ts-expect-error: no problem of this status.
  const impossible = error.code === "ERR_PIN_REFUSED";
  expect([code, impossible]).toEqual(["ERR_NOT_FOUND", false]);
  const page = await fetch(new URL(error.type, url));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<h1>ERR_NOT_FOUND</h1>")]);
});
