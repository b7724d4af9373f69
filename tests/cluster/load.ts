import { setTimeout as pause } from "node:timers/promises";
import { routes } from "../../src-contract/api/routes.ts";
import { type Cardholder, type PreparedChange, prepareChange, signedBody, smsBody } from "./cardholders.ts";
import { type Reply, send, settle, toldBy } from "./client.ts";
import type { CountingSolaris } from "./counting-solaris.ts";
import type { Dice } from "./dice.ts";
import type { AskedChange, Told } from "./verdict.ts";

/** A change as it is noted while it is being asked for. */
export interface NotedChange extends AskedChange {
  readonly told: Told[];
  readonly settled: Told[];
  readonly cardholder: Cardholder;
  /** All that was sent to carry it out, to be sent again when everything is over. */
  readonly sent: { readonly path: string; readonly body: object }[];
}

/** What asks for changes, until it is stopped. */
export interface Load {
  readonly noted: readonly NotedChange[];
  /** Begins no further change, and waits for those that have begun. */
  readonly stop: () => Promise<void>;
}

interface Surroundings {
  /** Of the instances, in order. */
  readonly origins: readonly string[];
  readonly proxyUrl: string;
  readonly solaris: CountingSolaris;
}

const LONGEST_REST_MS = 1000;

/** The code that comes for the TAN is the newest for its change request. */
interface Message {
  readonly change_request_id?: string;
  readonly code: string;
}

/**
 * Starts the load: so many loops that ask for signed changes, each waiting for its answers, and one for changes by TAN.
 * Some go through the proxy, as the app's do; some to all instances at once. Of those without a clear answer some are
 * repeated once under their id, and the ledger is asked about each, as the app does. Some ids are asked about before their
 * request comes.
 */
export function startLoad(cardholders: readonly Cardholder[], loops: number, around: Surroundings, dice: Dice): Load {
  const noted: NotedChange[] = [];
  let isStopped = false;
  const [withTan] = cardholders;
  if (withTan === undefined) throw new Error("there is nobody to ask for a change");
  const loop = async (own: Dice, one: (own: Dice) => Promise<void>) => {
    while (!isStopped) {
      const began = performance.now();
      await one(own);
      // As long again: it must not use the computer up, where everything else has to come back to life meanwhile.
      await pause(Math.min(performance.now() - began, LONGEST_REST_MS));
    }
  };
  const note = (cardholder: Cardholder, { requestId, encryptedPin }: PreparedChange): NotedChange => {
    const change: NotedChange = { requestId, encryptedPin, told: [], settled: [], cardholder, sent: [] };
    noted.push(change);
    return change;
  };
  const signed = async (own: Dice): Promise<void> => {
    const cardholder = own.oneOf(cardholders);
    const prepared = await prepareChange(cardholder, own.percent(10) ? "forbidden" : "allowed", own);
    const change = note(cardholder, prepared);
    const path = routes.pinChanges.replace(":card_id", prepared.cardId);
    const body = signedBody(cardholder, prepared);
    if (own.percent(5)) await ask(around, change);
    if (own.percent(40)) await sendToAll(around, change, path, body);
    else await sendThroughProxy(around, change, path, body);
    if (isClear(change) && own.percent(80)) return;
    if (own.percent(50)) await sendThroughProxy(around, change, path, body);
    await ask(around, change);
  };
  const byTan = async (own: Dice): Promise<void> => {
    const prepared = await prepareChange(withTan, "allowed", own);
    const change = note(withTan, prepared);
    const created = routes.changeRequests.replace(":card_id", prepared.cardId);
    if ((await sendThroughProxy(around, change, created, smsBody(prepared))).status === 200) {
      const at = (path: string) => path.replace(":request_id", prepared.requestId);
      const authorization = { route: "sms" };
      const authorized = await sendThroughProxy(around, change, at(routes.pinChangeAuthorization), authorization);
      const tan = authorized.status === 200 ? await tanFor(around.solaris, prepared.encryptedPin) : undefined;
      if (tan !== undefined) {
        const confirmation = { route: "sms", tan };
        if (own.percent(50)) await sendToAll(around, change, at(routes.pinChangeConfirmation), confirmation);
        else await sendThroughProxy(around, change, at(routes.pinChangeConfirmation), confirmation);
      }
    }
    if (!isClear(change)) await ask(around, change);
  };
  const running = [...Array.from({ length: loops }, () => loop(dice.split(), signed)), loop(dice.split(), byTan)];
  return {
    noted,
    stop: async () => {
      isStopped = true;
      await Promise.all(running);
    },
  };
}

async function sendThroughProxy({ proxyUrl }: Surroundings, change: NotedChange, path: string, body: object) {
  change.sent.push({ path, body });
  return deliver("proxy", proxyUrl, change, path, body);
}

async function sendToAll({ origins }: Surroundings, change: NotedChange, path: string, body: object): Promise<void> {
  change.sent.push({ path, body });
  await Promise.all(origins.map((origin, index) => deliver(`instance ${index}`, origin, change, path, body)));
}

/** Sends a request to one address, and notes what that one says. */
export async function deliver(
  who: string,
  origin: string,
  { cardholder, told }: NotedChange,
  path: string,
  body: object,
): Promise<Reply> {
  const sentAt = performance.now();
  const reply = await send(origin + path, cardholder.authorization, body);
  told.push(toldBy(who, reply, sentAt));
  return reply;
}

/** Asks the ledger through the proxy, twice at most. */
async function ask({ proxyUrl }: Surroundings, { told, cardholder, requestId }: NotedChange): Promise<void> {
  for (let asked = 0; asked < 2; asked += 1) {
    const answer = await settle("proxy", proxyUrl, cardholder.authorization, requestId);
    told.push(answer);
    if (answer.claim !== "nothing") return;
  }
}

/** Whether somebody has said what became of it. */
function isClear({ told }: NotedChange): boolean {
  return told.some(({ claim }) => claim === "changed" || claim === "not-changed");
}

async function tanFor({ sandboxUrl, changeRequestOf }: CountingSolaris, encryptedPin: string) {
  const { messages } = (await (await fetch(`${sandboxUrl}/sandbox/inbox`)).json()) as { messages: Message[] };
  return messages.find(({ change_request_id: id }) => id === changeRequestOf(encryptedPin))?.code;
}
