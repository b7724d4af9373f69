import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { encryptPin } from "../../src-main/change-pin/pin-jwe.ts";
import { type PinEncryptionKey, parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import type { Dice } from "./dice.ts";

/** A card whose PIN can be changed, its cardholder's sign-in, and a device that may sign for them. */
export interface Cardholder {
  readonly name: string;
  readonly cardIds: readonly string[];
  readonly authorization: string;
  readonly deviceId: string;
  readonly restrictedKey: KeyObject;
  readonly pinKey: PinEncryptionKey;
}

/** What is sent of a change. */
export interface PreparedChange {
  readonly cardId: string;
  readonly requestId: string;
  readonly encryptedPin: string;
  readonly keyId: string;
}

/** Of the sandbox's people those who can have one more device. Only the first gets TANs here, one at a time. */
const NAMES = ["Ada Single", "Victor Many", "Mila Mobilefree"];
/** The statuses in which the sandbox takes a new PIN. */
const CHANGEABLE = new Set(["ACTIVE", "INACTIVE", "BLOCKED"]);
/** Solaris refuses them (docs/solaris-api.md §2). */
const FORBIDDEN_PINS = ["1234", "7777", "5554"];

/** Signs the sandbox's people in, and gives each a computer that is bound already. @param origin any instance's */
export async function openCardholders(origin: string, sandboxUrl: string): Promise<Cardholder[]> {
  return Promise.all(NAMES.map((name) => openCardholder(name, origin, sandboxUrl)));
}

async function openCardholder(name: string, origin: string, sandboxUrl: string): Promise<Cardholder> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const device = { person_name: name, name: "PC", keys: [{ purpose: "restricted", key: pointOf(publicKey) }] };
  const { id: deviceId } = (await post(`${sandboxUrl}/sandbox/devices`, device)) as { id: string };
  const { token } = (await post(origin + demoRoutes.signIn, { name })) as { token: string };
  const authorization = `Bearer ${token}`;
  const get = async (path: string) => (await fetch(origin + path, { headers: { authorization } })).json();
  const { cards } = (await get(routes.cards)) as { cards: { id: string; status: string }[] };
  const cardIds = cards.filter(({ status }) => CHANGEABLE.has(status)).map(({ id }) => id);
  const key = await get(routes.pinKey.replace(":card_id", cardIds[0] ?? ""));
  return { name, cardIds, authorization, deviceId, restrictedKey: privateKey, pinKey: await parsePinKey(key) };
}

/** Encrypts a PIN for one of their cards, under a new request id. @param kind `forbidden`: one that Solaris refuses */
export async function prepareChange(
  { cardIds, pinKey }: Cardholder,
  kind: "allowed" | "forbidden",
  dice: Dice,
): Promise<PreparedChange> {
  const pin = Buffer.from(kind === "allowed" ? allowedPin(dice) : dice.oneOf(FORBIDDEN_PINS));
  const { compact, keyId } = await encryptPin(pin, pinKey);
  return { cardId: dice.oneOf(cardIds), requestId: randomUUID(), encryptedPin: compact, keyId };
}

/** The body of a signed change. */
export function signedBody({ deviceId, restrictedKey }: Cardholder, change: PreparedChange) {
  const signature = sign("sha256", Buffer.from(change.encryptedPin, "ascii"), {
    key: restrictedKey,
    dsaEncoding: "der",
  });
  return { ...unsigned(change), device_id: deviceId, signature: signature.toString("hex") };
}

/** The body of a change that a TAN confirms. */
export function smsBody(change: PreparedChange) {
  return { ...unsigned(change), route: "sms" };
}

function unsigned({ requestId, encryptedPin, keyId }: PreparedChange) {
  return { request_id: requestId, attempt: 1, encrypted_pin: encryptedPin, key_id: keyId };
}

/** Two pairs of digits: no run of them, and none three times. */
function allowedPin(dice: Dice): string {
  const first = dice.below(10);
  const second = (first + 2 + dice.below(7)) % 10;
  return `${first}${second}${first}${second}`;
}

function pointOf(publicKey: KeyObject): string {
  const { x = "", y = "" } = createPublicKey(publicKey.export({ type: "spki", format: "pem" })).export({
    format: "jwk",
  });
  return `04${Buffer.from(x, "base64url").toString("hex")}${Buffer.from(y, "base64url").toString("hex")}`;
}

async function post(url: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
