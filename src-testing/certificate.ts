import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** PEM texts. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Signs certificates of others. */
interface Authority extends Certificate {
  readonly name: Buffer;
  readonly privateKey: KeyObject;
}

/** A self-signed certificate for a host's name, made here because Node cannot make one (RFC 5280 §4.1, X.690 §8). */
export function createCertificate(host = "localhost"): Certificate {
  return make(host, alternativeName(Buffer.from(host), DNS_NAME));
}

/** A certification authority (RFC 5280 §4.2.1.9), for programs that take no certificate that signs itself. */
export function createAuthority(name: string): Authority {
  return make(name, extension("551d13", sequence(tlv(0x01, Buffer.from([0xff])))));
}

/** A certificate for 127.0.0.1. */
export function certifyLoopback(authority: Authority): Certificate {
  return make("loopback", alternativeName(Buffer.from([127, 0, 0, 1]), IP_ADDRESS), authority);
}

const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** @param authority who signs it; else it signs itself */
function make(subject: string, extended: Buffer, authority?: Authority): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const name = sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from(subject)))));
  const year = 365 * 24 * 3600 * 1000;
  const validity = sequence(time(Date.now() - year), time(Date.now() + year / 2));
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([authority === undefined ? 1 : 2])),
    algorithm,
    authority?.name ?? name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(extended)),
  );
  const signer = authority?.privateKey ?? privateKey;
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, signer)]);
  const der = sequence(body, algorithm, tlv(0x03, signature));
  const lines = der
    .toString("base64")
    .match(/.{1,64}/g)
    ?.join("\n"); // an empty line would end it too early
  return {
    name,
    privateKey,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

const extension = (id: string, value: Buffer) => sequence(oid(id), tlv(0x04, value));
const alternativeName = (value: Buffer, kind: number) => extension("551d11", sequence(tlv(kind, value)));

function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: Buffer[]) => tlv(0x30, Buffer.concat(parts));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, "hex"));
const time = (at: number) =>
  tlv(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));
