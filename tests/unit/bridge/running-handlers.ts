import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { recordAt } from "../keys/fake-enrolment.ts";
import { createFakeSolaris } from "../keys/fake-solaris.ts";
import { startCore } from "../start-core.ts";

/** The program around a computer, in front of a Solaris that answers when the test says so. */
export function setUp(computer = createFakeComputer(), options: Partial<Parameters<typeof startCore>[0]> = {}) {
  const solaris = createFakeSolaris();
  const keys: unknown[] = [];
  let giveKey: ((jwk: unknown) => void) | null = null;
  /** Answers the request for a PIN key that waits, or else the next. */
  const answerKey = (jwk: unknown) => {
    if (giveKey === null) keys.push(jwk);
    else giveKey(jwk);
    giveKey = null;
  };
  const policy = {
    pin_change_routes: ["signed" as const, "sms" as const],
    accepted_protection_levels: ["keychain_passcode" as const],
  };
  const said = { waits: { pin_change: 0, binding: 0, code: 0 }, policy: async () => policy };
  const core = startCore({
    ...options,
    computer,
    backend: {
      ...solaris.backend,
      listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 2, truncated: false }),
      getPinKey: () =>
        new Promise((resolve) => {
          if (keys.length > 0) resolve(keys.shift());
          else giveKey = resolve;
        }),
      changePin: async () => undefined,
      createChangeRequest: () => Promise.reject(new BackendError("ERR_REFUSED", "answered")),
      settleChange: async (request_id) => ({ request_id, state: "refused" }),
      getPolicy: () => said.policy(),
      getWaits: async () => said.waits,
    },
  });
  const { handlers } = core;
  const bound = async () => {
    solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
    await handlers.signIn("Ada Single");
  };
  return { ...core, computer, solaris, said, bound, answerKey };
}

/** A computer that is linked. */
export const withKey = () => createFakeComputer(recordAt("bound"));
