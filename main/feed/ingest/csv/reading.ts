/** What a cell's text was read as. A fault continues the cell's text: "is not a date". */
export type Reading<T> = { readonly value: T } | { readonly fault: string }
