import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { opaqueId } from "../../src-contract/api/identifiers.ts";
import { activationLetter, activationLetters, requestLetterRequest } from "../../src-contract/api/letter-schemas.ts";
import { routes } from "../../src-contract/api/routes.ts";
import type { DeviceDependencies } from "../devices/device-routes.ts";
import { type App, customerOf } from "../http/fastify-app.ts";
import { forCustomers, fromSolaris, problemAnswers } from "../http/problem-answers.ts";
import { requireLetters } from "../policy/partner-policy.ts";
import { SolarisUnclear } from "../solaris/solaris-failure.ts";
import { cancelLetter, listLetters, requestLetter } from "./activation-letters.ts";

const security = [{ customer: [] }];
const onlyWhereOffered = "Exists where `activation_letters` of the policy is true.";

/** Adds the routes for letters with activation codes (docs/solaris-api.md §6.6): list, request, cancel. */
export function addLetterRoutes(
  app: App,
  {
    openSolaris,
    policy,
    limits,
    now,
    stepUp,
  }: Pick<DeviceDependencies, "openSolaris" | "policy" | "limits" | "now" | "stepUp">,
): void {
  const whereOffered = async () => requireLetters(policy);

  app.get(
    routes.activationLetters,
    {
      schema: {
        operationId: "list_activation_letters",
        summary: "The customer's letters whose activation code counts",
        description: onlyWhereOffered,
        security,
        response: { 200: activationLetters, ...problemAnswers(forCustomers, "ERR_OPERATION_UNKNOWN", fromSolaris) },
      },
      onRequest: whereOffered,
    },
    async (request) => {
      const wait = await limits.waitForLetter(request);
      const { letters, leftOut } = await listLetters(openSolaris(), customerOf(request), now);
      return { letters: [...letters], left_out: leftOut, wait_seconds: wait };
    },
  );

  app.post(
    routes.activationLetters,
    {
      schema: {
        operationId: "request_activation_letter",
        summary: "Have Solaris send the customer a letter with an activation code",
        description: `${onlyWhereOffered} May need a newer or stronger sign-in, as \`sign_in_again\` of \`/v1/me\` says. Each request that may have reached Solaris counts for the limit, also one that is refused because there is a code.`,
        security,
        body: requestLetterRequest,
        response: {
          201: activationLetter,
          ...problemAnswers(
            forCustomers,
            ["ERR_INVALID_REQUEST", "ERR_NOT_FOUND", "ERR_ACTIVATION_CODE_EXISTS"],
            ["ERR_SIGN_IN_AGAIN", "ERR_NOT_RECORDED"],
            fromSolaris,
          ),
        },
      },
      onRequest: [whereOffered, async (request: FastifyRequest) => stepUp.require(request)],
    },
    async (request, reply) => {
      await limits.count(request, ["letter"]);
      const letter = await requestLetter(openSolaris(), customerOf(request), request.body).catch(async (error) => {
        // Else a quarter of an hour without Solaris would be a week without a letter.
        if (error instanceof SolarisUnclear && !error.wasSent) await limits.takeBack(request, "letter");
        throw error;
      });
      return reply.code(201).send(letter);
    },
  );

  app.delete(
    routes.activationLetter,
    {
      schema: {
        operationId: "cancel_activation_letter",
        summary: "End a letter's code",
        description: onlyWhereOffered,
        security,
        params: z.object({ letter_id: opaqueId }),
        response: {
          204: z.null().describe("Done."),
          ...problemAnswers(forCustomers, "ERR_INVALID_REQUEST", "ERR_NOT_FOUND", fromSolaris),
        },
      },
      onRequest: whereOffered,
    },
    async (request, reply) => {
      await cancelLetter(openSolaris(), customerOf(request), request.params.letter_id, now);
      return reply.code(204).send(null);
    },
  );
}
