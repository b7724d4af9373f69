import type { Happening } from "./events.ts";
import type { RequestKind } from "./requests.ts";
import type { Point } from "./scripts.ts";

const words: Record<RequestKind, string> = {
  change: "the request",
  again: "the second attempt",
  settle: "the settlement",
  open: "the request by TAN",
  authorize: "the authorisation",
  confirm: "the confirmation",
};
const letters = "ABCDEFGH";

/** The events as a numbered list, in Markdown. Each request is at an instance of its own. */
export function describeEvents(events: readonly Happening[]): string {
  const instances = new Map<Point, string[]>();
  const arrived = new Map<RequestKind, number>();
  let begun = 0;
  const nameOf = ({ actor, reached }: Happening): string => {
    if (typeof actor === "string") return "";
    const known = actor.heard.length === 0 ? undefined : instances.get(actor)?.shift();
    const letter = known ?? letters.charAt(begun++);
    if (reached !== null) instances.set(reached, [...(instances.get(reached) ?? []), letter]);
    if (known !== undefined) return `Instance ${letter}`;
    const before = arrived.get(actor.kind) ?? 0;
    arrived.set(actor.kind, before + 1);
    return `Instance ${letter} gets ${words[actor.kind]}${before > 0 ? " again" : ""} and`;
  };
  const lines = events.map((event, index) => {
    const answer = event.told === null ? "" : `, and answers \`${event.told.words}\``;
    const wrong = event.wrong === null ? "" : `: **${event.wrong.why}**`;
    return `${index + 1}. ${sentenceOf(event, nameOf(event))}${answer}${wrong}.`;
  });
  return lines.join("\n");
}

function sentenceOf({ actor, does }: Happening, name: string): string {
  switch (actor) {
    case "standby":
      return `The standby ${does}`;
    case "failover":
      return `The primary is lost, and the standby takes over without ${does}`;
    case "restart":
      return "The primary crashes and restarts, and others read what waited for the standby";
    case "Solaris":
      return `Solaris ${does}`;
    default:
      return `${name} ${does}`;
  }
}
