import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEnrolmentMarkers } from "../../../src-main/keys/enrolment-marker.ts";
import { enrolmentScope } from "../../../src-main/keys/enrolment-scope.ts";

const origin = "https://cards.partner.example";

describe("the enrolment's scope", () => {
  it("is the same for the same customer of the same backend, always", () => {
    expect(enrolmentScope(origin, "customer-0000000001")).toBe(enrolmentScope(origin, "customer-0000000001"));
    expect(enrolmentScope(origin, "customer-0000000001")).toBe("LydEHzTU8gf-Z49L2ZwHdx");
  });

  it("keeps customers and backends apart", () => {
    const scopes = [
      enrolmentScope(origin, "a"),
      enrolmentScope(origin, "b"),
      enrolmentScope("https://other.example", "a"),
      enrolmentScope(`${origin}\na`, ""),
      enrolmentScope("http://cards.partner.example", "a"),
      enrolmentScope(`${origin}:8443`, "a"),
    ];
    expect(new Set(scopes).size).toBe(scopes.length);
  });

  it("can be a file's name, and shows neither the customer nor the backend", () => {
    const scope = enrolmentScope(origin, "../../customer-0000000001");
    expect(scope).toMatch(/^[\w-]{22}$/);
    expect(scope).not.toMatch(/customer|partner/);
  });
});

describe("the enrolment's marker", () => {
  let base: string;
  let folder: string;
  beforeEach(() => {
    base = mkdtempSync(path.join(tmpdir(), "cardbound-marker-"));
    folder = path.join(base, "enrolments");
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const none = { state: "none" };
  const unreadable = { state: "unreadable" };
  const present = { state: "present", deviceId: "a-device", removing: null };

  it("is not there until it is written, and not after it is removed", async () => {
    const markers = openEnrolmentMarkers(folder);
    expect(await markers.read("a-scope")).toEqual(none);
    await markers.write("a-scope", "a-device");
    expect(await markers.read("a-scope")).toEqual(present);
    expect(await markers.read("b-scope")).toEqual(none);
    await markers.remove("a-scope");
    expect(await markers.read("a-scope")).toEqual(none);
    await markers.remove("a-scope");
  });

  it("remembers that a removal was begun", async () => {
    const markers = openEnrolmentMarkers(folder);
    await markers.write("a-scope", "a-device");
    for (const removing of ["for-good", "replaced"] as const) {
      await markers.write("a-scope", "a-device", removing);
      expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual({ ...present, removing });
    }
  });

  it("survives a new start of the app", async () => {
    await openEnrolmentMarkers(folder).write("a-scope", "a-device");
    expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual(present);
  });

  it("holds the device's id and no secret", async () => {
    await openEnrolmentMarkers(folder).write("a-scope", "a-device");
    expect(JSON.parse(readFileSync(path.join(folder, "a-scope.json"), "utf8"))).toEqual({
      version: 1,
      device_id: "a-device",
      removing: false,
    });
  });

  it("is for this user alone", async () => {
    await openEnrolmentMarkers(folder).write("a-scope", "a-device");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, "a-scope.json")).mode & 0o777).toBe(0o600);
  });

  it("replaces an earlier one as a whole, leaving no other file", async () => {
    const markers = openEnrolmentMarkers(folder);
    await Promise.all(["first", "second", "third"].map((id) => markers.write("a-scope", id)));
    await markers.write("a-scope", "last");
    expect(readdirSync(folder)).toEqual(["a-scope.json"]);
    expect(readFileSync(path.join(folder, "a-scope.json"), "utf8")).toContain("last");
  });

  it("of which only half was written does not count as the marker", async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "a-scope.json.1b2c"), '{"vers');
    expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual(none);
  });

  it.each([
    ["empty", ""],
    ["no JSON", "{"],
    ["another version", '{"version":2,"device_id":"a-device","removing":false}'],
    ["an id that leads elsewhere", '{"version":1,"device_id":"../x","removing":false}'],
    ["without a word of removal", '{"version":1,"device_id":"a-device"}'],
  ])("that is damaged still says that there was an enrolment: %s", async (_name, text) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "a-scope.json"), text);
    expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual(unreadable);
  });

  it("that cannot be read still says that there was an enrolment", async () => {
    mkdirSync(path.join(folder, "a-scope.json"), { recursive: true });
    expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual(unreadable);
  });

  it("is not written for an id that is none", async () => {
    await expect(openEnrolmentMarkers(folder).write("a-scope", "../x")).rejects.toThrow();
    expect(await openEnrolmentMarkers(folder).read("a-scope")).toEqual(none);
  });
});
