import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKey, createPartner, type Partner } from "./partner.ts";

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
    const bound = await partner.bind("Ada");
    const card = await partner.firstCard("Ada");
    await partner.changePin(card, bound, "7294");
    const page = await partner.send("GET", "/");
    expect(page.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.text).toMatch(/data-testid="inbox-code">212212</);
    for (const customer of partner.customers) expect(page.text).toContain(customer.name);
    expect(page.text).toMatch(/PIN changes[\s\S]*\d{6}\*{6}\d{4}/);
    expect(page.text.replaceAll(/[0-9a-f]{32}/g, "")).not.toContain("7294");
    expect(page.text).not.toMatch(/https?:|<script|<img|<link/);
  });

  it("writes what comes from outside as text", async () => {
    const { escapeHtml } = await import("../../src-sandbox/inbox-page.ts");
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
      pending_key_reuse: "replace",
      pin_key_path: "global",
      pin_update_success_status: 200,
      nested_errors: false,
      keys_as_array: false,
      strict_jwe_kid: false,
    });
    expect((await partner.set({ code: "654321" })).json).toMatchObject({ code: "654321", nested_errors: false });
    for (const wrong of [{ code: "12345" }, { pin_update_success_status: 201 }, { nested_error: true }, []]) {
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
