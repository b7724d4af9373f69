import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../../build/tasks/servers.mjs";
import { type SandboxOptions, startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { createKey, createPartner, encryptPin, type Partner, pinKey, signText } from "./partner.ts";

let folder: string;
let worldFile: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "world-"));
  worldFile = path.join(folder, "sandbox.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Lets something happen in a sandbox on the file, and ends it. @param start with which PIN key, where the file has none */
async function visit<T>(work: (partner: Partner) => Promise<T>, start?: Pick<SandboxOptions, "pinKey">): Promise<T> {
  const partner = await createPartner({ worldFile, ...(start ?? { pinKey: await pinKey }) });
  try {
    return await work(partner);
  } finally {
    await partner.sandbox.close();
  }
}

/** All that can be seen of a world from outside. */
const look = async ({ send }: Partner) =>
  Promise.all(
    ["inbox", "customers", "devices", "settings"].map(async (what) => (await send("GET", `/sandbox/${what}`)).json),
  );

describe("a sandbox with a file", () => {
  it("knows at its next start what it knew: devices, codes, cards, settings, the clock, the PIN key", async () => {
    const before = await visit(async (partner) => {
      const bound = await partner.bind("Ada");
      const cardId = await partner.firstCard("Ada");
      const { json: jwk } = await partner.call("GET", "/v1/cards/pin_keys/latest");
      await partner.send("PUT", `/sandbox/cards/${await partner.firstCard("Finn")}`, { status: "LOST" });
      await partner.send("PUT", `/sandbox/people/${partner.person("Finn").person_id}`, { mobile_number: null });
      await partner.set({ nested_errors: true });
      await partner.advance(3600);
      return { bound, cardId, jwe: encryptPin(jwk, "7305"), kid: jwk.kid, seen: await look(partner) };
    }, {});
    await visit(async (partner) => {
      expect(await look(partner)).toEqual(before.seen);
      expect((await partner.cardsOf("Finn"))[0].status).toBe("LOST");
      // Encrypted for the key of the earlier start, signed by the device that was bound in it.
      const sent = await partner.call("POST", `/v1/cards/${before.cardId}/pin_update_requests`, {
        device_id: before.bound.deviceId,
        encrypted_pin: before.jwe,
        key_id: before.kid,
        signature: signText(before.bound.restricted, before.jwe),
      });
      expect(sent.status).toBe(200);
      const { now } = (await partner.advance(0)).json;
      expect(Date.parse(now) - Date.now()).toBeGreaterThan(3_500_000);
    });
  });

  it("keeps a code that is awaited, and counts the wrong ones on", async () => {
    const key = createKey();
    const id: string = await visit(async ({ create, verify }) => {
      const device = (await create("Ada", key)).json.id;
      await verify(device, signText(key, "000000"));
      return device;
    });
    await visit(async ({ verify }) => {
      await verify(id, signText(key, "000000"));
    });
    await visit(async ({ verify, inbox }) => {
      expect(await inbox()).toMatchObject([{ device_id: id, code: "212212" }]);
      expect((await verify(id, signText(key, "000000"))).status).toBe(403); // the third ends it
      expect((await verify(id, signText(key, "212212"))).status).toBe(404);
    });
  });

  it("keeps a letter that is on its way, the code in it, and the wrong ones that were tried", async () => {
    const letterOf = async ({ send }: Partner) => (await send("GET", "/sandbox/letters")).json.letters[0];
    const key = createKey();
    const before = await visit(async (partner) => {
      await partner.set({ letter_seconds: 1800 });
      const activation = await partner.call("POST", "/v1/mfa/challenges/activation", {
        person_id: partner.person("Mila").person_id,
        origin: "WEB",
        purpose: "DEVICE_BINDING",
        delivery_method: "SNAILMAIL",
      });
      const { id } = (await partner.create("Mila", key, { challenge_type: "activation_code" })).json;
      for (const wrong of ["a", "b"]) await partner.verify(id, signText(key, wrong));
      return { code: activation.json.code, letter: await letterOf(partner), id };
    });
    await visit(async (partner) => {
      expect(await letterOf(partner)).toEqual({ ...before.letter, code: null, counts: true });
      await partner.advance(1800);
      expect(await letterOf(partner)).toEqual({ ...before.letter, code: before.code });
      const { id } = (await partner.create("Mila", createKey(), { challenge_type: "activation_code" })).json;
      expect((await partner.verify(id, signText(key, "c"))).status).toBe(403);
      expect((await letterOf(partner)).counts).toBe(false);
    });
  });

  it("reads the file of a sandbox that had no letters", async () => {
    const seen = await visit(look);
    const { activationCodes, settings, ...others } = JSON.parse(await readFile(worldFile, "utf8"));
    expect(activationCodes).toEqual([]);
    const { activation_code, activation_seconds, letter_seconds, ...earlier } = settings;
    expect([activation_code, activation_seconds, letter_seconds]).toEqual(["random", 1_209_600, 0]);
    await writeFile(worldFile, JSON.stringify({ ...others, settings: earlier }));
    expect(await visit(look)).toEqual(seen);
  });

  it("keeps consents to device data, and no device data; and reads the file of a sandbox that had neither", async () => {
    const device_data = await visit(async (partner) => {
      const consent = { event_type: "APPROVED", confirmed_at: "2021-06-25T09:44:25.000Z" };
      const person = partner.person("Ada").person_id;
      const { id } = (await partner.call("POST", `/v1/persons/${person}/device_consents`, consent)).json;
      const data = `Web;${id};AAECAwQFBgcICQoLDA0ODw==;bWFya2VkIGRhdGE=`;
      expect((await partner.create("Ada", createKey(), { device_data: data })).status).toBe(202);
      return data;
    });
    const file = await readFile(worldFile, "utf8");
    expect(file).not.toContain("bWFya2VkIGRhdGE=");
    await visit(async (partner) => {
      expect((await partner.create("Ada", createKey(), { device_data })).status).toBe(202);
    });
    const { deviceConsents, settings, ...others } = JSON.parse(file);
    expect(deviceConsents).toHaveLength(1);
    const { device_data: setting, ...earlier } = settings;
    expect(setting).toBe("checked");
    await writeFile(worldFile, JSON.stringify({ ...others, settings: earlier }));
    await visit(async (partner) => {
      expect((await partner.create("Ada", createKey(), { device_data })).status).toBe(400);
    });
  });

  it("keeps nothing of a PIN, and says that it does not know it any more", async () => {
    const cardId = await visit(async (partner) => {
      const card = await partner.firstCard("Ada");
      expect((await partner.changePin(card, await partner.bind("Ada"), "7305")).status).toBe(200);
      expect(await partner.checkPin(card, "7305")).toEqual({ matches: true, changes: 1 });
      return card;
    });
    const kept = await readFile(worldFile, "utf8");
    expect(kept).not.toMatch(/salt|hash|sealed/i);
    expect(kept.replaceAll(/[\w+/=-]{20,}/g, "")).not.toContain("7305"); // random ids and keys hold it by chance
    await visit(async (partner) => {
      for (const pin of ["7305", "0000"])
        expect(await partner.checkPin(cardId, pin)).toEqual({ matches: null, changes: 1 });
      const other = await partner.firstCard("Finn");
      expect(await partner.checkPin(other, "7305")).toEqual({ matches: false, changes: 0 });
    });
  });

  it.skipIf(process.platform === "win32")("lets nobody else read it: it holds a private key", async () => {
    await visit(async () => undefined);
    expect((await stat(worldFile)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["half of one", (text: string) => text.slice(0, text.length / 2)],
    ["nothing", () => ""],
    ["something else", () => "{}"],
    ["one with another key", (text: string) => text.replace(/"privateKey":"[^"]*"/, '"privateKey":"AAAA"')],
  ])("refuses a file that is %s, without a word of it", async (_what, spoil) => {
    await visit(async () => undefined);
    await writeFile(worldFile, spoil(await readFile(worldFile, "utf8")));
    const error = await startSandbox({ worldFile, pinKey: await pinKey }).then(
      () => expect.fail("it started"),
      (cause: Error) => cause,
    );
    expect(error.message).toBe("the world's file was not written by this sandbox");
    expect(error.cause).toBeUndefined();
  });

  it("has on disk what it has answered, whenever it is killed", async () => {
    const cardId = await visit((partner) => partner.firstCard("Ada"));
    let last = 0;
    for (let round = 0; round < 4; round++) {
      const { url, process: child } = await startServer(
        "sandbox",
        { PORT: "0", SANDBOX_WORLD_FILE: worldFile },
        "inherit",
      );
      const call = (method: string, to: string, body?: object) =>
        fetch(`${url}${to}`, {
          method,
          ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
        });
      const { status } = await (await call("PUT", `/sandbox/cards/${cardId}`, { status: `S${++last}` })).json();
      expect(status).toBe(`S${last}`);
      for (let more = 0; more < 5 * round; more++)
        await call("PUT", `/sandbox/cards/${cardId}`, { status: `S${++last}` });
      const underWay = call("PUT", `/sandbox/cards/${cardId}`, { status: `S${last + 1}` }).catch(() => undefined);
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await Promise.all([gone, underWay]);
      const kept = await visit(async (partner) => (await partner.cardsOf("Ada"))[0].status);
      expect([`S${last}`, `S${last + 1}`]).toContain(kept);
      last += 1;
    }
  });
});
