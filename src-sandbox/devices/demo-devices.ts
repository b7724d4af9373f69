import { generateKeyPairSync } from "node:crypto";
import type { Clock } from "../clock.ts";
import { deriveId } from "../people/demo-customers.ts";
import type { Person } from "../people/person.ts";
import { type Device, keyPurposes } from "./device.ts";

/** The five devices of the person who has no room for another. */
export function createDemoDevices(people: readonly Person[], clock: Clock): Map<string, Device> {
  const owner = people.find((person) => person.name === "Finn Five");
  if (owner === undefined) throw new Error("the demonstration customers lack the one with five devices");
  const devices = ["Phone", "Old phone", "Tablet", "Work computer", "Laptop"].map((name) =>
    createBoundDevice(deriveId(`device/${owner.name}/${name}`), owner, name, clock),
  );
  return new Map(devices.map((device) => [device.id, device]));
}

/** A bound device with a key of each purpose. It can sign nothing: its private keys are thrown away at once. */
export function createBoundDevice(id: string, owner: Person, name: string, clock: Clock): Device {
  const keys = keyPurposes.map((purpose) => ({
    keyId: deriveId(`key/${id}/${purpose}`),
    purpose,
    point: createPoint(),
  }));
  return { id, personId: owner.id, name, createdAt: clock.now(), verified: true, keys };
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
