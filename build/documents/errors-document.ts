import { errorCatalogue, type ProblemCode, problemTypes } from "../../src-contract/errors/error-catalogue.ts";
import { type ErrorCode, errorCodes } from "../../src-contract/errors/error-codes.ts";
import { errors } from "../../src-renderer/words/en/errors.ts";
import { outcome } from "../../src-renderer/words/en/pin.ts";

type Entry = (typeof errorCatalogue)[ErrorCode];

/** Where `npm run docs` puts it, from the project's folder. */
export const errorsDocumentFile = "docs/errors.md";

const chapters: Record<Entry["concerns"], string> = {
  program: "This program",
  network: "The network",
  bank: "The bank and the card service",
  keychain: "This computer's keychain",
  device: "This computer's connection",
  passcode: "The device passcode",
  code: "The one-time code",
  pin: "The card PIN",
  card: "The card",
};

const isPinChanged: Record<Entry["pinChange"], string> = {
  "not-changed": "No, the card PIN is as before.",
  unknown: `The screen that shows it says so: “${outcome.refused.title}”, or “${outcome.unknown.title}”.`,
  none: "It does not come while a card PIN is being changed.",
};

const tryAgain: Record<Entry["retry"], string> = {
  "at-once": "Yes.",
  later: "Yes, in a few minutes; earlier does no harm.",
  "after-wait": "Yes, but not before the time that the window names: until then it is refused.",
  "after-change": "Yes, once that is done.",
  no: "No, it would end the same way.",
};

const problemCodes = Object.keys(problemTypes) as ProblemCode[];

/** Writes the error catalogue as a document for support, partners and auditors, in Markdown. */
export function writeErrorsDocument(): string {
  const about = Object.keys(chapters) as Entry["concerns"][];
  return `${[introduction, ...about.map(chapter), problemTable()].join("\n\n")}\n`;
}

const introduction = `# Errors

<!-- Made by \`npm run docs\` from src-contract/errors/error-catalogue.ts and src-renderer/words/en/: change those. -->

Every failure that a cardholder can see has one of these codes; the window shows it below the message. What happened and
what to do are the window's own English words. A code stays what it is: support and tests can rely on it.

Where Solaris named an error, its id stands beside the code as the *reference for support*, and Solaris' support can look it
up. What the partner's backend answers is at the end, under [problem types](#problem-types).`;

function chapter(concerns: Entry["concerns"]): string {
  const codes = errorCodes.filter((code) => errorCatalogue[code].concerns === concerns);
  return [`## ${chapters[concerns]}`, ...codes.map(section)].join("\n\n");
}

function section(code: ErrorCode): string {
  const { pinChange, retry } = errorCatalogue[code];
  const { what, next } = errors[code];
  const causes = problemCodes.filter((problem) => problemTypes[problem].becomes === code);
  const lines = [
    `**What happened?** ${what}`,
    `**Is my PIN changed?** ${isPinChanged[pinChange]}`,
    `**What do I do now?** ${next}`,
    `**Try again?** ${tryAgain[retry]}`,
    ...(causes.some((problem) => problemTypes[problem].fromSolaris)
      ? ["**Support:** Solaris' error id can come with it."]
      : []),
    ...causes.map(
      (problem) => `**Problem type:** \`${problem}\`, ${problemTypes[problem].status}: ${problemTypes[problem].title}`,
    ),
  ];
  return [`### ${code}`, lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}

function problemTable(): string {
  const rows = problemCodes.map((problem) => {
    const { status, title, fromSolaris, becomes } = problemTypes[problem];
    const cells = [`\`urn:cardbound:problem:${problem}\``, status, title, fromSolaris ? "can be there" : "–"];
    return `| ${[...cells, `[${becomes}](#${becomes.toLowerCase()})`].join(" | ")} |`;
  });
  return `## Problem types

The partner's backend answers an error as \`application/problem+json\` (RFC 9457): \`type\`, \`title\` and \`status\` as in this
table, \`code\` as the end of \`type\`, and, where there is something to say, \`detail\`, \`solaris_error_id\` and
\`retry_after_seconds\`. \`/openapi.json\` says which route can answer which.

| \`type\` | status | title | \`solaris_error_id\` | in the app |
|---|---|---|---|---|
${rows.join("\n")}`;
}
