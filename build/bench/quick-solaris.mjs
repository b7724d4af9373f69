// A separate process: a Solaris that answers at once, so the benchmark measures the backend.
import { createServer } from "node:http";
import process from "node:process";

const card = {
  status: "ACTIVE",
  type: "VISA_DEBIT",
  representation: { line_1: "ADA", masked_pan: "537458******4567", formatted_expiration_date: "12/30" },
};
const key = { kid: "key", kty: "RSA", use: "enc", alg: "RS256", n: "A".repeat(342), e: "AQAB" };

/** @param {URL} url @returns {unknown} */
function answerTo({ pathname, searchParams }) {
  if (pathname.endsWith("/token")) return { access_token: "token", token_type: "bearer", expires_in: 3599 };
  if (pathname.endsWith("/pin_keys/latest")) return key;
  // Each person here has an account of the same name, and each account one card.
  const account = /^\/v1\/accounts\/(\w+)\/cards$/.exec(pathname)?.[1];
  if (account !== undefined) return [{ id: `card-${account}`, person_id: account, ...card }];
  return [{ id: "device", name: "PC", person_id: searchParams.get("person_id"), created_at: "2027-01-15T08:00:00Z" }];
}

const server = createServer((request, response) => {
  const body = JSON.stringify(answerTo(new URL(request.url ?? "/", "http://solaris")));
  request.resume();
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), total: "1" };
  response.writeHead(200, headers).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.on("disconnect", () => process.exit());
