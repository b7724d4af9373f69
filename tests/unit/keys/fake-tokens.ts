import { generateKeyPairSync } from "node:crypto";
import { AppError } from "../../../src-main/app-error.ts";
import type { RecordAt } from "../../../src-main/keys/enrolment-record.ts";
import type { KnownTokenKey, TokenPlace, Tokens } from "../../../src-main/token/tokens.ts";
import { signDigest } from "../../sign-digest.ts";
import { ascii } from "../by-hand.ts";
import { recordAt } from "./fake-enrolment.ts";

export const place: TokenPlace = { module: "one", serial: "1", label: "card" };
/** A copy each: whoever gets one wipes it. */
export const pin = () => ascii("604213");
/** What the token's keys are. */
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const publicKey = pair.publicKey.export({ format: "der", type: "spki" }).subarray(26).toString("hex");

/** A token in memory. `during` runs when it is asked to make a key, after it has made it. */
export function createFakeTokens(during: () => void = () => {}) {
  const keys = new Set<string>();
  const asked: string[] = [];
  const held = (key: KnownTokenKey, name: string) => {
    asked.push(name);
    if (!keys.has(key.keyId)) throw new AppError("ERR_TOKEN_KEY_MISSING");
  };
  const tokens: Tokens = {
    list: async () => [place],
    async makeKey({ keyId }, _pin, digest) {
      asked.push("makeKey");
      keys.add(keyId); // in place of one that has this id, as the process does it
      during();
      return { publicKey, signature: signDigest(pair.privateKey, digest) };
    },
    checkKey: async (key) => held(key, "checkKey"),
    async sign(key) {
      held(key, "sign");
      return "3006";
    },
    async removeKey({ keyId }) {
      asked.push("removeKey");
      keys.delete(keyId);
    },
    leave: () => void asked.push("leave"),
  };
  return { tokens, keys, asked };
}

/** A computer whose key is on that token. */
export const boundOn = (keyId: string): RecordAt<"bound"> => ({
  ...recordAt("bound"),
  restricted: { public_key: publicKey, token: place, key_id: keyId },
});
