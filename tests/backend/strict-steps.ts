// Asks a real backend, whose Solaris is the strict stand-in, for one operation after another.
import { expect, onTestFinished } from "vitest";
import { startBackend } from "../../src-backend/start-backend.ts";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { type AskedFor, verdictsOf } from "./answer-oracle.ts";
import { type Ask, ask, changeRequest, device, path, pinChange, signature } from "./backend.ts";
import type { Answer } from "./described-answers.ts";
import { passingDatabase } from "./own-database.ts";
import {
  type Arrival,
  account,
  cardOfPerson,
  deviceOfPerson,
  listed,
  listOf,
  type Operation,
  person,
  type Said,
  startStrictSolaris,
} from "./strict-solaris.ts";
import { usual } from "./usual-config.ts";

export type World = Awaited<ReturnType<typeof setUpStrict>>;

/** Starts both for the running test only, with the customer signed in. */
export async function setUpStrict(timeoutMs = 5000) {
  const solaris = await startStrictSolaris();
  const backend = await startBackend({
    ...usual,
    policy: { ...usual.policy, activationLetters: true, deviceData: "optional" },
    database: await passingDatabase(),
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    solaris: {
      apiUrl: solaris.url,
      authUrl: `${solaris.url}/oauth2/token`,
      clientId: "client",
      clientSecret: "client-secret",
      timeoutMs,
    },
    demoCustomers: [{ name: "Ada", person_id: person, accounts: [account] }],
  });
  onTestFinished(async () => {
    // First Solaris, or a request that waits for it would hold the backend open.
    await solaris.close();
    await backend.close();
  });
  const { json } = await ask(`${backend.url}${demoRoutes.signIn}`, "POST", { name: "Ada" });
  const ada: Ask = (method, address, body) =>
    ask(backend.url + address, method, body, { authorization: `Bearer ${json.token}` });
  return { solaris, ada };
}

/** The operation of Solaris whose answer a test chooses. */
const operationOf: Record<AskedFor, Operation> = {
  pin_update: "pin_update",
  create_change_request: "create_change_request",
  authorize_by_tan: "authorize_change_request",
  authorize_by_signature: "authorize_change_request",
  confirm_with_tan: "confirm",
  confirm_with_signature: "confirm",
  list_cards: "list_cards",
  pin_key: "pin_key",
  list_devices: "list_devices",
  create_device: "create_device",
  get_challenge: "get_challenge",
  verify_challenge: "verify_challenge",
  list_keys: "list_keys",
  add_key: "add_key",
  delete_device: "delete_device",
  create_activation: "create_activation",
  create_consent: "create_consent",
  change_consent: "change_consent",
};

/** One signed PIN change, which can be asked for again and about. */
export function signedChange({ ada }: World) {
  const change = pinChange(deviceOfPerson);
  return { id: change.request_id, send: () => ada("POST", path.pinChanges(cardOfPerson), change) };
}

/** One change by change request. */
export function changeByRequest({ ada }: World, route: "sms" | "device_signing") {
  const begun = changeRequest(route);
  const ofDevice = route === "sms" ? {} : { device_id: deviceOfPerson };
  const proof = route === "sms" ? { tan: "481516" } : { ...ofDevice, signature };
  return {
    id: begun.request_id,
    create: () => ada("POST", path.changeRequests(cardOfPerson), begun),
    authorize: () => ada("POST", path.authorization(begun.request_id), { route, ...ofDevice }),
    confirm: () => ada("POST", path.confirmation(begun.request_id), { route, ...proof }),
  };
}

/** A device that waits for its code. */
export async function waitingDevice({ ada }: World) {
  const { status, json } = await ada("POST", routes.devices, device());
  expect(status).toBe(201);
  const { device_id: id, challenge } = json;
  const time = () => ada("GET", `${path.verification(id)}?challenge_id=${challenge.id}`);
  return { json, time, verify: () => ada("POST", path.verification(id), { challenge_id: challenge.id, signature }) };
}

export const removal = ({ ada }: World) => ada("DELETE", path.device(deviceOfPerson));
export const addedKey = ({ ada }: World) => ada("POST", path.keys(deviceOfPerson), { key: device().key, signature });
/** What the ledger says of a change. */
export const settled = async ({ ada }: World, id: string) => (await ada("POST", path.settlement(id))).json;

/** The status of what was done; of what was not, the problem's code. */
export const codeOf = ({ status, json }: Answer): number | string => (status < 300 ? status : json.code);

export interface Outcome {
  readonly answer: Answer;
  /** How often the operation arrived at Solaris. */
  readonly arrivals: number;
  /** What the ledger says of the change afterwards. */
  readonly record?: { readonly state: string; readonly problem?: string };
  /** What a waiting device is answered, when the same is asked again and Solaris says yes. */
  readonly afterwards?: Answer;
}

/** Has this operation answered so, all else well, and asks for it once. */
export async function askFor(world: World, asked: AskedFor, said: Said): Promise<Outcome> {
  const { solaris, ada } = world;
  solaris.answerWell();
  const operation = operationOf[asked];
  const once = async (act: () => Promise<Answer>, requestId?: string): Promise<Outcome> => {
    // Of a list it is the one page that there is.
    const isBeyond = ({ query }: Arrival) => Number(query.get("page[number]") ?? 1) > 1;
    solaris.answer(operation, (arrival) => (isBeyond(arrival) ? listOf([]) : said));
    const answer = await act();
    const arrivals = solaris.arrivals(operation);
    if (requestId === undefined) return { answer, arrivals };
    return { answer, arrivals, record: await settled(world, requestId) };
  };
  switch (asked) {
    case "pin_update": {
      const change = signedChange(world);
      return once(change.send, change.id);
    }
    case "create_change_request": {
      const request = changeByRequest(world, "sms");
      return once(request.create, request.id);
    }
    case "authorize_by_tan":
    case "authorize_by_signature":
    case "confirm_with_tan":
    case "confirm_with_signature": {
      const request = changeByRequest(world, asked.endsWith("tan") ? "sms" : "device_signing");
      expect((await request.create()).status).toBe(200);
      if (operation === "authorize_change_request") return once(request.authorize, request.id);
      expect((await request.authorize()).status).toBe(200);
      return once(request.confirm, request.id);
    }
    case "verify_challenge": {
      const { verify } = await waitingDevice(world);
      const outcome = await once(verify);
      solaris.answerWell([operation]);
      return { ...outcome, afterwards: await verify() };
    }
    case "get_challenge": {
      const { time } = await waitingDevice(world);
      return once(time);
    }
    case "list_cards":
      return once(() => ada("GET", routes.cards));
    case "pin_key":
      return once(() => ada("GET", path.pinKey(cardOfPerson)));
    case "list_devices":
      return once(() => ada("GET", routes.devices));
    case "create_device":
      return once(() => ada("POST", routes.devices, device()));
    case "list_keys":
      return once(() => ada("GET", path.device(deviceOfPerson)));
    case "add_key":
      return once(() => addedKey(world));
    case "create_activation":
      return once(() => ada("POST", routes.activationLetters, {}));
    case "create_consent":
      return once(() => ada("POST", routes.deviceConsents, {}));
    case "change_consent": {
      const { consent_id: id } = (await ada("POST", routes.deviceConsents, {})).json;
      return once(() => ada("DELETE", path.consent(id)));
    }
    case "delete_device": {
      // Done is what Solaris says is done.
      const isDone = verdictsOf(asked, said).includes("yes");
      const list = [listed(deviceOfPerson)];
      solaris.answer("list_devices", () => listOf(isDone && solaris.arrivals(operation) > 0 ? [] : list));
      return once(() => removal(world));
    }
  }
}
