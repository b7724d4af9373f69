/** The longest name that the cardholder can give a computer, in UTF-16 code units. */
export const DEVICE_NAME_LONGEST = 64;
