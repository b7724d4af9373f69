import type { Overview } from "../src-contract/bridge/views.ts";
import type { ErrorCode } from "../src-contract/errors/error-codes.ts";
import type { Result } from "../src-contract/errors/result.ts";
import { bridge } from "./bridge.ts";
import { noteReceived } from "./deadlines.ts";
import { openPanel, type Place, store, type WindowState } from "./store.ts";

/** Steps that run: the warning "Are you there?" signs out over another, which keeps the window busy when it has ended. */
let underWay = 0;

/**
 * Runs a step in main. A failure becomes the window's to show, over the screen that fits how things stand then.
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
  const now = await howThingsStand(result.code);
  if (now !== null) show(now);
  underWay--;
  store.setState({ busy: underWay > 0, failure: result });
  if (result.code === "ERR_PROXY_PASSWORD") askForProxy();
  return result;
}

/** Runs a step that answers how things stand afterwards, which then shows. @returns whether it succeeded */
export async function runAndShow(step: () => Promise<Result<Overview>>): Promise<boolean> {
  const result = await runStep(step);
  if (result.ok) show(result.value);
  return result.ok;
}

/** Why the keychain was not opened, and what the computer is then: as main would say. */
const closedKeychain = { ERR_KEYCHAIN_LOCKED: "locked", ERR_KEYCHAIN_SILENT: "silent" } as const;

/**
 * How things stand after a failure: the step may have come halfway, or the sign-in may have ended. Of a keychain that was
 * not opened main is not asked, because it would have the system ask for the password again. Null where there is nothing
 * to say it of yet.
 */
async function howThingsStand(code: ErrorCode): Promise<Overview | null> {
  const { overview } = store.getState();
  if (overview === null) return null;
  if (overview.customer !== null && (code === "ERR_KEYCHAIN_LOCKED" || code === "ERR_KEYCHAIN_SILENT")) {
    return { ...overview, device: { state: closedKeychain[code] } };
  }
  const now = await bridge().getOverview();
  return now.ok ? now.value : null;
}

/** The proxy's question comes by itself, but over no other panel, which may be what the cardholder is busy with. */
function askForProxy(): void {
  store.setState({ isPastProxy: false });
  if (store.getState().panel === null) openPanel("proxy");
}

/** Takes over how things stand, and gives up what no longer fits them. */
function show(overview: Overview): void {
  noteReceived(overview.waits);
  if (overview.device !== null && "sent" in overview.device) noteReceived(overview.device.sent);
  const { pinChange, place } = store.getState();
  store.setState({ overview, ...whatEnds(overview, pinChange, place) });
}

function whatEnds(
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
