import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKey, createPartner, type Partner, withoutIds } from "./partner.ts";

let partner: Partner;
beforeAll(async () => {
  partner = await createPartner();
});
afterAll(() => partner.sandbox.close());

function statusWith(headers: Record<string, string>, path = "/sandbox/inbox"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(`${partner.sandbox.url}${path}`, { headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    call.on("error", reject).end();
  });
}

describe("the page for people", () => {
  it("shows codes, customers and changes, but no PIN, and loads nothing from elsewhere", async () => {
    const partner = await createPartner();
    const bound = await partner.bind("Ada");
    const card = await partner.firstCard("Ada");
    await partner.changePin(card, bound, "7294");
    const page = await partner.send("GET", "/");
    expect(page.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.text).toMatch(/data-testid="inbox-code">212212</);
    for (const customer of partner.customers) expect(page.text).toContain(customer.name);
    expect(page.text).toMatch(/PIN changes[\s\S]*\d{6}\*{6}\d{4}/);
    expect(withoutIds(page.text)).not.toContain("7294");
    expect(page.text).not.toMatch(/https?:|<script|<img|<link/);
    await partner.sandbox.close();
  });

  it("says what each code is for", async () => {
    const other = await createPartner();
    const { id } = (await other.requestChange(await other.firstCard("Ada"), "1928")).json;
    await other.authorizeBySms(id, "Ada");
    const device = (await other.create("Nora", createKey())).json.id;
    const { text } = await other.send("GET", "/");
    const purposes = [...text.matchAll(/data-testid="inbox-purpose">([^<]+)<\/span><br><code>(\w+)</g)];
    expect(purposes.map(([, what, about]) => [what, about])).toEqual([
      ["Linking a computer", device],
      ["Setting a new card PIN", id],
    ]);
    expect(withoutIds(text)).not.toContain("1928");
    await other.sandbox.close();
  });

  it("writes what comes from outside as text", async () => {
    const { escapeHtml } = await import("../../src-sandbox/http/escape-html.ts");
    expect(escapeHtml(`<img src=x onerror="a('&')">`)).toBe("&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;");
    await partner.create("Nora", createKey(), { name: "<script>alert(1)</script>" });
    expect((await partner.send("GET", "/")).text).not.toContain("<script>");
  });
});

describe("the controls", () => {
  it("tell whether a card has a PIN, which no new card has", async () => {
    const card = await partner.firstCard("Finn");
    expect(await partner.checkPin(card, "0000")).toEqual({ matches: false, changes: 0 });
    expect((await partner.send("POST", "/sandbox/pin-check", { card_id: "x", pin: "1" })).status).toBe(404);
  });

  it("show and change the settings, and refuse one that does not exist", async () => {
    expect((await partner.send("GET", "/sandbox/settings")).json).toEqual({
      code: "212212",
      challenge_seconds: 300,
      activation_code: "random",
      activation_seconds: 1_209_600,
      letter_seconds: 0,
      pending_key_reuse: "replace",
      pin_key_path: "global",
      pin_update_success_status: 200,
      sca_pin_update_success_status: 200,
      confirm_success_status: 200,
      change_request_seconds: 300,
      second_restricted_key: "accept",
      nested_errors: false,
      keys_as_array: false,
      device_data: "checked",
      strict_jwe_kid: false,
    });
    expect((await partner.set({ code: "654321" })).json).toMatchObject({ code: "654321", nested_errors: false });
    for (const wrong of [{ code: "12345" }, { confirm_success_status: 204 }, { nested_error: true }, []]) {
      expect((await partner.set(wrong)).status).toBe(400);
    }
    expect((await partner.send("PUT", "/sandbox/settings", "{")).status).toBe(400);
  });

  it("change a card's status, and rotate the key", async () => {
    const card = await partner.firstCard("Mila");
    await partner.send("PUT", `/sandbox/cards/${card}`, { status: "LOST" });
    expect((await partner.call("GET", `/v1/cards/${card}`)).json.status).toBe("LOST");
    expect((await partner.send("PUT", "/sandbox/cards/x", { status: "LOST" })).status).toBe(404);
    const { kid } = (await partner.send("POST", "/sandbox/pin-keys/rotate")).json;
    expect((await partner.call("GET", "/v1/cards/pin_keys/latest")).json.kid).toBe(kid);
  });

  it("find a PIN key that no other sandbox has", async () => {
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const { call, sandbox } = await createPartner({});
        const { json } = await call("GET", "/v1/cards/pin_keys/latest");
        await sandbox.close();
        return json;
      }),
    );
    expect(new Set(keys.map(({ n }) => n)).size).toBe(2);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  });

  it("take away a person's mobile number, and give another", async () => {
    const path = `/sandbox/people/${partner.person("Victor").person_id}`;
    expect((await partner.send("PUT", path, { mobile_number: null })).status).toBe(200);
    expect((await partner.create("Victor", createKey())).status).toBe(400);
    await partner.send("PUT", path, { mobile_number: "+491713920099" });
    expect((await partner.create("Victor", createKey())).status).toBe(202);
    expect((await partner.inbox())[0].mobile_number).toBe("+491713920099");
    for (const wrong of [{ mobile_number: "0171" }, {}])
      expect((await partner.send("PUT", path, wrong)).status).toBe(400);
    expect((await partner.send("PUT", "/sandbox/people/x", { mobile_number: null })).status).toBe(404);
  });

  it("list every device, pending and removed ones too, without their keys", async () => {
    const other = await createPartner();
    const { deviceId, restricted } = await other.bind("Ada");
    const pending = (await other.create("Nora", createKey())).json.id;
    await other.send("POST", `/sandbox/devices/${deviceId}/forget`);
    const list = await other.send("GET", "/sandbox/devices");
    const own = list.json.devices.filter((device: { person_name: string }) => device.person_name !== "Finn Five");
    expect(own).toEqual([
      { id: deviceId, person_name: "Ada Single", name: "A computer", verified: true, deleted: true, key_purposes: [] },
      {
        id: pending,
        person_name: "Nora Null",
        name: "A computer",
        verified: false,
        deleted: false,
        key_purposes: ["unrestricted"],
      },
    ]);
    expect(list.json.devices).toHaveLength(7);
    expect(list.text).not.toContain(restricted.point);
    await other.sandbox.close();
  });

  it("bind devices for a person until there is no room", async () => {
    const other = await createPartner();
    const add = (name: string, person_name = "Ada Single") =>
      other.send("POST", "/sandbox/devices", { person_name, name });
    const first = await add("Phone");
    expect(first).toMatchObject({
      status: 200,
      json: {
        person_name: "Ada Single",
        name: "Phone",
        verified: true,
        deleted: false,
        key_purposes: ["unrestricted", "restricted"],
      },
    });
    expect((await other.call("GET", `/v1/mfa/devices/${first.json.id}`)).json.person_id).toBe(
      other.person("Ada").person_id,
    );
    for (const name of ["B", "C", "D", "E"]) expect((await add(name)).status).toBe(200);
    expect((await add("F")).status).toBe(409);
    expect((await other.create("Ada", createKey())).status).toBe(409);
    expect((await add("Phone", "Nobody")).status).toBe(404);
    expect((await add("")).status).toBe(400);
    await other.sandbox.close();
  });

  it("bind a device that is known already, by its id and its public keys", async () => {
    const other = await createPartner();
    const [unrestricted, restricted] = [createKey(), createKey()];
    const id = "0a1b2c3d-from-elsewhere";
    const keys = [
      { purpose: "unrestricted", key: unrestricted.point },
      { purpose: "restricted", key: restricted.point.toUpperCase() },
    ];
    const add = (change: object) =>
      other.send("POST", "/sandbox/devices", { person_name: "Ada Single", name: "Laptop", ...change });
    expect((await add({ id, keys })).json).toMatchObject({ id, key_purposes: ["unrestricted", "restricted"] });
    const known = await other.send("GET", `/sandbox/devices/${id}/keys`); // with them it is bound elsewhere once more
    expect(known.json.keys.map(({ key }: { key: string }) => key)).toEqual([unrestricted.point, restricted.point]);
    expect((await other.send("GET", "/sandbox/devices/nobody-s/keys")).status).toBe(404);
    const card = await other.firstCard("Ada");
    const bound = { deviceId: id, unrestricted, restricted };
    expect((await other.changePin(card, bound, "7294", { signer: unrestricted })).status).toBe(403);
    expect((await other.changePin(card, bound, "7294")).status).toBe(200);
    expect(await other.checkPin(card, "7294")).toEqual({ matches: true, changes: 1 });

    const another = { purpose: "unrestricted", key: createKey().point };
    expect((await add({ id, keys: [another] })).status).toBe(409);
    expect((await add({ keys })).status).toBe(409);
    const notOnTheCurve = `${another.key.slice(0, -2)}${another.key.endsWith("00") ? "01" : "00"}`;
    for (const wrong of [
      { id: "an/id" },
      { keys: [] },
      { keys: [another, { ...another, key: createKey().point }] },
      { keys: [{ ...another, purpose: "signing" }] },
      { keys: [{ ...another, key: notOnTheCurve }] },
      { key: another.key },
    ]) {
      expect((await add(wrong)).status).toBe(400);
    }
    await other.sandbox.close();
  });

  it("list arrivals at Solaris in their order, without what was in them, and clear them", async () => {
    await partner.send("DELETE", "/sandbox/requests");
    await partner.call("GET", "/v1/mfa/devices?filter[person_id]=secret");
    await partner.call("POST", "/v1/mfa/devices", "not JSON");
    expect(await partner.arrivals()).toEqual([
      { n: 1, method: "GET", path: "/v1/mfa/devices", operation: "list_devices", status: 200 },
      { n: 2, method: "POST", path: "/v1/mfa/devices", operation: "create_device", status: 400 },
    ]);
  });
});

describe("callers from elsewhere", () => {
  it("are refused: another host name, another site's page", async () => {
    const { host } = new URL(partner.sandbox.url);
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ origin: `http://${host}` })).toBe(200);
    expect(await statusWith({ host: "evil.example" })).toBe(403);
    expect(await statusWith({ host: `evil.example:${host.split(":")[1]}` }, "/v1/nothing")).toBe(403);
    expect(await statusWith({ origin: "https://evil.example" })).toBe(403);
    expect(await statusWith({ origin: "null" })).toBe(403);
  });
});
