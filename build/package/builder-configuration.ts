import path from "node:path";
import type { Configuration } from "electron-builder";
import { languages } from "../../src-contract/rules/languages.ts";
import { root } from "../paths.mjs";
import { signWithModules } from "./macos/sign-with-modules.ts";
import type { PackageIdentity } from "./package-identity.ts";

/** The places that a configuration speaks of. */
interface Places {
  /** What becomes the archive (stage-app.ts). */
  readonly app: string;
  /** The list of licences. */
  readonly licences: string;
  /** Electron's own files, and their version. */
  readonly electron: { readonly folder: string; readonly version: string };
  /** What comes of it. */
  readonly output: string;
}

/** Chromium's texts for the languages of the window, and for English as each system names it. */
const locales = [...new Set(["en", "en-US", "en-GB", ...languages])];

/**
 * What electron-builder makes the application of. The `.deb`, `.rpm` and `.tar.gz` are ours (docs/releasing.md); Windows and macOS get their
 * installers from electron-builder.
 * @param afterPack finishes the application before it is signed
 * @param kind `usesTokens`: whether its profile has modules for tokens, which macOS loads only where that is allowed
 */
export function builderConfiguration(
  identity: PackageIdentity,
  { app, licences, electron, output }: Places,
  afterPack: NonNullable<Exclude<Configuration["afterPack"], string>>,
  { forTests, usesTokens }: { readonly forTests: boolean; readonly usesTokens: boolean },
) {
  const icon = (name: string) => path.join(identity.icons, name);
  return {
    appId: identity.id,
    productName: identity.productName,
    copyright: identity.maintainer.replace(/ <.*/, ""),
    directories: { app, output, buildResources: identity.icons },
    electronVersion: electron.version,
    electronDist: electron.folder,
    electronLanguages: locales,
    // What of node_modules is shipped is in the staged app already, and is to be taken as it is: it would look for more, in the whole clone.
    npmRebuild: true,
    beforeBuild: async () => false,
    asar: { smartUnpack: false },
    // Native code cannot be loaded out of an archive.
    asarUnpack: ["node_modules/keytar/prebuilds/*/keytar.node", "node_modules/@koromix/*/*/koffi.node"],
    // The second, because the builder leaves that folder out of the first.
    files: ["**/*", { from: path.join(app, "node_modules"), to: "node_modules", filter: ["**/*"] }],
    extraFiles: [{ from: licences, to: path.basename(licences) }],
    artifactName: `${identity.name}-${identity.version}-\${os}-\${arch}.\${ext}`,
    afterPack,
    linux: { executableName: identity.name, category: "Office" },
    win: {
      target: ["nsis"],
      icon: icon("icon.ico"),
      executableName: identity.name,
      requestedExecutionLevel: "asInvoker",
    },
    nsis: {
      oneClick: true,
      perMachine: false, // no administrator is needed
      deleteAppDataOnUninstall: false, // an update uninstalls too
      createDesktopShortcut: false,
      differentialPackage: false,
    },
    mac: {
      target: ["dmg", "zip"],
      icon: icon("icon.icns"),
      category: "public.app-category.finance",
      hardenedRuntime: true,
      // The native libraries are signed before the build, which has their hashes (docs/releasing.md#signing).
      signIgnore: ["/(?:keytar|koffi)\\.node$"],
      ...(usesTokens && { sign: signWithModules }),
      gatekeeperAssess: false,
      entitlements: path.join(root, "build/package/macos/entitlements.plist"),
      entitlementsInherit: path.join(root, "build/package/macos/entitlements.plist"),
      // Electron's own Info.plist asks for these; the app uses none.
      extendInfo: {
        NSBluetoothAlwaysUsageDescription: null,
        NSBluetoothPeripheralUsageDescription: null,
        NSCameraUsageDescription: null,
        NSMicrophoneUsageDescription: null,
        NSAudioCaptureUsageDescription: null,
      },
    },
    dmg: { writeUpdateInfo: false },
    publish: null,
    forceCodeSigning: !forTests, // people's systems warn of a program that nobody has signed for; has no meaning on Linux
  } satisfies Configuration;
}
