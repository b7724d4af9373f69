/** What proves whose computer it is: a code by text message, or the one that a letter brings (docs/solaris-api.md §6.6). */
export const challengeTypes = ["sms", "activation_code"] as const;
export type ChallengeType = (typeof challengeTypes)[number];

/** Over what the unrestricted key signs for each of them, hashed once (§5). */
export const signedOfCode: Readonly<Record<ChallengeType, string>> = {
  sms: "the code's ASCII digits",
  // Q23: an inference.
  activation_code: "the code's ASCII letters and digits, exactly as the letter has them",
};
