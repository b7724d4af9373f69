import koffi from "koffi";
import type { AttributeValue, Cryptoki, Handle, Template, TokenInfo } from "./cryptoki.ts";
import { type KnownModule, requireKnownModule } from "./known-module.ts";
import { MOST_TOKENS } from "./token-messages.ts";
import { requireOk, TokenError } from "./token-refusals.ts";

const CKF_RW_SESSION = 0x02;
const CKF_SERIAL_SESSION = 0x04;
const CKU_USER = 1;
const CKM_EC_KEY_PAIR_GEN = 0x1040;
const CKM_ECDSA = 0x1041;
/** Longer than any attribute that is asked for here, and than any signature. */
const VALUE_BYTES = 256;

/** `CK_ULONG` is the C compiler's `unsigned long`: four bytes on Windows, eight elsewhere. */
const ULONG_BYTES = koffi.sizeof("unsigned long");
/** Windows' headers pack structures to single bytes (PKCS#11 2.40 §2.1). */
const struct = process.platform === "win32" ? koffi.pack : koffi.struct;
const attribute = struct({ type: "unsigned long", pValue: "void *", ulValueLen: "unsigned long" });
const mechanism = struct({ mechanism: "unsigned long", pParameter: "void *", ulParameterLen: "unsigned long" });

const session = "unsigned long";
const attributes = koffi.pointer(attribute);
/** The functions that are called, as PKCS#11 2.40 §5 declares them. */
const declared = {
  C_Initialize: ["void *"],
  C_Finalize: ["void *"],
  C_GetSlotList: ["uint8_t", "void *", "void *"],
  C_GetTokenInfo: ["unsigned long", "void *"],
  C_OpenSession: ["unsigned long", "unsigned long", "void *", "void *", "void *"],
  C_CloseSession: [session],
  C_Login: [session, "unsigned long", "void *", "unsigned long"],
  C_Logout: [session],
  C_GenerateKeyPair: [
    session,
    koffi.pointer(mechanism),
    attributes,
    "unsigned long",
    attributes,
    "unsigned long",
    "void *",
    "void *",
  ],
  C_FindObjectsInit: [session, attributes, "unsigned long"],
  C_FindObjects: [session, "void *", "unsigned long", "void *"],
  C_FindObjectsFinal: [session],
  C_GetAttributeValue: [session, "unsigned long", koffi.inout(attributes), "unsigned long"],
  C_SignInit: [session, koffi.pointer(mechanism), "unsigned long"],
  C_Sign: [session, "void *", "unsigned long", "void *", "void *"],
  C_DestroyObject: [session, "unsigned long"],
} as const;
type Call = (name: keyof typeof declared, ...values: unknown[]) => void;

/**
 * Loads a PKCS#11 module, whose code runs from then on with all that this process has: it has a process of its own, and
 * this is the only file that loads one.
 * @throws TokenError module-…
 */
export function loadCryptoki(module: KnownModule): Cryptoki {
  requireKnownModule(module);
  const call = bind(module.file);
  return {
    initialize: () => call("C_Initialize", null),
    finalize: () => call("C_Finalize", null),
    slots() {
      const count = ulong(0);
      call("C_GetSlotList", 1, null, count); // without a list it says how many there are (PKCS#11 2.40 §5.5)
      const most = Number(readUlong(count));
      if (most > MOST_TOKENS) throw new TokenError("failed");
      const slots = Buffer.alloc(Math.max(1, most) * ULONG_BYTES);
      call("C_GetSlotList", 1, slots, count);
      return readHandles(slots, Number(readUlong(count)));
    },
    tokenInfo(slot) {
      const info = Buffer.alloc(VALUE_BYTES);
      call("C_GetTokenInfo", slot, info);
      return readTokenInfo(info);
    },
    openSession(slot) {
      const opened = ulong(0);
      call("C_OpenSession", slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, null, null, opened);
      return readUlong(opened);
    },
    closeSession: (opened) => call("C_CloseSession", opened),
    login: (opened, pin) => call("C_Login", opened, CKU_USER, pin, pin.length),
    logout: (opened) => call("C_Logout", opened),
    generateP256(opened, publicHalf, privateHalf) {
      const [publicKey, privateKey] = [ulong(0), ulong(0)];
      const [ofPublic, ofPrivate] = [structsOf(publicHalf), structsOf(privateHalf)];
      const making = mechanismOf(CKM_EC_KEY_PAIR_GEN);
      const both = [ofPublic, ofPublic.length, ofPrivate, ofPrivate.length];
      call("C_GenerateKeyPair", opened, making, ...both, publicKey, privateKey);
      return [readUlong(publicKey), readUlong(privateKey)];
    },
    find(opened, template, most) {
      const [found, count] = [Buffer.alloc(most * ULONG_BYTES), ulong(0)];
      const wanted = structsOf(template);
      call("C_FindObjectsInit", opened, wanted, wanted.length);
      try {
        call("C_FindObjects", opened, found, most, count);
      } finally {
        call("C_FindObjectsFinal", opened);
      }
      return readHandles(found, Number(readUlong(count)));
    },
    attribute(opened, object, type) {
      const pValue = Buffer.alloc(VALUE_BYTES);
      const [asked] = [{ type, pValue, ulValueLen: pValue.length as number | bigint }];
      const list = [asked];
      call("C_GetAttributeValue", opened, object, list, 1);
      return upTo(pValue, Number(list[0]?.ulValueLen));
    },
    signDigest(opened, key, digest) {
      const [signature, length] = [Buffer.alloc(VALUE_BYTES), ulong(VALUE_BYTES)];
      call("C_SignInit", opened, mechanismOf(CKM_ECDSA), key);
      call("C_Sign", opened, digest, digest.length, signature, length);
      return upTo(signature, Number(readUlong(length)));
    },
    destroy: (opened, object) => call("C_DestroyObject", opened, object),
  };
}

/** @throws TokenError module-unusable for a file that is no such module */
function bind(file: string): Call {
  try {
    const library = koffi.load(file);
    const functions = Object.fromEntries(
      Object.entries(declared).map(([name, values]) => [name, library.func(name, "unsigned long", [...values])]),
    );
    return (name, ...values) => requireOk(Number(functions[name]?.(...values)));
  } catch {
    throw new TokenError("module-unusable"); // the loader's own words name paths of this computer
  }
}

function mechanismOf(number: number) {
  return { mechanism: number, pParameter: null, ulParameterLen: 0 };
}

function structsOf(template: Template) {
  return [...template].map(([type, value]) => {
    const pValue = bytesOf(value);
    return { type, pValue, ulValueLen: pValue.length };
  });
}

function bytesOf(value: AttributeValue): Uint8Array {
  if (typeof value === "boolean") return Buffer.from([value ? 1 : 0]);
  return typeof value === "number" ? ulong(value) : value;
}

function ulong(value: number): Buffer {
  const bytes = Buffer.alloc(ULONG_BYTES);
  if (ULONG_BYTES === 8) bytes.writeBigUInt64LE(BigInt(value));
  else bytes.writeUInt32LE(value);
  return bytes;
}

function readUlong(bytes: Buffer, at = 0): Handle {
  return ULONG_BYTES === 8 ? bytes.readBigUInt64LE(at) : bytes.readUInt32LE(at);
}

function readHandles(bytes: Buffer, count: number): Handle[] {
  return Array.from({ length: Math.min(count, bytes.length / ULONG_BYTES) }, (_, at) =>
    readUlong(bytes, at * ULONG_BYTES),
  );
}

/** A module that says more than it was given room for has not said it. */
function upTo(bytes: Buffer, length: number): Uint8Array {
  if (!(length <= bytes.length)) throw new TokenError("failed");
  return bytes.subarray(0, length);
}

/** `CK_TOKEN_INFO`: four texts, then flags and counters, of which the sixth and seventh are the PIN's lengths. */
function readTokenInfo(bytes: Buffer): TokenInfo {
  const text = (from: number, to: number) => bytes.toString("utf8", from, to).replace(/[\0 ]+$/, "");
  const counter = (at: number) => Number(readUlong(bytes, 96 + at * ULONG_BYTES));
  const [most, least] = [counter(5), counter(6)];
  return {
    label: text(0, 32),
    manufacturer: text(32, 64),
    model: text(64, 80),
    serial: text(80, 96),
    flags: counter(0),
    pinLength: least >= 0 && least <= most && most <= VALUE_BYTES && most > 0 ? { least, most } : null,
  };
}
