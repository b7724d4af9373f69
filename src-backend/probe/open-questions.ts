import { z } from "zod";
import { isNobody, type Observations } from "./observe-solaris.ts";
import type { Seen } from "./read-only-solaris.ts";
import { describeReply } from "./shape.ts";

/** What a probe can say of one open question of docs/solaris-api.md. */
export interface Finding {
  readonly question: string;
  /** `not asked`: no reading can tell. `open`: one could, but this one did not. */
  readonly how: "answered" | "partly" | "open" | "not asked";
  readonly says: string;
}

const changes = "only a PIN change shows it, and a probe changes nothing";
const binds = "only linking a computer shows it, and a probe changes nothing";
const sendsLetter = "only a letter shows it, and a probe asks for none";
const consents = "only a consent shows it, and a probe gives none";
const agreed = "no answer tells it: it is a matter of your agreement with Solaris";
const words: Readonly<Record<string, string>> = {
  Q1: changes,
  Q2: changes,
  Q3: changes,
  Q4: changes,
  Q5: changes,
  Q6: binds,
  Q9: "only a wrong code shows it, and a probe sends none",
  Q10: binds,
  Q11: binds,
  Q12: changes,
  Q13: changes,
  Q14: changes,
  Q15: binds,
  Q17: changes,
  Q18: changes,
  Q19: changes,
  Q20: agreed,
  Q21: changes,
  Q23: binds,
  Q24: agreed,
  Q25: sendsLetter,
  Q26: sendsLetter,
  Q27: consents,
  Q28: consents,
  Q29: consents,
};

/** What there is to say of each open question. */
export function answerQuestions(seen: Observations): readonly Finding[] {
  const asked: Readonly<Record<string, Omit<Finding, "question">>> = {
    Q7: formOfKeys(seen),
    Q8: shapesOfErrors(seen),
    Q16: nameOfFilter(seen),
    Q22: mobileNumber(seen),
  };
  const all = Object.keys({ ...words, ...asked }).sort((one, other) => numberOf(one) - numberOf(other));
  return all.map((question) => {
    return { question, ...(asked[question] ?? { how: "not asked", says: words[question] ?? "" }) };
  });
}

const numberOf = (question: string) => Number(question.slice(1));
type Said = Omit<Finding, "question">;
const open = (says: string): Said => ({ how: "open", says });
const withoutPerson = "it needs a person: set PROBE_PERSON_ID";

function formOfKeys({ keys, devices_by_filter: devices }: Observations): Said {
  if (devices === undefined) return open(withoutPerson);
  if (keys === undefined) return open("this person has no linked device, or the list of devices is not theirs alone");
  const { reply } = keys;
  if (reply?.status !== 200) return open(`the keys of a device were not shown: ${describe(keys)}`);
  const form = Array.isArray(reply.json) ? "an array" : "an object";
  return { how: "answered", says: `${form}: ${describe(keys)}` };
}

const entry = z.looseObject({ id: z.unknown(), status: z.unknown(), code: z.unknown(), error_code: z.unknown() });

/** docs/solaris-api.md §11. */
function shapeOfError(json: unknown): string {
  if (z.object({ errors: z.array(z.unknown()).min(1) }).safeParse(json).success) return "A";
  const one = entry.safeParse(json);
  if (!one.success || one.data.id === undefined) return "none of the three";
  if (one.data.error_code !== undefined) return "C";
  return typeof one.data.status === "string"
    ? "B"
    : typeof one.data.status === "number"
      ? "C without error_code"
      : "flat";
}

function shapesOfErrors(seen: Observations): Said {
  const refused = Object.entries(seen).flatMap(([name, one]) =>
    name !== "token" && one.reply && one.reply.status >= 400 ? [[name, one.reply] as const] : [],
  );
  if (refused.length === 0) return open("nothing that was read was refused");
  const said = refused.map(([name, { status, json }]) => `${name} ${status} ${shapeOfError(json)}`);
  return { how: "partly", says: `of what was read and refused: ${said.join("; ")}` };
}

function nameOfFilter(seen: Observations): Said {
  const filter = readFilter(seen.nobodys_devices_by_filter, seen.devices_by_filter);
  const parameter = readFilter(seen.nobodys_devices_by_parameter, seen.devices_by_parameter);
  const says = `filter[person_id] ${filter}; person_id ${parameter}`;
  const known = [filter, parameter].filter((one) => one === "counts" || one === "is ignored").length;
  return { how: (["open", "partly", "answered"] as const)[known] ?? "open", says };
}

/** Of somebody who does not exist a filter finds nobody; of a person with devices it finds them. */
function readFilter(nobody: Seen | undefined, person: Seen | undefined): string {
  if (!nobody?.reply) return "was not answered";
  if (Array.isArray(nobody.reply.json) && nobody.reply.json.length > 0) return "is ignored";
  if (!isNobody(nobody)) return `is unclear (${describe(nobody)})`;
  if (person === undefined) return `finds nobody who was made up; ${withoutPerson}`;
  const found = person.reply?.status === 200 && Array.isArray(person.reply.json) && person.reply.json.length > 0;
  return found ? "counts" : "finds nobody: this person has no linked device, or it is not understood";
}

function mobileNumber({ mobile_number: seen }: Observations): Said {
  if (seen === undefined) return open(withoutPerson);
  const { reply } = seen;
  if (reply === null) return open(describe(seen));
  if (reply.status === 200) return { how: "answered", says: `yes: ${describe(seen)}` };
  if (reply.status === 401 || reply.status === 403) return { how: "answered", says: `no: ${describe(seen)}` };
  return { how: "partly", says: `not for this person, or not at this path: ${describe(seen)}` };
}

function describe(seen: Seen): string {
  return seen.reply === null ? `no answer (${seen.failed})` : describeReply(seen.reply);
}
