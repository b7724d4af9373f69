// A partner's backend and a cardholder's computer in one, written with node:crypto alone and from the documents:
// it shares nothing with the app, so that a mistake cannot agree with itself.
import {
  constants,
  createCipheriv,
  createHmac,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  sign,
} from "node:crypto";
import { createPinKey } from "../../src-sandbox/pin/encryption-key.ts";
import { type RunningSandbox, type SandboxOptions, startSandbox } from "../../src-sandbox/start-sandbox.ts";
import { makeKeyObjects } from "../unit/by-hand.ts";

// biome-ignore lint/suspicious/noExplicitAny: what a test reads from an answer, it checks with the next line.
export type Reply = { status: number; headers: Headers; text: string; json: any };
export type KeyPair = { privateKey: KeyObject; point: string };
export type Bound = { deviceId: string; unrestricted: KeyPair; restricted: KeyPair };
export type Partner = Awaited<ReturnType<typeof createPartner>>;

export function createKey(): KeyPair {
  const { publicKey, privateKey } = makeKeyObjects("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const hex = (part: string | undefined) => Buffer.from(part ?? "", "base64url").toString("hex");
  return { privateKey, point: `04${hex(x)}${hex(y)}` };
}

export function signText(key: KeyPair, text: string): string {
  return sign("sha256", Buffer.from(text, "utf8"), { key: key.privateKey, dsaEncoding: "der" }).toString("hex");
}

export type JweChange = { header?: Record<string, unknown>; plaintext?: string; oaepHash?: string; spoilTag?: boolean };

/** RFC 7516 §5.1 with RFC 7518 §§4.3 and 5.2.5, step by step. */
export function encryptPin(jwk: JsonWebKey & { kid?: string }, pin: string, change: JweChange = {}): string {
  const b64 = (bytes: Buffer) => bytes.toString("base64url");
  const header = change.header ?? { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: jwk.kid };
  const aad = b64(Buffer.from(JSON.stringify(header)));
  const { kty, n, e } = jwk;
  const key = createPublicKey({ format: "jwk", key: { kty, n, e } as JsonWebKey });
  const cek = randomBytes(64);
  const iv = randomBytes(16);
  const oaepHash = change.oaepHash ?? "sha256";
  const wrapped = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, cek);
  const cipher = createCipheriv("aes-256-cbc", cek.subarray(32), iv);
  const ciphertext = Buffer.concat([cipher.update(change.plaintext ?? `{"pin": "${pin}"}`), cipher.final()]);
  const al = Buffer.alloc(8);
  al.writeUInt32BE(aad.length * 8, 4);
  const mac = createHmac("sha512", cek.subarray(0, 32)).update(Buffer.concat([Buffer.from(aad), iv, ciphertext, al]));
  const tag = mac.digest().subarray(0, 32);
  if (change.spoilTag) tag[31] = (tag[31] ?? 0) ^ 1;
  return [aad, b64(wrapped), b64(iv), b64(ciphertext), b64(tag)].join(".");
}

/** A text without the ids in it, which are random: by chance one of them holds the PIN that nothing else may. */
export function withoutIds(text: string): string {
  return text.replaceAll(/[0-9a-f]{32}/g, "");
}

/** One for a file of tests: to make one takes longer than most of them. */
export const pinKey = createPinKey();

/** Starts a sandbox and signs the partner in. @param options of a sandbox that makes a PIN key of its own */
export async function createPartner(options?: SandboxOptions) {
  const sandbox: RunningSandbox = await startSandbox(options ?? { pinKey: await pinKey });

  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    } as Reply;
  };
  const signIn = (
    authorization = `Basic ${btoa("cardbound-demo:cardbound-demo-secret")}`,
    form = "grant_type=client_credentials&scope=partners",
  ) => send("POST", "/oauth2/token", form, { authorization, "content-type": "application/x-www-form-urlencoded" });
  const token: string = (await signIn()).json.access_token;
  const call = (method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${token}` });

  const customers: { name: string; person_id: string; accounts: string[] }[] = (await send("GET", "/sandbox/customers"))
    .json;
  const person = (name: string) => {
    const found = customers.find((customer) => customer.name.startsWith(name));
    if (found === undefined) throw new Error(`no customer ${name}`);
    return found;
  };
  const cardsOf = async (name: string) => {
    const lists = person(name).accounts.map((id) => call("GET", `/v1/accounts/${id}/cards?page[size]=1000`));
    return (await Promise.all(lists)).flatMap((reply) => reply.json);
  };
  const firstCard = async (name: string): Promise<string> => (await cardsOf(name))[0].id;

  const create = (name: string, key: KeyPair, change: Record<string, unknown> = {}) =>
    call("POST", "/v1/mfa/devices", {
      person_id: person(name).person_id,
      name: "A computer",
      key: key.point,
      key_type: "ecdsa-p256",
      key_purpose: "unrestricted",
      ...change,
    });
  const verify = (id: string, signature: string) => call("PUT", `/v1/mfa/challenges/signatures/${id}`, { signature });
  const addKey = (deviceId: string, key: string, signer: KeyPair, change: Record<string, unknown> = {}) =>
    call("POST", `/v1/mfa/devices/${deviceId}/keys`, {
      key,
      key_type: "ecdsa-p256",
      key_purpose: "restricted",
      device_signature: { signature_key_purpose: "unrestricted", signature: signText(signer, key) },
      ...change,
    });
  const bind = async (name: string): Promise<Bound> => {
    const unrestricted = createKey();
    const restricted = createKey();
    const deviceId: string = (await create(name, unrestricted)).json.id;
    await verify(deviceId, signText(unrestricted, "212212"));
    const added = await addKey(deviceId, restricted.point, unrestricted);
    if (added.status !== 201) throw new Error(`binding ${name} ended with ${added.status}`);
    return { deviceId, unrestricted, restricted };
  };

  type PinChange = JweChange & {
    jwe?: string;
    signer?: KeyPair;
    signature?: string;
    body?: Record<string, unknown>;
    jwk?: JsonWebKey & { kid?: string };
  };
  const changePin = async (cardId: string, bound: Bound, pin: string, change: PinChange = {}) => {
    const jwk = change.jwk ?? (await call("GET", "/v1/cards/pin_keys/latest")).json;
    const jwe = change.jwe ?? encryptPin(jwk, pin, change);
    return call("POST", `/v1/cards/${cardId}/pin_update_requests`, {
      device_id: bound.deviceId,
      encrypted_pin: jwe,
      key_id: jwk.kid,
      signature: change.signature ?? signText(change.signer ?? bound.restricted, jwe),
      ...change.body,
    });
  };
  const requestChange = async (cardId: string, pin: string, change: PinChange = {}) => {
    const jwk = change.jwk ?? (await call("GET", "/v1/cards/pin_keys/latest")).json;
    const encrypted_pin = change.jwe ?? encryptPin(jwk, pin, change);
    const body = { encrypted_pin, key_id: jwk.kid, ...change.body };
    return call("POST", `/v1/cards/${cardId}/sca_pin_update_requests`, body);
  };
  const authorize = (id: string, body: object) => call("POST", `/v1/change_requests/${id}/authorize`, body);
  const authorizeBySms = (id: string, name: string) =>
    authorize(id, { delivery_method: "mobile_number", person_id: person(name).person_id });
  const authorizeByDevice = (id: string, device_id: string) =>
    authorize(id, { delivery_method: "device_signing", device_id });
  const confirm = (id: string, body: object) => call("POST", `/v1/change_requests/${id}/confirm`, body);
  const inbox = async () => (await send("GET", "/sandbox/inbox")).json.messages;
  const advance = (seconds: number) => send("POST", "/sandbox/clock", { advance_seconds: seconds });
  const checkPin = async (card_id: string, pin: string) =>
    (await send("POST", "/sandbox/pin-check", { card_id, pin })).json;
  const set = (settings: object) => send("PUT", "/sandbox/settings", settings);
  const fault = async (plan: object): Promise<string> => (await send("POST", "/sandbox/faults", plan)).json.id;
  const reached = (id: string, query = "") => send("GET", `/sandbox/faults/${id}/reached${query}`);
  const arrivals = async () => (await send("GET", "/sandbox/requests")).json.requests;

  return {
    sandbox,
    send,
    signIn,
    token,
    call,
    customers,
    person,
    cardsOf,
    firstCard,
    create,
    verify,
    addKey,
    bind,
    changePin,
    requestChange,
    authorize,
    authorizeBySms,
    authorizeByDevice,
    confirm,
    inbox,
    advance,
    checkPin,
    set,
    fault,
    reached,
    arrivals,
  };
}
