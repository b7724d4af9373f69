// Identifies the persons of tokens without a backend around it, and hears what is logged.
import type { LogEvent } from "../../src-backend/server-log.ts";
import { createIdentifyPerson, type PersonConfig } from "../../src-backend/sign-in/identify-person.ts";

export const secrets = { current: "the-first-secret-of-the-ids-in-rows" };
export const ada = "p-adacper";
export const token = (subject: string, claims: Record<string, unknown> = {}) => ({
  subject,
  claims: { sub: subject, ...claims },
});

export function setUpIdentify(config: Partial<PersonConfig>) {
  const events: LogEvent[] = [];
  let time = 0;
  const identify = createIdentifyPerson(
    { nameClaim: "name", ...config },
    secrets,
    (event) => events.push(event),
    () => time,
  );
  /** The person's id, or the code of the refusal. */
  const who = (subject: string, claims: Record<string, unknown> = {}) =>
    identify(token(subject, claims)).then(
      ({ personId }) => personId,
      ({ code }: { code: string }) => code,
    );
  const pass = (ms: number) => {
    time += ms;
  };
  return { events, identify, who, pass };
}
