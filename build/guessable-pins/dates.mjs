/** The days of each month, those of February in a leap year: a birthday on 29 February is one too. */
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every year from the first to the last. @param {number} first @param {number} last */
export function years(first, last) {
  return Array.from({ length: last - first + 1 }, (_, since) => String(first + since));
}

/** Every day of the year as day and month (DDMM), as in Europe. */
export function daysAndMonths() {
  return everyDay().map(([day, month]) => day + month);
}

/** Every day of the year as month and day (MMDD), as in America and in file names. */
export function monthsAndDays() {
  return everyDay().map(([day, month]) => month + day);
}

function everyDay() {
  return daysOfMonths.flatMap((days, month) =>
    Array.from({ length: days }, (_, day) => /** @type {const} */ ([twoDigits(day + 1), twoDigits(month + 1)])),
  );
}

/** @param {number} number */
function twoDigits(number) {
  return String(number).padStart(2, "0");
}
