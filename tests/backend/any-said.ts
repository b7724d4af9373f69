// Answers of every kind for the property tests, most of them close to what Solaris says.
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { AskedFor } from "./answer-oracle.ts";
import { goodBody, statuses } from "./strict-answers.ts";
import type { Said } from "./strict-solaris.ts";

const word = fc.constantFrom("status", "success", "result", "code", "error", "errors", "error_code", "Status", "state");
const field = fc.constantFrom("id", "response_code", "response_body", "data", "string_to_sign", "challenge", "keys");
const name = fc.oneof({ weight: 5, arbitrary: word }, { weight: 3, arbitrary: field }, fc.string({ maxLength: 6 }));

const saying = fc.oneof(
  fc.constantFrom("COMPLETED", "ACTIVE", "FAILED", "ACCEPTED", "AUTHORIZATION_REQUIRED", "CONFIRMATION_REQUIRED"),
  fc.constantFrom("ok", "OK", "success", "SUCCESS", "error", "true", "200", "400", "500", "model_not_found", ""),
  fc.constantFrom(200, 202, 204, 400, 403, 422, 500, 0, 1, -1, 2.5),
  fc.constantFrom(true, false, null),
  fc.string({ maxLength: 8 }),
  fc.integer(),
);
const { any } = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: "small" }, saying, tie("list"), tie("object")),
  list: fc.array(tie("any"), { maxLength: 3 }),
  object: fc.dictionary(name, tie("any"), { maxKeys: 4 }),
}));
const words = fc.dictionary(name, any, { maxKeys: 2 });

const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("84b61fb9bf2117b3", "urn:solaris:1") },
  fc.constantFrom(4711, "", null, "a b", {}),
);
const code = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("validation_error", "model_not_found", "unauthorized_action", "invalid_tan"),
  },
  fc.constantFrom("", null, 7, "too bad"),
);
const inner = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(400, "403", 404, "422", undefined) },
  fc.constantFrom(200, "500", 503, 408, null, "FAILED", {}),
);
const error = fc.record(
  {
    id,
    code,
    status: inner,
    error_code: fc.constantFrom("forbidden", "not_found"),
    detail: fc.constantFrom("pin must not", "device-id invalid"),
    source: fc.record({
      field: fc.constantFrom("pin", "key_id", "device_id", "signature", "tan"),
      message: fc.string(),
    }),
  },
  { requiredKeys: ["id", "code"] },
);
const errors = fc.array(fc.oneof({ weight: 5, arbitrary: error }, any), { maxLength: 3 });
const shape = fc.oneof(
  error,
  errors.map((all) => ({ errors: all })),
  errors.map((all) => ({ errors: [all] })),
  fc.tuple(error, words).map(([one, more]) => ({ ...one, ...more })),
  error.map((one) => ({ response_body: one, status: "FAILED", response_code: 400 })),
);

const bytesFor = (asked: AskedFor): fc.Arbitrary<Buffer> => {
  const good = goodBody[asked] as object;
  const json = fc.oneof(
    { weight: 2, arbitrary: fc.constant(good) },
    { weight: 4, arbitrary: words.map((more) => ({ ...good, ...more })) },
    { weight: 1, arbitrary: fc.constant({ ...good, id: "84b61fb9bf2117b3" }) }, // a yes, but for something else
    { weight: 2, arbitrary: words },
    { weight: 4, arbitrary: shape },
    { weight: 1, arbitrary: any },
  );
  const written = json.map((value) => Buffer.from(JSON.stringify(value)));
  return fc.oneof(
    { weight: 12, arbitrary: written },
    { weight: 2, arbitrary: fc.constant(Buffer.alloc(0)) },
    written.map((bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
    fc.tuple(written, fc.nat()).map(([bytes, at]) => bytes.subarray(0, at % (bytes.length + 1))),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom("<html>{}</html>", "OK", " ", "{}{}", "[]", "null").map((text) => Buffer.from(text)),
  );
};

const type = fc.oneof(
  { weight: 8, arbitrary: fc.constant("application/json") },
  fc.constantFrom(undefined, "application/problem+json", "text/plain; charset=utf-8", "application/octet-stream"),
  fc.constantFrom("text/html", "application/xhtml+xml", "application/xml", "image/png", "json"),
);
const packings: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
};
const encoding = fc.oneof(
  { weight: 10, arbitrary: fc.constant({}) },
  fc.record({ named: fc.constantFrom("gzip", "deflate", "br", "compress", "identity"), isTrue: fc.boolean() }),
);
const manner = fc.oneof(
  { weight: 10, arbitrary: fc.constant("whole" as const) },
  fc.constantFrom("chunked", "closed", "hinted", "cut", "reset", "dropped", "not_http"),
);

/** Any answer of any status but an interim one (1xx), which is none. */
export function anySaid(asked: AskedFor): fc.Arbitrary<Said> {
  const status = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(200, 201, 202) },
    { weight: 4, arbitrary: fc.constantFrom(400, 401, 403, 404, 422) },
    { weight: 2, arbitrary: fc.constantFrom(...statuses) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) },
  );
  const bearer = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean());
  return fc
    .record({ status, type, encoding, manner, bytes: bytesFor(asked), bearer })
    .map(({ status, type, encoding, manner, bytes, bearer }) => {
      const { named, isTrue } = { named: undefined, isTrue: false, ...encoding };
      const pack = isTrue ? packings[named ?? ""] : undefined;
      return {
        status,
        manner,
        headers: {
          ...(type !== undefined && { "content-type": type }),
          ...(named !== undefined && { "content-encoding": named }),
          ...(bearer && { "www-authenticate": 'Bearer error="invalid_token"' }),
        },
        body: pack === undefined ? bytes : pack(bytes),
      };
    });
}

/** The answer in one line, for a counterexample that can be read. */
export const inWords = ({ status, headers, body = "", manner }: Said): string =>
  `${status} ${manner} ${JSON.stringify(headers)} ${JSON.stringify(Buffer.from(body).toString("latin1"))}`;
