/** What became of a cell's text. The fault goes on from the cell: "is not a date". */
export type Reading<T> = { readonly value: T } | { readonly fault: string }
