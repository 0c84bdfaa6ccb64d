// JSON in which no number loses a digit: those that JavaScript would round come as text.
import { isSafeNumber, parse } from 'lossless-json'

/** Throws `SyntaxError`. The slower way is gone only where there is a number, or anything else, with so many digits. */
export const parseExactJson = (text: string): unknown =>
  /\d[\d.]{15}/.test(text)
    ? parse(text, null, (digits) => (isSafeNumber(digits) ? Number(digits) : digits))
    : JSON.parse(text)
