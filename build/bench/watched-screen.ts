import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startVirtualDisplay } from "../desktop/virtual-display.mjs";

/** Every how many milliseconds the picture is looked at, and every which of its lines: less than a hundredth of a core. */
const LOOK_EVERY_MS = 4;
const LINES_APART = 8;
/** How long a picture has to stay before it counts as the last one. */
const RESTS_MS = 1500;
/**
 * A window that is shown before its page is drawn is of one colour on the display's: letters alone bring more. Where many programs wait for a
 * core, it can stay like that for longer than RESTS_MS.
 */
const COLOURS_OF_LETTERS = 8;
/** Of what is looked at, so much may differ from the last picture: a caret, the pointer. */
const DIFFERS_BY = 0.001;
const GIVES_UP_AFTER_MS = 180_000;

/** A virtual display of which every pixel can be seen. */
export interface WatchedScreen {
  readonly env: Readonly<Record<"DISPLAY" | "XAUTHORITY", string>>;
  /**
   * Watches until the picture has changed, has letters in it, and has come to rest.
   * @returns when it became what it then was, as `performance.now()` says it
   * @throws Error if nothing is drawn, or it never rests, for three minutes
   */
  readonly lastChange: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a display whose picture is read from its file, so that what is watched has no part in it: no driver, no debugger, and
 * no script of ours in its page.
 * @param folder private, for cookie and picture
 */
export async function startWatchedScreen(folder: string): Promise<WatchedScreen> {
  const display = await startVirtualDisplay(folder, ["-fbdir", folder]);
  const picture = openPicture(path.join(folder, "Xvfb_screen0"));
  return {
    env: display.env,
    async lastChange() {
      const first = picture.look();
      const changes: { at: number; look: Buffer }[] = [];
      const begun = performance.now();
      let isDrawn = false;
      for (let last = first; ; ) {
        await pause(LOOK_EVERY_MS);
        const look = picture.look();
        const at = performance.now();
        if (!look.equals(last)) {
          changes.push({ at, look });
          isDrawn = hasLetters(look);
        }
        last = look;
        if (isDrawn && at - (changes.at(-1)?.at ?? at) > RESTS_MS) break;
        if (at - begun > GIVES_UP_AFTER_MS) throw new Error("The display has not come to rest within three minutes.");
      }
      const end = changes.at(-1)?.look ?? first;
      const like = changes.findLastIndex(({ look }) => differing(look, end) > DIFFERS_BY) + 1;
      return (changes[like] ?? changes.at(-1))?.at ?? Number.NaN;
    },
    async close() {
      picture.close();
      await display.close();
    },
  };
}

/** The file of `Xvfb -fbdir`: an XWD header (X11/XWDFile.h) of 32-bit big-endian numbers, the colours, and the lines. */
function openPicture(file: string): { readonly look: () => Buffer; readonly close: () => void } {
  const fd = openSync(file, "r");
  const header = Buffer.alloc(100);
  readSync(fd, header, 0, header.length, 0);
  const field = (place: number) => header.readUInt32BE(place * 4);
  const begin = field(0) + field(19) * 12; // header_size, ncolors
  const height = field(5);
  const bytesPerLine = field(12);
  const lines = Math.floor(height / LINES_APART);
  return {
    look() {
      const seen = Buffer.allocUnsafe(lines * bytesPerLine);
      for (let line = 0; line < lines; line += 1)
        readSync(fd, seen, line * bytesPerLine, bytesPerLine, begin + line * LINES_APART * bytesPerLine);
      return seen;
    },
    close: () => closeSync(fd),
  };
}

function hasLetters(look: Buffer): boolean {
  const colours = new Set<number>();
  for (let place = 0; place < look.length && colours.size < COLOURS_OF_LETTERS; place += 4)
    colours.add(look.readInt32LE(place));
  return colours.size >= COLOURS_OF_LETTERS;
}

/** Which part of two pictures of one size differs. */
function differing(one: Buffer, other: Buffer): number {
  let count = 0;
  for (let place = 0; place < one.length; place += 4)
    if (one.readInt32LE(place) !== other.readInt32LE(place)) count += 1;
  return (count * 4) / one.length;
}
