// Attacker: a reader of the backend's log. Way: looks for what a sign-in, or a refused one, has left there.
// Impact: a token that still counts, or who the customers are.
// docs/threat-model.md#closed-log
import { expect, it } from "vitest";
import { device } from "./backend.ts";
import { makeKey } from "./made-jws.ts";
import { boundToHolder, setUpSignIn } from "./signed-in-backend.ts";

/** Recognisable, wherever it might come to light. */
const marked = {
  sub: "marked-subject",
  name: "Marked Name",
  jti: "marked-token-id",
  nonce: "marked-nonce",
  email: "marked@partner.example",
  acr: "urn:marked:1fa",
};

it.each(["jwt", "introspection"] as const)(
  "a sign-in, and each refusal of one, leaves a code and no token, proof, claim or address (%s)",
  async (tokens) => {
    const stepUp = { acrValues: ["urn:marked:2fa"], maxAge: 300 };
    const backend = await setUpSignIn({ tokens, signIn: { stepUp } });
    const { provider, token, proof, withBearer, withProof, call, rightClaims, logged, advance } = backend;
    const said = new Map<string, object>();
    provider.introspects((text) => ({ active: said.has(text), ...rightClaims(), ...said.get(text) }));
    const sent: string[] = [];
    const issue = (claims: object) => {
      const text = token({ claims: { ...marked, ...claims } });
      said.set(text, { ...marked, ...claims });
      sent.push(text);
      return text;
    };
    const prove = (text: string, mutation: object = {}) => {
      const made = proof(text, { claims: { jti: `marked-proof-${sent.length}`, ...mutation } });
      sent.push(made);
      return made;
    };
    const bound = issue(boundToHolder);
    const used = prove(bound);
    await withBearer(issue({}));
    await withProof(bound, used);
    await withProof(bound, used);
    await withProof(bound, prove(bound, { htu: "https://marked.example/" }));
    await withBearer(bound);
    await withBearer(issue({ exp: 1 }));
    await withBearer(issue({ aud: "https://marked.example" }));
    await withBearer(issue({ scope: "marked" }));
    await withBearer(issue({ auth_time: "marked" }));
    await withBearer(issue({ person_id: "marked person" }));
    await withBearer("marked-token");
    await call({ authorization: "Basic bWFya2Vk" });
    await call({ authorization: `Bearer ${issue({})}` }, "POST", "/v1/devices", device());
    await withBearer(token({ key: makeKey("ES256"), header: { kid: "marked-key" } }));
    await provider.goAway();
    advance(60);
    await withBearer(token({ header: { kid: "marked-key" } }));

    const log = logged();
    const reasons = [
      "proof_reused",
      "proof_wrong_url",
      "token_bound",
      "token_expired",
      "wrong_audience",
      "scope_missing",
    ];
    for (const reason of [...reasons, "claim_unusable", "scheme_not_accepted", "acr_too_weak"]) {
      expect(log).toContain(`"event":"sign_in_refused","reason":"${reason}"`);
    }
    expect(log).toContain('"reason":"claims_malformed","claim":"auth_time"');
    expect(log).toContain('"event":"provider_call_failed"');
    expect(log.toLowerCase()).not.toContain("marked");
    const parts = sent.flatMap((text) => text.split("."));
    for (const secret of [...parts, provider.issuer, String(provider.port), "Bearer", "Basic", "DPoP"]) {
      expect(log).not.toContain(secret);
    }
    for (const line of log.trim().split("\n")) {
      const { time, x_request_id: _, ...fields } = JSON.parse(line);
      expect(time).toMatch(/^[\d:.TZ-]+$/);
      for (const value of Object.values(fields))
        expect(String(value)).toMatch(/^(?:[a-z_0-9]{1,40}|ERR_[A-Z_]{1,40})$/);
    }
  },
);
