import { errorCatalogue } from "../../src-contract/errors/error-catalogue.ts";
import {
  type ErrorCode,
  errorCodes,
  errorMeaning,
  isProblemCode,
  type ProblemCode,
  problemCodes,
  saidAs,
} from "../../src-contract/errors/error-codes.ts";
import type { ErrorMeaning } from "../../src-contract/errors/error-entry.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { errors } from "../../src-renderer/words/en/errors.ts";
import { outcome } from "../../src-renderer/words/en/pin-change.ts";
import { tokenErrors } from "../../src-renderer/words/en/token.ts";

/** The document's path from the project's folder. */
export const errorsDocumentFile = "docs/errors.md";

const chapters: Record<ErrorMeaning["concerns"], string> = {
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

const isPinChanged: Record<ErrorMeaning["pinChange"], string> = {
  "not-changed": "No, the card PIN is as before.",
  unknown: `The screen that shows it says so: “${outcome.refused.title}”, or “${outcome.unknown.title}”.`,
  none: "It does not occur during a PIN change.",
};

const tryAgain: Record<ErrorMeaning["retry"], string> = {
  "at-once": "Yes.",
  later: "Yes, in a few minutes; earlier does no harm.",
  "after-wait": "Yes, but not before the time that the window names: until then it is refused.",
  "after-change": "Yes, once that is done.",
  no: "No, it would end the same way.",
};

/** Writes the error catalogue as a document for support, partners and auditors, in Markdown. */
export function writeErrorsDocument(): string {
  const about = Object.keys(chapters) as ErrorMeaning["concerns"][];
  return `${[introduction, ...about.map(chapter), httpTable()].join("\n\n")}\n`;
}

const introduction = `# Errors

<!-- Made by \`npm run docs\` from src-contract/errors/ and src-renderer/words/en/: change those. -->

Every failure has one of these codes, and the same one everywhere: where the backend reads Solaris' answer, in its ledger, its
logs and what it answers, in the app, and in the window, which shows it below the message, except for an entry that the cardholder
simply corrects. What happened and what to do are the window's own English words. A code stays what it is: support and tests can
rely on it.

Where Solaris named an error, its id stands beside the code as the *reference for support*, and Solaris' support can look it
up. What the partner's backend can answer is at the end, under [HTTP answers](#http-answers).`;

function chapter(concerns: ErrorMeaning["concerns"]): string {
  const codes = errorCodes.filter((code) => errorMeaning(code).concerns === concerns);
  return [`## ${chapters[concerns]}`, ...codes.map(section)].join("\n\n");
}

function section(code: ErrorCode): string {
  const { pinChange, retry } = errorMeaning(code);
  const said = saidAs(code);
  const { what, next } = { ...errors, ...tokenErrors }[said];
  const lines = [
    ...(said === code ? [] : [`To the cardholder this is the same as ${linkTo(said)}.`]),
    `**What happened?** ${what}`,
    `**Is my PIN changed?** ${isPinChanged[pinChange]}`,
    `**What do I do now?** ${next}`,
    `**Try again?** ${tryAgain[retry]}`,
    ...(isProblemCode(code) ? httpLines(code) : []),
  ];
  return [`### ${code}`, lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}

function httpLines(code: ProblemCode): string[] {
  const { status, title } = httpAnswer(code);
  const { fromSolaris } = errorCatalogue[code].http;
  const support = "**Support:** Solaris' error id can come with it.";
  return [...(fromSolaris ? [support] : []), `**HTTP answer:** ${status}: ${title}`];
}

function httpTable(): string {
  const rows = problemCodes.map((code) => {
    const { status, title } = httpAnswer(code);
    const { fromSolaris } = errorCatalogue[code].http;
    const { pinChange, retry } = errorMeaning(code);
    const cells = [linkTo(code), status, title, fromSolaris ? "can be there" : "–", retry, pinChange];
    return `| ${cells.join(" | ")} |`;
  });
  return `## HTTP answers

The partner's backend answers an error as \`application/problem+json\` (RFC 9457): \`type\` is \`/problems/\` and the
code, relative to the backend, which has a page there; \`title\` and \`status\` are as in this table, \`code\` is the code again, and \`detail\`, \`solaris_error_id\` and
\`retry_after_seconds\` are there where there is something to say. [The API's description](api.md) says which route can answer which. A
client goes by \`type\`: a gateway in front of the backend can answer a \`code\` of its own. A code that a client does not know is
a later backend's; then the status says whether it is a refusal.

\`retry\` and \`PIN\` are what the app makes of it: whether the same can succeed, and what it says of a card PIN that is being
changed.

| code | status | title | \`solaris_error_id\` | retry | PIN |
|---|---|---|---|---|---|
${rows.join("\n")}`;
}

function linkTo(code: ErrorCode): string {
  return `[${code}](#${code.toLowerCase()})`;
}
