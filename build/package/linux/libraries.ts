/**
 * What Electron and keytar load from the system: the library's name, and Debian's package for it. Debian 13 and Ubuntu 24.04 renamed some
 * (64-bit times), so there are two names. rpm systems know packages by the library's name itself.
 * A package is not made if its Electron wants one that is not here (elf-needed.ts).
 */
export const systemLibraries: Readonly<Record<string, string>> = {
  "libX11.so.6": "libx11-6",
  "libXcomposite.so.1": "libxcomposite1",
  "libXdamage.so.1": "libxdamage1",
  "libXext.so.6": "libxext6",
  "libXfixes.so.3": "libxfixes3",
  "libXrandr.so.2": "libxrandr2",
  "libasound.so.2": "libasound2t64 | libasound2",
  "libatk-1.0.so.0": "libatk1.0-0t64 | libatk1.0-0",
  "libatk-bridge-2.0.so.0": "libatk-bridge2.0-0t64 | libatk-bridge2.0-0",
  "libatspi.so.0": "libatspi2.0-0t64 | libatspi2.0-0",
  "libcairo.so.2": "libcairo2",
  "libcups.so.2": "libcups2t64 | libcups2",
  "libdbus-1.so.3": "libdbus-1-3",
  "libdrm.so.2": "libdrm2",
  "libexpat.so.1": "libexpat1",
  "libgbm.so.1": "libgbm1",
  "libgio-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
  "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
  "libgobject-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
  "libgtk-3.so.0": "libgtk-3-0t64 | libgtk-3-0",
  "libnspr4.so": "libnspr4",
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libpango-1.0.so.0": "libpango-1.0-0",
  "libsecret-1.so.0": "libsecret-1-0",
  "libsmime3.so": "libnss3",
  "libstdc++.so.6": "libstdc++6",
  "libudev.so.1": "libudev1",
  "libxcb.so.1": "libxcb1",
  "libxkbcommon.so.0": "libxkbcommon0",
  "libgcc_s.so.1": "libgcc-s1",
  "libc.so.6": "libc6",
};

/** Parts of glibc, which come with libc.so.6. */
export const partsOfLibc = [
  "ld-linux-x86-64.so.2",
  "ld-linux-aarch64.so.1",
  "libdl.so.2",
  "libm.so.6",
  "libpthread.so.0",
];

/** `Depends:` of a .deb. `xdg-open` opens the browser in which people sign in. */
export function debianDependencies(): string[] {
  return [...new Set([...Object.values(systemLibraries), "xdg-utils"])].sort();
}

/** `Requires:` of an .rpm, whose distributions call their packages by different names. */
export function rpmDependencies(): string[] {
  return [...Object.keys(systemLibraries).map((library) => `${library}()(64bit)`), "xdg-utils"].sort();
}
