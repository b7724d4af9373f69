import { formatTime } from "../clock.ts";
import { findPerson } from "../people/person.ts";
import type { World } from "../world.ts";
import { counts } from "./activation-code.ts";

/** A letter with an activation code. Until it has arrived nobody sees its code. */
export type Letter = {
  readonly challenge_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly sent_at: string;
  readonly arrives_at: string;
  /** Null while it is on its way. */
  readonly code: string | null;
  /** Whether the code still counts. */
  readonly counts: boolean;
  readonly expires_at: string;
};

/** The one letter box of all demonstration people, newest first. */
export function listLetters(world: World): Letter[] {
  const letters = [...world.activationCodes.values()].map((activation): Letter => {
    return {
      challenge_id: activation.id,
      person_id: activation.personId,
      person_name: findPerson(world.people, activation.personId)?.name ?? "",
      sent_at: formatTime(activation.createdAt),
      arrives_at: formatTime(activation.arrivesAt),
      code: activation.arrivesAt <= world.clock.now() ? activation.code : null,
      counts: counts(activation, world.clock),
      expires_at: formatTime(activation.expiresAt),
    };
  });
  return letters.reverse();
}
