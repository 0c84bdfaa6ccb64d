interface Agreed {
  /** Epoch ms. */
  readonly at: number
  readonly done: { readonly at: number } | null
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null
}

/** What is open first, the nearest day before the others; then what was done last. */
export const inOrder = (a: Agreed, b: Agreed): number => {
  if ((a.done === null) !== (b.done === null)) return a.done === null ? -1 : 1
  if (a.done !== null && b.done !== null) return b.done.at - a.done.at
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.at - b.at
}
