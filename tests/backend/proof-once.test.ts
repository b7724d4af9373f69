// Attacker: somebody who has got hold of a proof with its token, or of a token that is bound to a customer's key. Way: sends it
// again, or as an unbound one. Impact: a customer's cards, devices and PIN changes; or rows without end.
// docs/threat-model.md#proof-of-possession
import { expect, it } from "vitest";
import { makeProof } from "./made-jws.ts";
import { openOwnDatabase, ownDatabase } from "./own-database.ts";
import { boundToHolder, holder, publicOrigin, setUpSignIn, startedAt, tell } from "./signed-in-backend.ts";
import { usual } from "./usual-config.ts";

const refused = (reason: string, error = "invalid_dpop_proof") => `200, then 401 ${reason} (${error})`;
const url = `${publicOrigin}/v1/me`;

it("a proof is taken once: not again, not after a restart, and of many at once one", async () => {
  const database = await ownDatabase();
  const backend = await setUpSignIn({ config: { database } });
  const { token, proof, withProof, reasons, restart } = backend;
  const one = token({ claims: boundToHolder });
  const used = proof(one);
  expect((await withProof(one, used)).status).toBe(200);
  expect((await withProof(one, used)).status).toBe(401);
  const raced = proof(one);
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => withProof(one, raced)))).map(
    ({ status }) => status,
  );
  expect(statuses.sort()).toEqual([200, ...Array(9).fill(401)]);
  expect(reasons()).toEqual(Array(10).fill("proof_reused"));
  await restart();
  expect((await withProof(one, used)).status).toBe(401);
});

it("a proof that is refused for something else is not used up", async () => {
  const { token, proof, withProof, call } = await setUpSignIn();
  const one = token({ claims: boundToHolder });
  const right = proof(one);
  expect((await call({ authorization: `DPoP ${one}`, dpop: right }, "GET", "/v1/cards")).status).toBe(401);
  expect((await withProof(token({ claims: boundToHolder }), right)).status).toBe(401);
  expect((await withProof(one, right)).status).toBe(200);
});

it("a used proof is forgotten no sooner than its age refuses it", async () => {
  const { token, proof, withProof, advance, reasons } = await setUpSignIn();
  const one = token({ claims: { ...boundToHolder, exp: startedAt + 9000 } });
  const ahead = makeProof(holder, { method: "GET", url, token: one, at: startedAt + 4 });
  expect((await withProof(one, ahead)).status).toBe(200);
  advance(69);
  await withProof(one, ahead);
  advance(1);
  await withProof(one, ahead);
  expect(reasons()).toEqual(["proof_reused", "proof_too_old"]);
  expect((await withProof(one, proof(one))).status).toBe(200);
});

it("a customer beyond their limit does not make the backend write down proofs", async () => {
  const config = await ownDatabase();
  const requests = { count: 3, seconds: 60 };
  const { token, withProof } = await setUpSignIn({
    config: { database: config, limits: { ...usual.limits, requests } },
  });
  const one = token({ claims: boundToHolder });
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await withProof(one)).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const database = await openOwnDatabase(config);
  expect(await database.selectFrom("used_proof").selectAll().execute()).toHaveLength(3);
});

it("where DPoP is required, a token that is bound to nothing is refused, however it is sent", async () => {
  const backend = await setUpSignIn({ signIn: { dpop: { use: "required", publicOrigin } } });
  const { token, withBearer, withProof } = backend;
  const bound = () => withProof(token({ claims: boundToHolder }));
  expect(await tell(backend, bound, () => withBearer(token()))).toBe(refused("scheme_not_accepted", "no error"));
  expect(await tell(backend, bound, () => withProof(token()))).toBe(refused("token_unbound", "invalid_token"));
  expect((await withBearer(token())).challenge).toBe('DPoP algs="ES256 PS256"');
});

it("where DPoP is off, a token that is bound is refused: nobody could check what to", async () => {
  const backend = await setUpSignIn({ signIn: { dpop: { use: "off" } } });
  const { token, withBearer, withProof } = backend;
  const unbound = () => withBearer(token());
  const bound = () => token({ claims: boundToHolder });
  expect(await tell(backend, unbound, () => withBearer(bound()))).toBe(refused("token_bound", "invalid_token"));
  expect(await tell(backend, unbound, () => withProof(bound()))).toBe(refused("scheme_not_accepted", "no error"));
  expect((await withBearer("a")).challenge).toBe('Bearer error="invalid_token"');
});

it("where both are taken, a challenge names both, the caller's own first and with the error", async () => {
  const { token, call, withBearer, withProof } = await setUpSignIn();
  expect((await call({})).challenge).toBe('DPoP algs="ES256 PS256", Bearer');
  expect((await withBearer("a")).challenge).toBe('Bearer error="invalid_token", DPoP algs="ES256 PS256"');
  const one = token({ claims: boundToHolder });
  expect((await withProof(one, "a")).challenge).toBe('DPoP error="invalid_dpop_proof", algs="ES256 PS256", Bearer');
});
