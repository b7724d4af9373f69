import type { SecretBytes } from "./secret-bytes.ts";

/** Paints an entry over its field, in the page's colours. The field and the canvas are in one element of this class. */
export type PaintSecret = (canvas: HTMLCanvasElement, secret: SecretBytes) => void;

export const AROUND_PAINTED = "painted-over";

/** As a part of the slot's or the line's height. */
const SIZE_IN_SLOT = 0.5;
const SIZE_IN_LINE = 0.75;
/** A fixed-width font's character is 0.6 of its size wide, so that its place needs no measuring, which would need a text. */
const WIDTH_OF_CHARACTER = 0.6;
const SPACE = 0x20;
/** Stands for a space, which could not be seen, and is no character of a passcode. */
const SPACE_SHOWN = "\u00b7";

/** One digit in the middle of each slot. */
export const paintInSlots: PaintSecret = (canvas, secret) => {
  const slots = canvas.closest(`.${AROUND_PAINTED}`)?.querySelector(".slots");
  if (!slots) return;
  const context = cover(canvas, slots);
  if (context === null) return;
  const whole = slots.getBoundingClientRect();
  const style = getComputedStyle(slots);
  secret.read((digits) => {
    [...slots.children].slice(0, digits.length).forEach((slot, at) => {
      const { left, width, height } = slot.getBoundingClientRect();
      const x = left - whole.left;
      context.fillStyle = getComputedStyle(slot).backgroundColor;
      context.fillRect(x + 2, 2, width - 4, height - 4);
      context.fillStyle = style.color;
      context.font = `600 ${height * SIZE_IN_SLOT}px ${style.fontFamily}`;
      context.fillText(String.fromCharCode(digits[at] ?? 0), x + width / 2, height / 2);
    });
    return null;
  });
};

/** Characters of one width over the input, on two lines where one has no room for them. */
export const paintInField: PaintSecret = (canvas, secret) => {
  const input = canvas.closest(`.${AROUND_PAINTED}`)?.querySelector("input");
  if (!input) return;
  const context = cover(canvas, input);
  if (context === null) return;
  const { width, height } = input.getBoundingClientRect();
  const style = getComputedStyle(input);
  const usual = Number.parseFloat(style.fontSize);
  const inset = Number.parseFloat(style.paddingInlineStart);
  const room = width - 2 * inset;
  secret.read((characters) => {
    const lines = characters.length * usual * WIDTH_OF_CHARACTER > room ? 2 : 1;
    const perLine = Math.ceil(characters.length / lines);
    const lineHeight = (height - 4) / lines;
    const size = Math.min(usual, lineHeight * SIZE_IN_LINE, room / perLine / WIDTH_OF_CHARACTER);
    context.fillStyle = style.backgroundColor;
    context.fillRect(inset - 2, 2, room + 4, height - 4); // within the round corners
    context.fillStyle = style.color;
    context.font = `${size}px monospace`;
    characters.forEach((byte, at) => {
      const x = inset + ((at % perLine) + 0.5) * size * WIDTH_OF_CHARACTER;
      const y = 2 + (Math.floor(at / perLine) + 0.5) * lineHeight;
      context.fillText(byte === SPACE ? SPACE_SHOWN : String.fromCharCode(byte), x, y);
    });
    return null;
  });
};

/** Resizing blanks a canvas and frees its old pixels. */
export function wipePainted(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Gives the canvas the size of what it covers, in the screen's own points. */
function cover(canvas: HTMLCanvasElement, covered: Element): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d");
  if (context === null) return null;
  const { width, height } = covered.getBoundingClientRect();
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.width = `${width}px`;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.textAlign = "center";
  context.textBaseline = "middle";
  return context;
}
