// A separate process: a Solaris that answers at once, and verifies what is cheap to verify. It does not decrypt the PIN.
import { verify } from "node:crypto";
import { createServer } from "node:http";
import process from "node:process";

const [publicKey = ""] = process.argv.slice(2);
const TOKEN = "token-of-the-benchmark";
const jwe = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}$/;
const card = {
  status: "ACTIVE",
  type: "VISA_DEBIT",
  representation: { line_1: "ADA", masked_pan: "537458******4567", formatted_expiration_date: "12/30" },
};
/** Since the last question: changes carried out, requests refused, and connections made. */
const counts = { changed: 0, refused: 0, connections: 0 };

/** @param {string} method @param {URL} url @param {string} body @returns {unknown} undefined refuses */
function answerTo(method, { pathname, searchParams }, body) {
  const account = /^\/v1\/accounts\/(\w+)\/cards$/.exec(pathname)?.[1];
  if (method === "GET" && account !== undefined) return [{ id: `card-${account}`, person_id: account, ...card }];
  if (method === "GET" && pathname === "/v1/mfa/devices") {
    const person = searchParams.get("filter[person_id]"); // 8788437 sends no other name
    return [{ id: `device-${person}`, name: "PC", person_id: person, created_at: "2027-01-15T08:00:00Z" }];
  }
  const person = /^\/v1\/cards\/card-(\w+)\/pin_update_requests$/.exec(pathname)?.[1];
  if (method !== "POST" || person === undefined) return undefined;
  const { device_id: device, encrypted_pin: pin, signature, key_id: key } = JSON.parse(body);
  const isRight =
    device === `device-${person}` &&
    key === "key" &&
    jwe.test(pin) &&
    verify("sha256", Buffer.from(pin, "ascii"), publicKey, Buffer.from(signature, "hex"));
  return isRight ? {} : undefined;
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("latin1").on("data", (chunk) => {
    body += chunk;
  });
  request.once("end", () => {
    const url = new URL(request.url ?? "/", "http://solaris");
    const isToken = url.pathname === "/token";
    const isAllowed = isToken || request.headers.authorization === `Bearer ${TOKEN}`;
    const answer = isToken
      ? { access_token: TOKEN, token_type: "bearer", expires_in: 3599 }
      : isAllowed
        ? answerTo(request.method ?? "", url, body)
        : undefined;
    if (answer === undefined) counts.refused += 1;
    else if (url.pathname.endsWith("/pin_update_requests")) counts.changed += 1;
    const text = JSON.stringify(answer ?? { errors: [{ id: "refused", status: 422, code: "validation_error" }] });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text), total: "1" };
    response.writeHead(answer === undefined ? 422 : 200, headers).end(text);
  });
});
server.keepAliveTimeout = 60_000;
server.on("connection", () => {
  counts.connections += 1;
});
server.listen(0, "127.0.0.1", 1024, () => process.send?.(server.address()));
process.on("message", () => {
  process.send?.({ ...counts });
  Object.assign(counts, { changed: 0, refused: 0, connections: 0 });
});
process.on("disconnect", () => process.exit());
