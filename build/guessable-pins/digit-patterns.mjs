const digits = [..."0123456789"];

/** The digits in counting order, and in the order of a keyboard's top row. */
const rows = ["0123456789", "1234567890"];
const ROUND_THE_END = "7890123";

/** Two digits twice (4747), and each of two digits twice (4477). */
export function pairs() {
  return twoDigits().flatMap(([a, b]) => [a + b + a + b, a + a + b + b]);
}

/** Palindromes (4774). */
export function mirrored() {
  return twoDigits().map(([a, b]) => a + b + b + a);
}

function twoDigits() {
  return digits.flatMap((a) => digits.map((b) => /** @type {const} */ ([a, b])));
}

/** Equal steps along a row, forwards and backwards (1357, 8642), and counting on past the end (8901). */
export function steps() {
  const alongRows = rows.flatMap((row) => [1, 2, 3].flatMap((step) => stretches(row, step)));
  return bothWays([...alongRows, ...stretches(ROUND_THE_END, 1)]);
}

/** Every four digits of a row that are `step` apart. @param {string} row @param {number} step */
function stretches(row, step) {
  const from = (/** @type {number} */ start) => [0, 1, 2, 3].map((i) => row[start + i * step] ?? "").join("");
  return [...row].map((_, start) => from(start)).filter((pin) => pin.length === 4);
}

/** The first digits of numbers learnt at school (3141 is pi), and four-digit powers of two. */
export function wellKnownNumbers() {
  const constants = [Math.PI, Math.E, Math.SQRT2, (1 + Math.sqrt(5)) / 2];
  const powers = [10, 11, 12, 13].map((exponent) => String(2 ** exponent));
  return [...constants.map((number) => String(Math.trunc(number * 1000))), ...powers];
}

/** PINs, forwards and backwards. @param {readonly string[]} pins */
export function bothWays(pins) {
  return [...pins, ...pins.map((pin) => [...pin].reverse().join(""))];
}
