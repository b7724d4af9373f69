import { routes } from "../../../../src-contract/api/routes.ts";
import type { BackendSession } from "../../../../src-main/backend/open-backend.ts";
import type { SignInProfile } from "../../../../src-main/sign-in/browser/sign-in-profile.ts";
import type { Config } from "../../../../src-main/start-options.ts";
import { usualConfig } from "../../core-options.ts";
import { createFakeComputer } from "../../fake-computer.ts";
import { createFakeSolaris } from "../../keys/fake-solaris.ts";
import { ada, startCore } from "../../start-core.ts";
import type { SmallProvider } from "./small-provider.ts";

/** What happens in the background, on a busy machine. */
export const SOON = { timeout: 20_000 };

const profileOf = (issuer: string, more: Partial<SignInProfile> = {}): SignInProfile => ({
  issuer,
  clientId: "desktop",
  scopes: ["openid"],
  audience: "https://cards.partner.example",
  acrValues: [],
  maxAgeSeconds: null,
  responseMode: "query",
  otherAccountPrompt: null,
  authorizationOrigin: issuer,
  signOutAtProvider: false,
  ...more,
});

interface Given {
  readonly profile?: Partial<SignInProfile>;
  readonly config?: Partial<Config>;
  readonly signInSession?: BackendSession;
}

/** The program as it ships, in front of a provider; the test is the browser, and whoever sits in front of it. */
export function startSignIn(provider: Pick<SmallProvider, "origin">, { profile, config, signInSession }: Given = {}) {
  const solaris = createFakeSolaris();
  const computer = createFakeComputer();
  const opened: string[] = [];
  const waiting: (() => void)[] = [];
  const copied: string[] = [];
  const fronts: string[] = [];
  const said = { me: (): Response | Promise<Response> => Response.json(ada) };
  const asked: Headers[] = [];
  /** What a test answers in the backend's place, the newest first. */
  const instead: { method: string; end: string; answer: (body: unknown) => Response }[] = [];
  const core = startCore({
    computer,
    backend: {
      ...solaris.backend,
      getPolicy: async () => ({ pin_change_routes: ["sms"], accepted_protection_levels: [], activation_letters: true }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false }),
    },
    through: (session) => ({
      ...session,
      fetch: async (url, init) => {
        asked.push(new Headers(init.headers));
        const { pathname } = new URL(url);
        if (pathname === routes.me) return said.me();
        const other = instead.find(({ method, end }) => init.method === method && pathname.endsWith(end));
        if (other === undefined) return session.fetch(url, init);
        return other.answer(init.body === undefined ? undefined : JSON.parse(String(init.body)));
      },
    }),
    ...(signInSession && { signInSession }),
    config: { ...usualConfig, signIn: profileOf(provider.origin, profile), ...config },
    openBrowser: async (url) => {
      opened.push(url);
      for (const look of waiting.splice(0)) look();
    },
    writeClipboard: async (text) => void copied.push(text),
    watchUserActivity: () => async () => false, // no press in the window: the test calls as a script does
    bringToFront: () => void fronts.push("front"),
  });
  const { handlers } = core;
  /** The page that is opened as the nth, once it is. */
  const openedAs = async (nth: number): Promise<string> => {
    for (;;) {
      const page = opened[nth - 1];
      if (page !== undefined) return page;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const onBackend = (method: string, end: string, answer: (body: unknown) => Response) => {
    instead.unshift({ method, end, answer });
  };
  return { ...core, folder: computer.folder, onBackend, handlers, opened, copied, fronts, said, asked, openedAs };
}

/** The browser comes back with these parameters. @param redirectUri where to */
export async function comeBack(redirectUri: string, parameters: Record<string, string>, how: "GET" | "POST" = "GET") {
  const query = new URLSearchParams(parameters);
  const answer = await fetch(
    how === "GET" ? `${redirectUri}?${query}` : redirectUri,
    how === "GET" ? {} : { method: "POST", body: query, headers: { origin: "null" } },
  );
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
