import type { FactWarning } from '../../../shared/wire/fact.ts'

/** Counts one more fact of which `what` is to be said; `id` is told where it is the first. */
export const noteWarning = (warnings: FactWarning[], what: string, id: string): void => {
  const known = warnings.find((warning) => warning.what === what)
  if (known) known.count += 1
  else warnings.push({ what, count: 1, first: id })
}
