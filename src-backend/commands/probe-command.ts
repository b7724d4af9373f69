import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { CommandRefused } from "../command-refused.ts";
import { readSolarisConfig } from "../config.ts";
import { isLoopback } from "../loopback.ts";
import { type Operands, observeSolaris } from "../probe/observe-solaris.ts";
import { answerQuestions } from "../probe/open-questions.ts";
import { otherFacts } from "../probe/other-facts.ts";
import { createReadOnlySolaris } from "../probe/read-only-solaris.ts";
import type { Command, Surroundings } from "./command.ts";

/** Reads from Solaris what answers the open questions about it (docs/operations.md#asking-solaris-what-is-open). */
export const probeCommand: Command = {
  usage: "probe",
  does: "asks Solaris, by reading alone, what answers the open questions of docs/solaris-api.md",
  run: async (_operands, surroundings) => {
    const config = readSolarisConfig(surroundings.variables);
    const operands = await readOperands(surroundings);
    const seen = await observeSolaris(createReadOnlySolaris(config), operands);
    const findings = answerQuestions(seen);
    const count = (how: string) => findings.filter((one) => one.how === how).length;
    const hasToken = seen.pin_key !== undefined;
    const said = [
      `Asked ${nameOf(config.apiUrl)}, for a token and by reading: nothing that changes anything.`,
      ...(isStandIn(config.apiUrl) ? ["What follows is what IT answered, and says nothing of Solaris."] : []),
      ...(hasToken ? [] : ["There was no token, so nothing else was asked."]),
      "",
      ...otherFacts(seen).map((fact) => `  ${fact}`),
      "",
      ...findings.map(({ question, how, says }) => `  ${question.padEnd(4)} ${how.padEnd(9)}  ${says}`),
      "",
      `${count("answered")} answered, ${count("partly")} partly, ${count("open")} open, ${count("not asked")} not asked.`,
    ].join("\n");
    return { said, exitCode: hasToken ? 0 : 2 };
  },
};

function isStandIn(apiUrl: string): boolean {
  return isLoopback(new URL(apiUrl).hostname);
}

/** Whose answers these are. */
function nameOf(apiUrl: string): string {
  if (isStandIn(apiUrl)) return "a stand-in on this computer (Cardbound's sandbox, for example)";
  const { hostname } = new URL(apiUrl);
  if (hostname === "api.solarisbank.de") return "Solaris in production";
  if (hostname === "api.solaris-sandbox.de") return "Solaris' own sandbox";
  return "a server that is neither Solaris' production nor its sandbox by name";
}

/** In variables or on standard input: an operand of the command line is in the list of processes, and in the shell's history. */
async function readOperands({ variables, readInput }: Surroundings): Promise<Operands> {
  const { PROBE_PERSON_ID: person = "", PROBE_CARD_ID: card = "" } = variables;
  const [ofPerson = "", ofCard = ""] =
    person === "-" ? (await readInput()).split(/\r?\n/).map((line) => line.trim()) : [person, card];
  return { personId: readId("PROBE_PERSON_ID", ofPerson), cardId: readId("PROBE_CARD_ID", ofCard || card) };
}

function readId(name: string, text: string): string | undefined {
  if (text === "") return undefined;
  if (opaqueId.safeParse(text).success) return text;
  throw new CommandRefused(`${name} is no id: 1 to 64 letters, digits, _ or - are expected. Nothing was asked.`);
}
