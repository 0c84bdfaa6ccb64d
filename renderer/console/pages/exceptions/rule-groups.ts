// Exceptions as the page lists them: what fell for everybody, then people's flags, then each rule of the floor file.

import type { ExceptionEntry, ExceptionsAnswer } from '../../../../shared/wire/exceptions.ts'
import { isDue, isNote } from '../../api/exceptions.ts'

export interface RuleGroup {
  readonly id: string
  readonly name: string
  readonly isFlag: boolean
  readonly entries: readonly ExceptionEntry[]
}

export interface ListedExceptions {
  /** Notes of teams: it fell for everybody. */
  readonly notes: readonly ExceptionEntry[]
  /** Rules that find something, flags first, each in the order of the floor file. */
  readonly groups: readonly RuleGroup[]
  readonly setAside: readonly ExceptionEntry[]
}

export const listExceptions = ({ rules, open }: ExceptionsAnswer): ListedExceptions => {
  const groups = rules.flatMap(({ id, name, test }): RuleGroup[] => {
    const entries = open.filter((entry) => entry.rule === id && isDue(entry))
    return entries.length === 0 ? [] : [{ id, name, isFlag: test === 'busy' || test === 'momentum', entries }]
  })
  return {
    notes: open.filter((entry) => isNote(entry) && entry.snoozed === null),
    groups: [...groups.filter(({ isFlag }) => isFlag), ...groups.filter(({ isFlag }) => !isFlag)],
    setAside: open.filter(({ snoozed }) => snoozed !== null),
  }
}
