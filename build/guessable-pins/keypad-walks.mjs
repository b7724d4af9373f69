import { bothWays } from "./digit-patterns.mjs";

/**
 * The keypad of tills, cash machines and telephones. A computer's has 7 8 9 on top, with the same lines, squares and corners
 * mirrored.
 */
const keypad = ["123", "456", "789", " 0 "];
const keys = keypad
  .flatMap((row, y) => [...row].map((digit, x) => ({ digit, x, y })))
  .filter((key) => key.digit !== " ");
const letters = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

const RIGHT = [1, 0];
const DOWN = [0, 1];
const DIAGONALS = [
  [1, 1],
  [-1, 1],
];
const CORNERS = "1379";
const CROSS = "2684";

/** The three keys of a row, column or diagonal, with the lone 0 before or after them (2580, 1470, 0951). */
export function keypadLines() {
  const lines = linesOfThree().filter((line) => !line.includes("0"));
  return bothWays(bothWays(lines).map((line) => `${line}0`));
}

/** Lines of three plus an adjacent key (1236, 1478), the small squares, the large one, and the cross. */
export function keypadShapes() {
  const squares = keys.map(squareFrom).filter((square) => square.length === 4);
  return [...bentLines(), ...[...squares, CROSS].flatMap(roundTrips), ...everyOrder(CORNERS)];
}

/** Words spelled on the keys' letters (love: 5683). @param {readonly string[]} words */
export function spelled(words) {
  const keyOf = (/** @type {string} */ letter) => letters.findIndex((onKey) => onKey.includes(letter));
  return words.map((word) => [...word].map(keyOf).join(""));
}

/** All straight lines of three keys, in one direction. */
function linesOfThree() {
  const lines = keys.flatMap(({ x, y }) =>
    [RIGHT, DOWN, ...DIAGONALS].map(([dx = 0, dy = 0]) => [0, 1, 2].map((i) => keyAt(x + i * dx, y + i * dy)).join("")),
  );
  return lines.filter((line) => line.length === 3);
}

/** A line and an adjacent key, before or after it. */
function bentLines() {
  const bent = bothWays(linesOfThree()).flatMap((line) =>
    keysBeside(line.slice(2))
      .filter((digit) => !line.includes(digit))
      .map((digit) => line + digit),
  );
  return bothWays(bent);
}

/**
 * The four keys that touch, from one to the right and down, in the order of a walk round them (1254).
 * @param {{ x: number, y: number }} key
 */
function squareFrom({ x, y }) {
  return [keyAt(x, y), keyAt(x + 1, y), keyAt(x + 1, y + 1), keyAt(x, y + 1)].join("");
}

/** A walk round four keys, from each of them, in both directions. @param {string} round */
function roundTrips(round) {
  return bothWays([0, 1, 2, 3].map((start) => round.slice(start) + round.slice(0, start)));
}

/** The keys beside, above and below one. @param {string} digit */
function keysBeside(digit) {
  const own = keys.find((key) => key.digit === digit);
  if (own === undefined) return [];
  return keys.filter(({ x, y }) => Math.abs(x - own.x) + Math.abs(y - own.y) === 1).map((key) => key.digit);
}

/** @param {number} x @param {number} y */
function keyAt(x, y) {
  return keys.find((key) => key.x === x && key.y === y)?.digit ?? "";
}

/** @param {string} digits @returns {string[]} */
function everyOrder(digits) {
  if (digits === "") return [""];
  return [...digits].flatMap((first) => everyOrder(digits.replace(first, "")).map((rest) => first + rest));
}
