import type { ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { type DescribedOperation, describedOperations } from "./described-operations.ts";
import { describeProblem } from "./problem-error.ts";

/** What is needed of an OpenAPI document here, as JSON. */
export interface OpenApiDocument {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, unknown>>;
}
export interface Operation {
  readonly operationId: string;
  tags?: string[];
  security?: object[];
  readonly requestBody?: { required?: boolean; readonly content: Record<string, Content> };
  readonly responses: Record<string, Answer>;
}
interface Answer {
  description: string;
  headers?: Record<string, object>;
  readonly content?: Record<string, Content>;
}
interface Content {
  readonly schema: {
    readonly allOf?: readonly { readonly properties?: { readonly code?: { readonly enum: string[] } } }[];
  };
  examples?: object;
}

const exampleId = "c9e1a0d4-5b7f-4c3a-9d2e-8f6b1a0c4e7d";
const text = { type: "string" };
/** Fastify's transformer for zod leaves headers out. */
const headers = {
  CacheControl: {
    description: "Always `no-store`: nothing on the way may keep cards, devices or their absence.",
    schema: { type: "string", const: "no-store" },
  },
  RetryAfter: {
    description:
      "In seconds (RFC 9110 §10.2.3), where it is known: as `retry_after_seconds`, before which a request is refused, or of `ERR_NOT_RECORDED` a guess at when its database is there again.",
    schema: { type: "integer", minimum: 0 },
  },
  XRequestId: {
    description: "Of this one request, made by the backend: also in a problem's `instance`, and in the backend's log.",
    schema: { type: "string", format: "uuid" },
  },
  WwwAuthenticate: {
    description:
      "How to sign in (`DPoP`, `Bearer`; RFC 9110 §11.6.1), and in `error` what was wrong with the token or its proof. Where a step needs another sign-in, `acr_values` and `max_age` say which (RFC 9470).",
    schema: text,
  },
};

/** The problems that can say when to try again. */
const mayTryAgain: readonly string[] = [
  "ERR_TOO_MANY_REQUESTS",
  "ERR_SOLARIS_UNAVAILABLE",
  "ERR_PIN_CHANGE_IN_PROGRESS",
] satisfies ProblemCode[];

/** Completes every operation: its tag, headers, what a success means, and examples of all that is sent. */
export function describeAnswers(document: OpenApiDocument): void {
  const used = new Set<ProblemCode>();
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    const described: DescribedOperation | undefined =
      describedOperations[operation.operationId as keyof typeof describedOperations];
    if (described === undefined) throw new Error(`an operation that nobody describes: ${operation.operationId}`);
    operation.tags = [described.tag];
    // Says so, because the document could have a default; openapi-sign-in.ts has replaced those of customers' routes.
    operation.security ??= [];
    addExamples(operation.requestBody?.content, described.requests);
    for (const [status, answer] of Object.entries(operation.responses)) {
      answer.headers = headersOf(status, answer);
      if (status.startsWith("2")) {
        answer.description = described.success;
        addExamples(answer.content, described.answers);
        continue;
      }
      const codes = codesOf(answer) as ProblemCode[];
      for (const code of codes) used.add(code);
      const references = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
      Object.assign(answer.content?.["application/problem+json"] ?? {}, { examples: Object.fromEntries(references) });
    }
  }
  document.components.headers = headers;
  const examples = [...used].map((code) => [code, { summary: httpAnswer(code).title, value: exampleOf(code) }]);
  document.components.examples = Object.fromEntries(examples);
}

function codesOf({ content }: Answer): readonly string[] {
  const parts = content?.["application/problem+json"]?.schema.allOf ?? [];
  return parts.flatMap(({ properties }) => properties?.code?.enum ?? []);
}

function headersOf(status: string, answer: Answer): Record<string, object> {
  const reference = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });
  const canWait = codesOf(answer).some((code) => mayTryAgain.includes(code) || code === "ERR_NOT_RECORDED");
  return {
    "Cache-Control": reference("CacheControl"),
    "X-Request-Id": reference("XRequestId"),
    ...(canWait && { "Retry-After": reference("RetryAfter") }),
    ...(status === "401" && { "WWW-Authenticate": reference("WwwAuthenticate") }),
  };
}

function addExamples(content: Record<string, Content> | undefined, examples: DescribedOperation["answers"]): void {
  if (content?.["application/json"] === undefined || examples === undefined) return;
  const named = Object.entries(examples).map(([name, value]) => [
    name.replaceAll(/[ ,]+/g, "-"),
    { summary: name, value },
  ]);
  content["application/json"].examples = Object.fromEntries(named);
}

function exampleOf(code: ProblemCode): object {
  return describeProblem(code, exampleId, mayTryAgain.includes(code) ? { retryAfterSeconds: 30 } : {});
}
