import { Agent, request as httpRequest } from "node:http";
import { routes } from "../../src-contract/api/routes.ts";
import { type Claim, claimOfCode, claimOfState, type Told } from "./verdict.ts";

/** An answer, or that there was none. */
export interface Reply {
  /** 0 if nobody answered. */
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

/** Longer than the backend needs to give up on Solaris and on its database; the app's own limit. */
const PATIENCE_MS = 10_000;
/** A new connection for each request: with one that was kept nobody knows whether the other side had it already. */
const agent = new Agent({ keepAlive: false });

/** Sends one request, once. */
export function send(url: string, authorization: string, body: object): Promise<Reply> {
  return new Promise((resolve) => {
    const nobody = () => resolve({ status: 0, json: undefined });
    const text = JSON.stringify(body);
    const headers = {
      authorization,
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(text)),
    };
    const outgoing = httpRequest(url, { method: "POST", agent, headers, timeout: PATIENCE_MS }, (incoming) => {
      let said = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk) => {
        said += chunk;
      });
      incoming.once("error", nobody);
      incoming.once("end", () => resolve({ status: incoming.statusCode ?? 0, json: parsed(said) }));
    });
    outgoing.once("timeout", () => outgoing.destroy());
    outgoing.once("error", nobody);
    outgoing.once("close", nobody); // where it has not been answered by now
    outgoing.end(text);
  });
}

/** What an answer to a step of a change claims. @param who answered, in words @param sentAt when it was asked */
export function toldBy(who: string, { status, json }: Reply, sentAt: number): Told {
  const at = performance.now();
  const word = String(json?.code ?? json?.outcome ?? (status === 0 ? "no answer" : status));
  const claim: Claim = json?.outcome === "changed" ? "changed" : claimOfCode(word);
  return { claim, words: `${who}: ${word}`, at, ms: at - sentAt };
}

/** Asks what became of a change. */
export async function settle(who: string, origin: string, authorization: string, requestId: string): Promise<Told> {
  const path = routes.pinChangeSettlement.replace(":request_id", requestId);
  const sentAt = performance.now();
  const { status, json } = await send(origin + path, authorization, {});
  const word = String(json?.state ?? json?.code ?? (status === 0 ? "no answer" : status));
  const reason = json?.problem === undefined ? "" : ` (${json.problem})`;
  const at = performance.now();
  return { claim: claimOfState(word), words: `settled by ${who}: ${word}${reason}`, at, ms: at - sentAt };
}

function parsed(text: string): Reply["json"] {
  try {
    return JSON.parse(text) as Reply["json"];
  } catch {
    return undefined; // not our backend's
  }
}
