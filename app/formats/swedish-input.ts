/** What people in Sweden type, read without guessing: each result says ok or why not, none throws. */
export { parseTypedAmount, type TypedAmount } from "./swedish-input/typed-amount";
export { parseTypedDate, type TypedDate } from "./swedish-input/typed-date";
export { parseTypedDuration, type TypedDuration } from "./swedish-input/typed-duration";
