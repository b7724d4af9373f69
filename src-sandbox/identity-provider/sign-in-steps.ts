import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { errors, type InteractionResults } from "oidc-provider";
import { type Level, levelAskedFor, levels } from "./provider-configuration.ts";
import type { ProviderFaults, ProviderSettings } from "./provider-settings.ts";
import { overPage, pageHeaders, secondStepPage, signInPage } from "./sign-in-pages.ts";

interface Context {
  readonly provider: Provider;
  readonly settings: ProviderSettings;
  readonly faults: ProviderFaults;
}

/** A name, a password and the pressed button need far less. */
const LARGEST_FORM = 4096;

/** Who has given the right password, in the sign-ins that wait for the second step. */
const halfway = new WeakMap<Provider, Map<string, string>>();

/** Shows the pages of a sign-in, and takes what was entered there. */
export async function answerSignIn(
  { provider, settings, faults }: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const show = (status: number, html: string) => response.writeHead(status, pageHeaders).end(html);
  const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  });
  if (details === null) return void show(400, overPage());
  const { uid, params, session, prompt } = details;
  const people = settings.showsPasswords ? settings.people : [];
  const known = prompt.name === "select_account" ? "" : (session?.accountId ?? "");
  if (request.method !== "POST") return void show(200, signInPage({ name: known, wasWrong: false, people }));

  const form = await readForm(request);
  const finish = (result: InteractionResults) => {
    first.delete(uid);
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const first = halfway.get(provider) ?? new Map<string, string>();
  halfway.set(provider, first);
  const signedIn = (name: string, level: Level) => {
    const login = { accountId: name, acr: faults.acr ?? level, remember: true, ts: Math.floor(Date.now() / 1000) };
    return finish({ login, ...(prompt.name === "select_account" && { select_account: {} }) });
  };
  const pressed = form.get("do");
  if (pressed === "cancel") return finish({ error: "access_denied", error_description: "cancelled by the cardholder" });

  const wanted = levelAskedFor(params.acr_values) ?? levels[0];
  const confirming = first.get(uid);
  if (pressed === "confirm" && confirming !== undefined) return signedIn(confirming, levels[1]);
  const person = settings.people.find(({ name }) => name === form.get("name"));
  if (person === undefined || person.password !== form.get("password"))
    return void show(200, signInPage({ name: form.get("name") ?? "", wasWrong: true, people }));
  if (wanted === levels[0]) return signedIn(person.name, levels[0]);
  first.set(uid, person.name);
  show(200, secondStepPage(person.name));
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LARGEST_FORM) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
