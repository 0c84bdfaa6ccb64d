/**
 * What a cell's text was read as. A fault continues the cell's text: "is not a date". A note is a sentence about what was
 * made of it; the same note of many cells is told once.
 */
export type Reading<T> = { readonly value: T; readonly note?: string } | { readonly fault: string }
