// What a partner's developer reads about signing in: where the provider is, which schemes are taken, what a refusal says.
import { expect, it } from "vitest";
import type { DPoP } from "../../src-backend/sign-in/sign-in-config.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, setUp } from "./backend.ts";
import { publicOrigin, setUpSignIn } from "./signed-in-backend.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document whose form is what is tested.
type Json = any;

const read = async (url: string): Promise<Json> => (await ask(url + routes.openapi, "GET")).json;
/** Every operation for customers, by its id. */
const operationsOf = (document: Json): [string, Json][] =>
  Object.values<Json>(document.paths)
    .flatMap((item) => Object.values<Json>(item))
    .filter(({ security }) => security.length > 0)
    .map((operation) => [operation.operationId, operation]);

const customer = ["cards", "pin"];
it.each<[DPoP, object[]]>([
  [{ use: "accepted", publicOrigin }, [{ customer, dpop: [] }, { customer }]],
  [{ use: "required", publicOrigin }, [{ customer, dpop: [] }]],
  [{ use: "off" }, [{ customer }]],
])("with %j the description names the provider, the scope, and the schemes that are taken", async (dpop, security) => {
  const { url, provider } = await setUpSignIn({ signIn: { dpop } });
  const document = await read(url);
  const { customer: byProvider, dpop: bound } = document.components.securitySchemes;
  expect(byProvider).toMatchObject({
    type: "openIdConnect",
    openIdConnectUrl: `${provider.issuer}/.well-known/openid-configuration`,
  });
  if (dpop.use === "off") expect(bound).toBeUndefined();
  else expect(bound).toMatchObject({ type: "http", scheme: "DPoP" });
  const operations = operationsOf(document);
  expect(operations.length).toBeGreaterThan(10);
  for (const [id, operation] of operations) expect([id, operation.security]).toEqual([id, security]);
});

it("in the demonstration the description names bearer tokens, and nothing of a provider", async () => {
  const { url } = await setUp();
  const document = await read(url);
  expect(document.components.securitySchemes).toEqual({ customer: { type: "http", scheme: "bearer" } });
});

it("each operation for customers says what a sign-in is refused for, and the header that a refusal has", async () => {
  const { url } = await setUpSignIn();
  const again: string[] = [];
  const challenge = { $ref: "#/components/headers/WwwAuthenticate" };
  for (const [id, { responses }] of operationsOf(await read(url))) {
    expect([id, responses[401].headers["WWW-Authenticate"]]).toEqual([id, challenge]);
    expect([id, responses[403].description]).toEqual([id, expect.stringContaining("`ERR_NO_CARDHOLDER`: ")]);
    expect([id, responses[503].description]).toEqual([id, expect.stringContaining("`ERR_SIGN_IN_UNAVAILABLE`: ")]);
    if (responses[401].description.includes("`ERR_SIGN_IN_AGAIN`: ")) again.push(id);
  }
  expect(again.sort()).toEqual([
    "add_device_key",
    "change_pin",
    "create_change_request",
    "create_device",
    "request_activation_letter",
  ]);
});
