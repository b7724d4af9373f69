import { API_VERSION } from "../../src-contract/api/api-version.ts";
import { tags } from "./described-operations.ts";

const description = `Between a cardholder's computer and Solaris: binds the computer, and changes a card's PIN. The PIN arrives encrypted for Solaris; this backend cannot read it.

**Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable, \`type\` is \`/problems/\` and the code: relative to this backend, where a page explains it. An answer without such a \`type\` is not this backend's, but of something on the way, and says nothing of what was done. An address that exists answers another method with 405 \`ERR_METHOD_NOT_ALLOWED\` and \`Allow\`.

**What a client must tolerate:** unknown fields in answers, and unknown values wherever an answer has an enum (codes, states, routes): they are added within \`/v1\`. Of an unknown code the status says whether it is a refusal (4xx: this request did nothing); an unknown state of a PIN change means \`unknown\`. Fields of requests are not removed, and none becomes required.

**Repeating:** a PIN change has a \`request_id\` in its body, made by the client before the first try. It means what \`Idempotency-Key\` means (draft-ietf-httpapi-idempotency-key-header): the same request again is answered with the outcome of the first, and never carried out again. That draft's 422, for the same key with another content, is 409 \`ERR_REQUEST_ID_REUSED\` here; its 409, while the first is running, is 409 \`ERR_PIN_CHANGE_IN_PROGRESS\`. An \`Idempotency-Key\` header is ignored. After an unclear answer (504, 500, none at all) ask \`settle_pin_change\`; never make a new \`request_id\` before its answer.

**Limits:** 429 with \`Retry-After\`. A customer's ninth request at a time waits for one of the eight before; beyond 32 that wait, and beyond the rate for all requests, each refusal is held back for one second before it is sent. \`/v1/waits\` says beforehand how long to wait.

**Versions:** \`info.version\` is semantic. What breaks a client gets a new path, \`/v2\`, beside \`/v1\`. From then on \`/v1\` answers with \`Deprecation\` (RFC 9745), and with \`Sunset\` (RFC 8594) at least twelve months before it ends; neither header is sent today.`;

/** What the OpenAPI document says of the whole. */
export const apiDescription = {
  openapi: "3.1.0",
  info: {
    title: "Cardbound partner backend",
    version: API_VERSION,
    description,
    // LICENSE: none has been chosen.
    license: { name: "No licence chosen yet: all rights reserved", identifier: "LicenseRef-None" },
    contact: { name: "The bank that operates this backend" },
  },
  tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
};
