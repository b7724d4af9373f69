import { type DemoSignInResponse, demoCustomers } from "../../src-contract/api/customer-schemas.ts";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { demoSignInAnswer } from "../backend/backend-answers.ts";
import { call, type Fetch } from "../backend/http-call.ts";

/** Sign-in by name at a backend with demonstration customers. Not part of a release. */
export type DemoSignIn = ReturnType<typeof createDemoSignIn>;

/** Both methods may throw a BackendError. */
export function createDemoSignIn(connection: { origin: string; timeoutMs: number; fetch: Fetch }) {
  const { origin, timeoutMs, fetch } = connection;
  return {
    /** The names that can sign in. */
    async listNames(): Promise<readonly string[]> {
      const url = origin + demoRoutes.customers;
      const answer = await call(fetch, timeoutMs, { method: "GET", url, answer: demoCustomers });
      return answer.customers.map(({ name }) => name);
    },
    /** Signs in the customer with this name. */
    signIn: (name: string): Promise<DemoSignInResponse> =>
      call(fetch, timeoutMs, {
        method: "POST",
        url: origin + demoRoutes.signIn,
        body: { name },
        answer: demoSignInAnswer,
      }),
  };
}
