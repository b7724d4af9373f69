import type { Overview } from "../src-contract/bridge/views.ts";
import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { Failure, Result } from "../src-contract/errors/result.ts";
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
  let end: Partial<WindowState> = {};
  try {
    const result = await step();
    noteReceived(result);
    if (!result.ok) end = await showFailure(result);
    return result;
  } finally {
    underWay--;
    store.setState({ busy: underWay > 0, ...end });
  }
}

/** Shows how things stand after a failure. @returns what is left to set once the step is over */
async function showFailure(failure: Failure): Promise<Partial<WindowState>> {
  const now = await overviewAfterFailure(failure.code);
  if (now !== null) show(now);
  const isSignedIn = store.getState().overview?.customer != null;
  if (failure.code === "ERR_SIGN_IN_AGAIN" && isSignedIn) return { signInAgain: { for: "screen" } };
  if (failure.code === "ERR_PROXY_PASSWORD") askForProxy();
  return { failure };
}

/** Shows a failure of what runs beside the steps, as a step's is shown. */
export async function tellFailure(failure: Failure): Promise<void> {
  noteReceived(failure);
  store.setState(await showFailure(failure));
}

/**
 * Runs a step that answers with the overview, and shows it.
 * @param goOn what follows at once: between the two the window is as busy as in them, and tells nothing of an end
 * @returns whether the step succeeded
 */
export async function runAndShow(step: () => Promise<Result<Overview>>, goOn?: () => Promise<unknown>) {
  const showing = async () => {
    const result = await step();
    if (result.ok) {
      show(result.value);
      await goOn?.();
    }
    return result;
  };
  return (await runStep(showing)).ok;
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
  if (overview.letters !== null) noteReceived(overview.letters);
  if (overview.device !== null && "sent" in overview.device) noteReceived(overview.device.sent);
  const { overview: before, pinChange, place } = store.getState();
  // Somebody else may come without anybody having been signed out here.
  const isOther = before?.customer != null && before.customer.number !== overview.customer?.number;
  const isNew = before?.device?.state === "binding" && overview.device?.state === "bound";
  const outdated = isOther ? nobodys : outdatedState(overview, pinChange, place);
  store.setState({ overview, ...outdated, ...(isNew && !isOther && justLinked) });
}

const justLinked = { place: "linked", isRemovedWithKey: false } as const satisfies Partial<WindowState>;

/** Without anything of whoever was signed in. */
const nobodys = {
  cards: null,
  devices: null,
  pinChange: null,
  place: "home",
  looksLater: false,
  signInAgain: null,
  consentFor: null,
  isRemovedWithKey: false,
} as const satisfies Partial<WindowState>;

const isOfUnlinked = (place: Place) => place === "without-linking" || place.startsWith("letter-");

function outdatedState(
  { customer, device }: Overview,
  pinChange: WindowState["pinChange"],
  place: Place,
): Partial<WindowState> {
  if (customer === null) return nobodys;
  const bound = device?.state === "bound";
  const placeFits = place === "home" || isOfUnlinked(place) !== bound;
  const needsKey = pinChange?.stage === "entering" && pinChange.route !== "sms";
  return {
    ...(needsKey && !bound ? { pinChange: null } : {}),
    ...(placeFits ? {} : { place: "home" }),
  };
}
