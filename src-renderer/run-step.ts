import type { Overview } from "../src-contract/bridge/views.ts";
import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { Result } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { noteReceived } from "./deadlines.ts";
import { openPanel, type Place, store, type WindowState } from "./store.ts";

/**
 * The number of running steps. The idle warning can sign out during another step, so the window stays busy until both end.
 */
let underWay = 0;

/**
 * Runs a step in main. After a failure it reloads the overview, and the window shows the failure on the screen that fits.
 * @param step is called at once
 */
export async function runStep<T>(step: () => Promise<Result<T>>): Promise<Result<T>> {
  underWay++;
  store.setState({ busy: true, failure: null });
  const result = await step();
  noteReceived(result);
  if (result.ok) {
    underWay--;
    store.setState({ busy: underWay > 0 });
    return result;
  }
  const now = await overviewAfterFailure(result.code);
  if (now !== null) show(now);
  underWay--;
  store.setState({ busy: underWay > 0, failure: result });
  if (result.code === "ERR_PROXY_PASSWORD") askForProxy();
  return result;
}

/** Runs a step that answers with the overview, and shows it. @returns whether it succeeded */
export async function runAndShow(step: () => Promise<Result<Overview>>): Promise<boolean> {
  const result = await runStep(step);
  if (result.ok) show(result.value);
  return result.ok;
}

/** The device state that main would report after each keychain failure. */
const closedKeychain = { ERR_KEYCHAIN_LOCKED: "locked", ERR_KEYCHAIN_SILENT: "silent" } as const;

/**
 * The overview after a failure: the step may have got halfway, or the session may have ended. After a keychain failure it
 * does not ask main, because the system would ask for the password again. Null if there is no overview yet.
 */
async function overviewAfterFailure(code: ErrorCode): Promise<Overview | null> {
  const { overview } = store.getState();
  if (overview === null) return null;
  if (overview.customer !== null && (code === "ERR_KEYCHAIN_LOCKED" || code === "ERR_KEYCHAIN_SILENT")) {
    return { ...overview, device: { state: closedKeychain[code] } };
  }
  const now = await bridge().getOverview();
  return now.ok ? now.value : null;
}

/** Opens the proxy's question, but never over another panel, which the cardholder may be using. */
function askForProxy(): void {
  store.setState({ isPastProxy: false });
  if (store.getState().panel === null) openPanel("proxy");
}

/** Shows an overview, and drops the state that no longer fits it. */
function show(overview: Overview): void {
  noteReceived(overview.waits);
  if (overview.device !== null && "sent" in overview.device) noteReceived(overview.device.sent);
  const { pinChange, place } = store.getState();
  store.setState({ overview, ...outdatedState(overview, pinChange, place) });
}

function outdatedState(
  { customer, device }: Overview,
  pinChange: WindowState["pinChange"],
  place: Place,
): Partial<WindowState> {
  if (customer === null) return { cards: null, devices: null, pinChange: null, place: "home", looksLater: false };
  const bound = device?.state === "bound";
  const placeFits = place === "home" || (place === "without-connecting") !== bound;
  const needsKey = pinChange?.stage === "entering" && pinChange.route !== "sms";
  return {
    ...(needsKey && !bound ? { pinChange: null } : {}),
    ...(placeFits ? {} : { place: "home" }),
  };
}
