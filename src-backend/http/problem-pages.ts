import { z } from "zod";
import { routes } from "../../src-contract/api/routes.ts";
import { errorCatalogue } from "../../src-contract/errors/error-catalogue.ts";
import { errorMeaning, isProblemCode, type ProblemCode, problemCodes } from "../../src-contract/errors/error-codes.ts";
import type { ErrorMeaning } from "../../src-contract/errors/error-entry.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { problemType } from "../../src-contract/errors/problem-type.ts";
import type { App } from "./fastify-app.ts";
import { problemAnswers } from "./problem-answers.ts";
import { ProblemError } from "./problem-error.ts";

const canRetrySucceed: Record<ErrorMeaning["retry"], string> = {
  "at-once": "Yes, at once.",
  later: "Yes, in a few minutes; earlier does no harm.",
  "after-wait": "Yes, after <code>retry_after_seconds</code>; until then it is refused.",
  "after-change": "Yes, once something else was entered or done.",
  no: "No, it would end the same way.",
};

const isPinChanged: Record<ErrorMeaning["pinChange"], string> = {
  "not-changed": "No. The PIN is as before.",
  unknown: "This answer does not say. Ask <code>settle_pin_change</code> about the change.",
  none: "It does not occur during a PIN change.",
};

const html = { "200": { description: "The page.", content: { "text/html": { schema: z.string() } } } };

/** Adds a page for each problem, where its type leads to (RFC 9457 §3.1.1), and their list. They need no sign-in. */
export function addProblemPages(app: App): void {
  const list = page("Problems", `<ul>${problemCodes.map(listed).join("")}</ul>`);
  app.get(
    routes.problems,
    {
      schema: {
        operationId: "list_problems",
        summary: "All problems, as a page",
        response: { ...html, ...problemAnswers() },
      },
    },
    async (_request, reply) => reply.headers(headers).serializer(String).send(list),
  );
  app.get(
    routes.problem,
    {
      schema: {
        operationId: "get_problem",
        summary: "What a problem means, as a page: where its `type` leads to",
        params: z.object({ code: z.string().max(80).describe("The problem's `code`.") }),
        response: { ...html, ...problemAnswers("ERR_OPERATION_UNKNOWN") },
      },
    },
    async (request, reply) => {
      const { code } = request.params;
      if (!isProblemCode(code)) throw new ProblemError("ERR_OPERATION_UNKNOWN");
      return reply.headers(headers).serializer(String).send(pageOf(code));
    },
  );
}

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

function listed(code: ProblemCode): string {
  const { status, title } = httpAnswer(code);
  return `<li><a href="${problemType(code)}">${code}</a>: ${status}. ${title}</li>`;
}

function pageOf(code: ProblemCode): string {
  const { status, title } = httpAnswer(code);
  const { fromSolaris } = errorCatalogue[code].http;
  const { retry, pinChange } = errorMeaning(code);
  const rows = [
    ["HTTP status", String(status)],
    ["Can the same request succeed?", canRetrySucceed[retry]],
    ["Was a card PIN changed?", isPinChanged[pinChange]],
    ["Solaris' error id", fromSolaris ? "Can be in <code>solaris_error_id</code>, for Solaris' support." : "None."],
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("");
  return page(code, `<p>${title}</p><dl>${list}</dl><p><a href="${routes.problems}">All problems</a></p>`);
}

/** Only words of the catalogue and of this file get here: there is nothing to escape. */
function page(title: string, content: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`;
  return `<!doctype html><html lang="en">${head}<title>${title}</title><h1>${title}</h1>${content}</html>\n`;
}
