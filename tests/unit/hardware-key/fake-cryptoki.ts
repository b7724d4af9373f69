import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { CKA, CKO, type Cryptoki, type Handle, type TokenInfo } from "../../../src-hardware-key/cryptoki.ts";
import { requireOk } from "../../../src-hardware-key/token-refusals.ts";

const fine: TokenInfo = {
  label: "card",
  serial: "1",
  manufacturer: "nobody",
  model: "none",
  flags: 0x408, // set up, with a PIN
  pinLength: { least: 4, most: 8 },
};

export interface FakeCryptoki extends Cryptoki {
  /** What was called, in order. */
  readonly calls: string[];
  /** What the functions return instead of CKR_OK. */
  readonly returns: Partial<Record<keyof Cryptoki, number>>;
  /** Attributes of the private half. */
  readonly says: Map<number, number>;
  info: TokenInfo;
  /** The key's. */
  label: string;
  /** Which halves of its key, the public one (1) and the private one (2), are not there. */
  readonly gone: Set<Handle>;
  /** Says that it has removed what it keeps. */
  keepsAll: boolean;
  /** The public half's `CKA_EC_POINT`. */
  point: Uint8Array;
  /** The PIN's memory at the last login. */
  pin: Uint8Array | null;
}

/** One token, for what no real one does when it is asked: it returns what a test says. */
export function fakeCryptoki(): FakeCryptoki {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [publicHalf, privateHalf] = [1, 2];
  const called = (name: keyof Cryptoki) => {
    fake.calls.push(name);
    requireOk(fake.returns[name] ?? 0);
  };
  const fake: FakeCryptoki = {
    calls: [],
    returns: {},
    says: new Map<number, number>([
      [CKA.LOCAL, 1],
      [CKA.SENSITIVE, 1],
      [CKA.EXTRACTABLE, 0],
      [CKA.NEVER_EXTRACTABLE, 1],
    ]),
    info: fine,
    point: Buffer.concat([Buffer.from([0x04, 65]), pointOf(publicKey)]),
    pin: null,
    label: "Cardbound",
    gone: new Set(),
    keepsAll: false,
    initialize: () => called("initialize"),
    finalize: () => called("finalize"),
    slots() {
      called("slots");
      return [7];
    },
    tokenInfo() {
      called("tokenInfo");
      return fake.info;
    },
    openSession(): Handle {
      called("openSession");
      return 9;
    },
    closeSession: () => called("closeSession"),
    login(_session, pin) {
      fake.pin = pin;
      called("login");
    },
    logout: () => called("logout"),
    generateP256() {
      called("generateP256");
      fake.gone.clear();
      return [publicHalf, privateHalf];
    },
    find(_session, template) {
      called("find");
      const half = template.get(CKA.CLASS) === CKO.PRIVATE_KEY ? privateHalf : publicHalf;
      return fake.gone.has(half) ? [] : [half];
    },
    attribute(_session, object, type) {
      called("attribute");
      if (type === CKA.LABEL) return Buffer.from(fake.label);
      return object === privateHalf ? Uint8Array.of(fake.says.get(type) ?? 0) : fake.point;
    },
    signDigest() {
      called("signDigest");
      return sign("sha256", Buffer.from("anything"), { key: privateKey, dsaEncoding: "ieee-p1363" });
    },
    destroy: (_session, object) => {
      called("destroy");
      fake.calls.push(`destroyed ${object}`);
      if (!fake.keepsAll) fake.gone.add(object);
    },
  };
  return fake;
}

function pointOf(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(-65);
}
