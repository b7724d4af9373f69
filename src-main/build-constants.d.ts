// Inserted at build time (electron.vite.config.ts), so a release does not contain development code.

/** True in builds for cardholders: no demonstration sign-in, no address from the command line, one https backend. */
declare const __RELEASE__: boolean;
/** What a release takes besides accepted-switches.ts: nothing, but in the copy that tests drive (docs/testing.md#a-release-under-test). */
declare const __SWITCHES_OF_TESTS__: readonly string[];
/** The oldest Electron with which a release starts, e.g. `45.0.0` (build/electron-floor.ts). */
declare const __ELECTRON_FLOOR__: string;
/** SHA-256 of keytar's native library in hex, by platform and architecture, e.g. `linux-x64` (build/keychain-library.ts). */
declare const __KEYCHAIN_LIBRARY__: Readonly<Record<string, string>>;
/** Whether this build can use tokens: the profile has modules for them, or it is a development build (docs/hardware-key.md). */
declare const __HARDWARE_KEY__: boolean;
/** The profile's modules, by Node's name of the system. */
declare const __TOKEN_MODULES__: Readonly<Record<string, readonly import("./token/token-modules.ts").TokenModule[]>>;
/** SHA-256 of koffi's native library in hex, by platform and architecture (build/token-library.ts). */
declare const __TOKEN_LIBRARY__: Readonly<Record<string, string>>;
/** The partner backend's origin in a release; empty otherwise. */
declare const __BACKEND_ORIGIN__: string;
/** Of which the backend's certificates must have one in a release; empty without pins. */
declare const __BACKEND_PINS__: readonly string[];
/** How long one call to the backend may take in all, in milliseconds. Longer than the backend gives Solaris. */
declare const __CALL_TIMEOUT_MS__: number;
declare const __PRODUCT_NAME__: string;
/** How cardholders sign in; null in a development build, which is told by `--sign-in=`. */
declare const __SIGN_IN__: import("./sign-in/browser/sign-in-profile.ts").SignInProfile | null;
/** Where newer versions are; null in a development build, which is told by `--updates=`, and where the profile names none. */
declare const __UPDATES__: import("./updates/update-profile.ts").UpdateProfile | null;
/** The vendor's script that makes device data, beside main; null where the profile names none. */
declare const __DEVICE_DATA__: import("./device-data/device-data-profile.ts").DeviceDataProfile | null;
/** How cardholders reach the partner. */
declare const __CONTACTS__: import("./bridge/bank-contacts.ts").ContactsOfProfile;
/** The partner's colours, for the pages that the browser shows. */
declare const __COLOURS__: import("./sign-in/browser/callback-page.ts").PageLook["colours"];
/** What the partner's profile decides about entering a PIN. */
declare const __POLICY__: import("../src-contract/rules/entry-policy.ts").EntryPolicy;
/** The window's URL under `npm run dev`; empty in every build. */
declare const __DEVELOPMENT_SERVER__: string;
