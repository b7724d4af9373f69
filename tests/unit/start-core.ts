import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import type { BackendSession } from "../../src-main/backend/open-backend.ts";
import { createCore } from "../../src-main/core.ts";
import type { DemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { coreOptions, type Options, sessionOf } from "./core-options.ts";
import type { FakeComputer } from "./fake-computer.ts";
import { customerId } from "./keys/fake-enrolment.ts";
import { serveBackend } from "./serve-backend.ts";

/** The customer whose enrolment a fake computer has. */
export const ada = { customer_id: customerId, name: "Ada Single" };
export const token = "a-token-of-the-32-characters-at-least";

/** Ada can sign in. */
const demoOfAda: DemoSignIn = {
  listNames: async () => [ada.name],
  signIn: async () => ({ token, customer: ada }),
};

interface Given extends Partial<Options> {
  /** Says what the backend answers. */
  readonly backend: Partial<BackendClient>;
  readonly demo?: DemoSignIn;
  readonly computer: FakeComputer;
  /** What becomes of the session that reaches the backend. */
  readonly through?: (session: BackendSession) => BackendSession;
  /** Reaches an identity provider. */
  readonly signInSession?: BackendSession;
  /** Reaches the update server. */
  readonly updateSession?: BackendSession;
}

/** The program without Electron, put together as it ships, around what a test gives. */
export function startCore({
  backend,
  demo = demoOfAda,
  computer,
  through = (session) => session,
  signInSession = sessionOf(fetch),
  updateSession = sessionOf(fetch),
  ...options
}: Given) {
  let reloads = 0;
  const stages: PinChangeStage[] = [];
  const session = through(sessionOf(serveBackend(backend, demo)));
  const core = createCore(
    coreOptions({
      folder: computer.folder,
      keychain: computer.keychain,
      sessions: { ordinary: session, once: session, signIn: signInSession, updates: updateSession },
      reloadWindow: () => reloads++,
      send: (event) => event.type === "pin-change-stage" && stages.push(event.value),
      ...options,
    }),
  );
  return {
    ...core,
    reloads: () => reloads,
    /** What the window was told of how far a change has come. */
    stages,
    customer: async () => (await core.handlers.getOverview()).customer,
  };
}
