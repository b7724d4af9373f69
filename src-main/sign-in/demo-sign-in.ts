import { type DemoSignInResponse, demoCustomers } from "../../src-contract/api/customer-schemas.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { demoSignInAnswer } from "../backend/backend-answers.ts";
import { call, type Fetch } from "../backend/http-call.ts";

/** Signing in by name, at a backend that runs with demonstration customers. Not part of a release. */
export interface DemoSignIn {
  listNames(): Promise<readonly string[]>;
  signIn(name: string): Promise<DemoSignInResponse>;
}

export function createDemoSignIn(connection: { origin: string; timeoutMs: number; fetch: Fetch }): DemoSignIn {
  const { origin, timeoutMs, fetch } = connection;
  return {
    async listNames() {
      const url = origin + demoRoutes.customers;
      const answer = await call(fetch, timeoutMs, { method: "GET", url, token: null, answer: demoCustomers });
      return answer.customers.map(({ name }) => name);
    },
    signIn: (name) =>
      call(fetch, timeoutMs, {
        method: "POST",
        url: origin + demoRoutes.signIn,
        token: null,
        body: { name },
        answer: demoSignInAnswer,
      }),
  };
}
