import type { SignInProfile } from "../../src-main/sign-in/browser/sign-in-profile.ts";
import { ProfileError } from "./profile-error.ts";
import type { Profile } from "./read-profile.ts";

/**
 * How cardholders sign in at a release, which has no other way.
 * @param file the profile's, for the message
 * @throws ProfileError
 */
export function signInOfRelease({ signIn }: Pick<Profile, "signIn">, file: string): SignInProfile {
  if (signIn !== null) return signIn;
  throw new ProfileError(file, [
    'sign_in is missing, so nobody could sign in to a release; expected "sign_in": { "issuer": "https://login.partner.example", "client_id": "cardbound-desktop" }',
  ]);
}
