// Attacker: a reader of the log or of the app's files, a script in the window. Way: what a sign-in in the browser has in
// hand is logged, stored, or answered to the window. Impact: a code or a token can be used by somebody else.
// docs/threat-model.md#token-in-memory, #closed-log
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { json } from "../unit/backend/one-server.ts";
import { type SmallProvider, startSmallProvider } from "../unit/sign-in/browser/small-provider.ts";
import { comeBack, startSignIn } from "../unit/sign-in/browser/started-sign-in.ts";
import { catchOutput } from "./quiet-stderr.ts";

const output = catchOutput();
let provider: SmallProvider;
afterEach(() => provider.close());

it("no address, code, state, nonce, verifier, token, subject or name gets into the log, a file or the window", async () => {
  provider = await startSmallProvider();
  const started = startSignIn(provider);
  const told: unknown[] = [];
  const begin = () =>
    started.handlers.signInWithBrowser("any").then(...Array(2).fill((end: unknown) => told.push(end)));
  const secrets: string[] = [];
  const openAs = async (nth: number) => {
    const address = await started.openedAs(nth);
    const good = provider.signIn(address);
    const { state, nonce, code_challenge, redirect_uri = "" } = provider.requestAt(address);
    secrets.push(address, String(state), String(nonce), String(code_challenge), redirect_uri, String(good.code));
    return { good, redirect_uri };
  };
  // Refused, lost, failed at the backend, and done.
  let ended = begin();
  let { good, redirect_uri } = await openAs(1);
  await comeBack(redirect_uri, { ...good, state: "another" });
  await comeBack(redirect_uri, {
    state: good.state ?? "",
    iss: good.iss ?? "",
    error: "MARKED",
    error_description: "MARKED",
  });
  await ended;
  ended = begin();
  ({ good, redirect_uri } = await openAs(2));
  provider.said.at.set("/token", json({ error: "invalid_grant", error_description: "MARKED" }, 400));
  await comeBack(redirect_uri, good);
  await ended;
  provider.said.at.clear();
  const { me } = started.said;
  started.said.me = () =>
    Response.json(
      { type: "/problems/ERR_NO_CARDHOLDER", title: "MARKED" },
      { status: 403, headers: { "content-type": "application/problem+json" } },
    );
  ended = begin();
  ({ good, redirect_uri } = await openAs(3));
  await comeBack(redirect_uri, good);
  await ended;
  started.said.me = me;
  ended = begin();
  ({ good, redirect_uri } = await openAs(4));
  await comeBack(redirect_uri, good);
  await ended;
  await started.handlers.copySignInLink().catch((error: unknown) => told.push(error));
  provider.said.at.set("/revoke", json({ error: "MARKED" }, 400));
  await started.handlers.signOut();
  await expect.poll(() => output.text(), { timeout: 20_000 }).toContain("sign_in_not_ended");

  const crossed = told.map((end) => (end instanceof Error ? { ...end, message: end.message } : end));
  expect(crossed).toMatchObject([
    { code: "ERR_SIGN_IN_FAILED" },
    { code: "ERR_SIGN_IN_FAILED" },
    { code: "ERR_NO_CARDHOLDER" },
    { customer: { name: "Ada Single" } },
    { code: "ERR_REFUSED" },
  ]);
  const files = readdirSync(started.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name} ${readFileSync(path.join(parentPath, name), "utf8")}`);
  const written = `${output.text()}\n${files.join("\n")}\n${JSON.stringify(crossed)}`;
  for (const secret of ["MARKED", "a-subject", provider.origin, ...secrets, ...provider.issued])
    expect(written).not.toContain(secret);
  expect(output.text()).not.toContain("Ada");
});
