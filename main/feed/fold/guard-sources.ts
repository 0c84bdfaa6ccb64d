// One source spelled in two ways would be two, and everything it says would count twice: the second spelling is refused.
import type { SourceNames } from '../../../shared/domain/counting/source-names.ts'
import { nameKey } from '../../../shared/domain/people/name-key.ts'

export interface SourceGuard {
  /** A sentence for a source that looks like another one, else null. */
  refuse(source: string): string | null
  /** Facts were withdrawn: a spelling whose last fact is gone is free again. */
  forget(): void
}

/** Few floors have more than ten sources; a sender that makes names up must not fill the memory. */
const mostRemembered = 1000

/** `standing`: the sources of facts that are counted. Those that were let in a moment ago are remembered here. */
export const createSourceGuard = (standing: () => SourceNames): SourceGuard => {
  const admitted = new Map<string, string>()
  let last = ''

  const judge = (source: string): string | null => {
    const sources = standing()
    // A log of an earlier version may hold both spellings: neither is turned away then.
    if (sources.has(source)) return null
    const key = nameKey(source)
    const rival = sources.rivalOf(source) ?? admitted.get(key) ?? source
    if (rival !== source)
      return `source: "${source}" looks like "${rival}", which this floor has facts from; write it the same, or give it a name that differs in more than capitals and spaces`
    if (admitted.size >= mostRemembered) admitted.clear()
    admitted.set(key, source)
    return null
  }

  return {
    refuse: (source) => {
      // Facts come in runs of one source.
      if (source === last) return null
      const refusal = judge(source)
      if (refusal === null) last = source
      return refusal
    },
    forget: () => {
      admitted.clear()
      last = ''
    },
  }
}
