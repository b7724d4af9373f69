import type { RouteOperation } from "./route-operations.ts";

/** What the OpenAPI document says of an operation beyond its route: for who reads it, and for who makes a mock of it. */
export interface DescribedOperation {
  readonly tag: Tag;
  /** What a successful answer means. */
  readonly success: string;
  /** Requests and successful answers as they can be, by name. None where there is no JSON. */
  readonly requests?: Examples;
  readonly answers?: Examples;
}
type Examples = Readonly<Record<string, object>>;

/** The chapters of the document, in their order. */
export const tags = {
  Customer: "Who is signed in, and what they may do.",
  Cards: "Their cards, and Solaris' key for a new PIN.",
  Devices: "The computers that are bound to them: at most five.",
  Letters: "For customers without a mobile number: a letter with the code for binding a device.",
  "Device data": "For partners who want it: the customer's consent to what a device says of itself.",
  "PIN change": "A new PIN, signed by a bound device; and what became of any change.",
  "PIN change by change request":
    "A new PIN that is confirmed by a TAN, or by a device's signature over Solaris' text.",
  Backend: "What this backend is; without a sign-in.",
} as const;
type Tag = keyof typeof tags;

const requestId = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
const cardId = "2f4b8e0d9c1a47d5b3e6f7a8091b2c3dmcrd";
const deviceId = "c5c1a7de3f9b4f0f8f6f2a1d0b9e8c7dmdev";
const expiresAt = "2026-11-27T12:05:00Z";
const publicKey = `04${"a346c447bac867d15a0a0f555eece87b416ba6f917df1e39f1cba7515757b4da"}${"9eaf5f1604f7e47f1948af3b34ed2735aa565cfd97d5361e12b3b8603bdad73c"}`;
const signature = `3045022100${"b1".repeat(32)}0220${"4c".repeat(32)}`;
const encrypted = {
  encrypted_pin: "eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a2V5.aXY.Y2lwaGVydGV4dA.dGFn",
  key_id: "0dce6f4d",
};
const device = { id: deviceId, name: "Ada's laptop", created_at: "2026-11-02T09:30:00Z" };
const letter = {
  letter_id: "3b7c1e9a5d2f4860b1c4e7a9d0f2b6c8mac",
  requested_at: "2026-11-20T09:30:00Z",
  expires_at: "2026-12-18T09:30:00Z",
};
const consent = {
  ...{ consent_id: "17a7389adaf83145770d8e6c00a398ddcon", given_at: "2026-11-20T09:30:00.000Z", counts: true },
  withdrawn_at: null,
};
const changed = { changed: { outcome: "changed" } };
/** Of a request and its answer that are there in one form. */
const one = (example: object): Examples => ({ example });

/** Every operation of partners' backends; demonstrations have two more. */
export const describedOperations: Readonly<Record<Exclude<RouteOperation, DemoOperation>, DescribedOperation>> = {
  get_openapi: { tag: "Backend", success: "The description, OpenAPI 3.1.", answers: one({ openapi: "3.1.0" }) },
  get_health: { tag: "Backend", success: "It runs.", answers: one({ status: "ok" }) },
  get_ready: { tag: "Backend", success: "Give it requests.", answers: one({ status: "ok" }) },
  list_problems: { tag: "Backend", success: "The page." },
  get_problem: { tag: "Backend", success: "The page." },
  get_me: {
    tag: "Customer",
    success: "The customer of this sign-in.",
    answers: {
      "nothing is missing": { customer_id: "kA7dX0cF3mP9qR2s", name: "Ada", sign_in_again: null },
      "a stronger sign-in is needed": {
        ...{ customer_id: "kA7dX0cF3mP9qR2s", name: "Ada" },
        sign_in_again: { acr_values: ["urn:bank:two-factor"], max_age: 300 },
      },
    },
  },
  get_policy: {
    tag: "Customer",
    success: "What is allowed, the same for all customers.",
    answers: one({
      pin_change_routes: ["signed", "device_signing", "sms"],
      accepted_protection_levels: ["keychain_passcode", "hardware_passcode"],
      activation_letters: true,
      device_data: "optional",
    }),
  },
  get_waits: {
    tag: "Customer",
    success: "In seconds; 0 where nothing has to be waited for.",
    answers: one({ pin_change: 0, binding: 0, code: 45 }),
  },
  list_cards: {
    tag: "Cards",
    success: "At most 150 cards. Complete only if nothing was left out and `truncated` is false.",
    answers: one({
      cards: [
        {
          ...{ id: cardId, status: "ACTIVE", type: "VISA_DEBIT", masked_pan: "4263********7715" },
          ...{ name_on_card: "ADA SINGLE", expires: "08/29" },
        },
      ],
      ...{ cards_left_out: 0, accounts_left_out: 0, truncated: false },
    }),
  },
  get_pin_key: {
    tag: "Cards",
    success: "A JWK, as Solaris has it. Encrypt with RSA-OAEP-256 and A256CBC-HS512, whatever its `alg` says.",
    answers: one({ kid: "0dce6f4d", kty: "RSA", use: "enc", alg: "RS256", n: "AOnW".repeat(85), e: "AQAB" }),
  },
  list_devices: {
    tag: "Devices",
    success: "Proves that a device is absent only if `left_out` is 0.",
    answers: {
      "as it is": { devices: [device], limit: 5, left_out: 0 },
      "with details": { devices: [{ ...device, last_used_at: "2026-11-25T17:04:12Z" }], limit: 5, left_out: 0 },
    },
  },
  list_removed_devices: {
    tag: "Devices",
    success: "The newest 20. There may be more, which Solaris does not list.",
    answers: one({
      devices: [
        {
          ...{ id: "0b9e8c7dc5c1a7de3f9b4f0f8f6f2a1dmdev", name: "Old phone", created_at: "2024-05-17T12:00:00Z" },
          removed_at: "2026-11-02T09:41:00Z",
        },
      ],
      ...{ left_out: 0, truncated: false },
    }),
  },
  create_device: {
    tag: "Devices",
    success: "The code was sent, unless it is a letter's. The device is bound once the code comes back signed.",
    requests: {
      "a code by text message": {
        ...{ name: device.name, key: publicKey, protection_level: "keychain_passcode", language: "en" },
      },
      "the code of a letter": {
        ...{ name: device.name, key: publicKey, protection_level: "keychain_passcode" },
        challenge_type: "activation_code",
      },
    },
    answers: one({
      device_id: deviceId,
      challenge: { id: "8a1f0c3e5b7d49f2a6c4e8d0b2f6a1c3dmdc", expires_at: expiresAt },
    }),
  },
  get_device: {
    tag: "Devices",
    success: "The device.",
    answers: one({ ...device, key_purposes: ["unrestricted", "restricted"] }),
  },
  remove_device: { tag: "Devices", success: "Done: the device and its keys are removed." },
  get_code_time: {
    tag: "Devices",
    success: "Solaris still knows the code. Of one that is over, `ERR_CODE_EXPIRED` says so.",
    answers: one({ expires_at: expiresAt }),
  },
  verify_device: {
    tag: "Devices",
    success: "Done: the device is bound.",
    requests: one({ challenge_id: "8a1f0c3e5b7d49f2a6c4e8d0b2f6a1c3dmdc", signature }),
  },
  add_device_key: {
    tag: "Devices",
    success: "The device can sign PIN changes.",
    requests: one({ key: publicKey, signature }),
    answers: one({ key_id: "e7d1c0b9a8f746d5b4c3d2e1f0a9b8c7dmky" }),
  },
  list_activation_letters: {
    tag: "Letters",
    success: "Those whose code counts. Proves that there is none only if `left_out` is 0.",
    answers: {
      "one is on its way, or has come": { letters: [letter], left_out: 0, wait_seconds: 0 },
      none: { letters: [], left_out: 0, wait_seconds: 0 },
    },
  },
  request_activation_letter: {
    tag: "Letters",
    success: "Solaris has taken the request. The code is in the letter alone.",
    requests: { "the first one": {}, "another one": { invalidate_existing_code: true } },
    answers: one(letter),
  },
  cancel_activation_letter: { tag: "Letters", success: "Done: its code counts no more." },
  list_device_consents: {
    tag: "Device data",
    success: "Those that this backend has told Solaris, of all devices. A device knows its own by its id.",
    answers: {
      "one that counts": { consents: [consent], truncated: false },
      "withdrawn, but Solaris has not taken it yet": { consents: [{ ...consent, counts: false }], truncated: false },
      withdrawn: {
        consents: [{ ...consent, counts: false, withdrawn_at: "2026-11-21T17:04:12.000Z" }],
        truncated: false,
      },
    },
  },
  give_device_consent: {
    tag: "Device data",
    success: "Solaris has it. Keep its id on the device.",
    requests: one({}),
    answers: one(consent),
  },
  withdraw_device_consent: { tag: "Device data", success: "Done: Solaris has taken the withdrawal." },
  change_pin: {
    tag: "PIN change",
    success: "Solaris has said that the PIN is changed. No other answer means so.",
    requests: one({ request_id: requestId, attempt: 1, ...encrypted, device_id: deviceId, signature }),
    answers: changed,
  },
  settle_pin_change: {
    tag: "PIN change",
    success: "What is known. Every state but `in_progress` is final.",
    requests: one({ begun_seconds_ago: 40 }),
    answers: {
      changed: { request_id: requestId, state: "changed", card_id: cardId, changed_at: "2026-11-27T12:00:02Z" },
      "refused, the PIN is unchanged": {
        ...{ request_id: requestId, state: "refused", card_id: cardId, problem: "ERR_PIN_REFUSED" },
        solaris_error_id: "84b61fb9bf21ex",
      },
      "never arrived, the PIN is unchanged": { request_id: requestId, state: "not_received" },
      "unknown for good": { request_id: requestId, state: "unknown", card_id: cardId },
      "ask again": { request_id: requestId, state: "in_progress", card_id: cardId, retry_after_seconds: 3 },
    },
  },
  create_change_request: {
    tag: "PIN change by change request",
    success: "Solaris waits for the confirmation. Nothing is changed yet.",
    requests: one({ request_id: requestId, attempt: 1, ...encrypted, route: "sms" }),
    answers: one({ outcome: "authorization_required" }),
  },
  authorize_change_request: {
    tag: "PIN change by change request",
    success: "The TAN was sent, or here is the text to sign.",
    requests: { "a TAN": { route: "sms" }, "a text to sign": { route: "device_signing", device_id: deviceId } },
    answers: {
      "a TAN": { expires_at: expiresAt },
      "a text to sign": { expires_at: expiresAt, string_to_sign: "9b2d6c1e-4f3a-4c8e-9d7b-0a1e2f3c4d5b" },
    },
  },
  confirm_change_request: {
    tag: "PIN change by change request",
    success: "Solaris has said that the PIN is changed. No other answer means so.",
    requests: {
      "a TAN": { route: "sms", tan: "212212" },
      "a signed text": { route: "device_signing", device_id: deviceId, signature },
    },
    answers: changed,
  },
};

type DemoOperation = "list_demo_customers" | "demo_sign_in";
