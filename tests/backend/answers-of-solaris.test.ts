// The table status × body × operation: what the backend makes of each answer is what the answer bears, and no more.
import { describe, expect, it } from "vitest";
import { runs } from "../long-form.ts";
import { faultOf } from "./answer-judge.ts";
import { type AskedFor, asks } from "./answer-oracle.ts";
import { bodiesFor, coreBodiesFor, endless, saysStatus, statuses } from "./strict-answers.ts";
import type { Said } from "./strict-solaris.ts";
import { askFor, setUpStrict, type World } from "./strict-steps.ts";

type Named = readonly [name: string, said: Said];
const timeout = runs(120_000, 600_000);

/** The operations for which every pair of status and core body is tried. */
const triedWithEveryPair = runs<readonly AskedFor[]>([], ["pin_update", "confirm_with_tan", "verify_challenge"]);
/** Those for which, beside them, every body is tried; of the others only the statuses in a body, of which each has its own. */
const triedWithEveryBody = runs<readonly AskedFor[]>(["pin_update", "confirm_with_tan"], asks);

/** No more than there are operations: then each pair and each body has its turn at one of them. */
const PARTS = 16;

/** Every `parts`-th, from another one on for each operation: among all of them each has its turn. */
function isTurnOf(asked: AskedFor, index: number, parts: number): boolean {
  return (index + asks.indexOf(asked)) % parts === 0;
}

/** The statuses with which every body is tried: a success, and the refusals where they are told apart. */
function statusesFor(asked: AskedFor): readonly number[] {
  if (asked === "pin_update") return [200, 403, 404];
  const isAlike = asked.endsWith("signature") || asked.startsWith("list_") || asked === "pin_key";
  return isAlike ? [200] : [200, 403];
}

async function faultsOf(world: World, asked: AskedFor, answers: readonly Named[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, said] of answers) {
    const fault = faultOf(asked, said, await askFor(world, asked, said));
    if (fault !== undefined) faults.push(`${said.status} with ${name}: ${fault}`);
  }
  return faults;
}

describe.each(asks)("an answer to %s is taken for what it bears", (asked) => {
  it("with each status", { timeout }, async () => {
    const pairs = statuses.flatMap((status, index) =>
      Object.entries(coreBodiesFor(asked, status))
        .filter(
          (_, other) =>
            triedWithEveryPair.includes(asked) || isTurnOf(asked, index + other, asked === "pin_update" ? 2 : PARTS),
        )
        .map(([name, part]): Named => {
          const isElsewhere = status >= 300 && status < 400;
          return [name, { status, ...part, headers: { ...part.headers, ...(isElsewhere && { location: "/v1/x" }) } }];
        }),
    );
    expect(await faultsOf(await setUpStrict(), asked, pairs)).toEqual([]);
  });

  it.each(statusesFor(asked))("with the bodies of a %d", { timeout }, async (status) => {
    const answers = Object.entries(bodiesFor(asked, status))
      .filter(([name], at) => triedWithEveryBody.includes(asked) || saysStatus(name) || isTurnOf(asked, at, PARTS))
      .map(([name, part]): Named => [name, { status, ...part }]);
    expect(await faultsOf(await setUpStrict(), asked, answers)).toEqual([]);
  });
});

it.each([
  [401, 2],
  [500, 1],
  [200, 1],
])(
  "a 401 about the token whose error says %d arrives %d times: that error may be about what was carried out",
  async (status, times) => {
    const errors = [{ id: "0123456789abcdef", code: "unauthorized", status }];
    const headers = { "content-type": "application/json", "www-authenticate": 'Bearer error="invalid_token"' };
    const said: Said = { status: 401, headers, body: JSON.stringify({ errors }) };
    for (const asked of ["pin_update", "create_device"] as const) {
      expect((await askFor(await setUpStrict(), asked, said)).arrivals, asked).toBe(times);
    }
  },
);

it("an answer that does not end is taken for none", async () => {
  const asked = ["pin_update", "confirm_with_tan", "verify_challenge", "list_devices"] as const;
  const cases = asked.flatMap((one) => endless.map((answer) => ({ one, answer })));
  // Each waits for the same time limit, so they wait together.
  const faults = await Promise.all(
    cases.map(async ({ one, answer }) => faultsOf(await setUpStrict(2500), one, [answer])),
  );
  expect(faults.flat()).toEqual([]);
});
