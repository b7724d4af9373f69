import { generateKeyPairSync } from "node:crypto";
import type { Clock } from "../clock.ts";
import { deriveId } from "../people/demo-customers.ts";
import type { Person } from "../people/person.ts";
import { type Device, type DeviceKey, keyPurposes } from "./bound-device.ts";

/** The five devices of the person who is at the limit. */
export function createDemoDevices(people: readonly Person[], clock: Clock): Map<string, Device> {
  const owner = people.find((person) => person.name === "Finn Five");
  if (owner === undefined) throw new Error("the demonstration customers lack the one with five devices");
  const devices = ["Phone", "Old phone", "Tablet", "Work computer", "Laptop"].map((name) =>
    createBoundDevice(deriveId(`device/${owner.name}/${name}`), owner, name, clock),
  );
  return new Map(devices.map((device) => [device.id, device]));
}

type GivenKey = Pick<DeviceKey, "purpose" | "point">;

/** Creates a bound device with these keys, at most one per purpose. */
export function createBoundDevice(
  id: string,
  owner: Person,
  name: string,
  clock: Clock,
  given: readonly GivenKey[] = createUnusableKeys(),
): Device {
  const keys = given.map(({ purpose, point }) => ({ keyId: deriveId(`key/${id}/${purpose}`), purpose, point }));
  return { id, personId: owner.id, name, createdAt: clock.now(), verified: true, keys };
}

/** A key of each purpose that can sign nothing, because its private half is dropped at once. */
function createUnusableKeys(): GivenKey[] {
  return keyPurposes.map((purpose) => ({ purpose, point: createPoint() }));
}

function createPoint(): string {
  const { publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  // RFC 5480 §2.2: the point is the last 65 bytes of a P-256 SubjectPublicKeyInfo.
  return publicKey.subarray(-65).toString("hex");
}
