// What is typed into the grid and not saved yet: kept over a reload, read as numbers at once, and refused in words where it
// could be two numbers.
import { useRef, useState } from 'react'
import { z } from 'zod'
import type { ReadAmount } from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import type { Typed } from './goal-sheet.ts'

const Draft = z.object({ typed: z.record(z.string(), z.number().nullable()) })
const nothing = { typed: {} }

export interface GoalDraft {
  readonly typed: Typed
  /** Sentences, by cell. */
  readonly faults: Readonly<Record<string, string>>
  /** As it will be at the next drawing: keys may follow faster than that. */
  latest(): Typed
  /** Undefined takes what was typed into a cell back. */
  put(cells: Readonly<Record<string, number | null | undefined>>): void
  /** What was read for cells; what is wrong is told, the rest is put. Resolves to how many were refused. */
  take(cells: Readonly<Record<string, ReadAmount>>): number
  forget(): void
}

export const useGoalDraft = (key: string): GoalDraft => {
  const say = useSay()
  const draft = useDraft(`goals:${key}`, Draft, nothing)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const latest = useRef<Typed>(draft.value.typed)
  const put: GoalDraft['put'] = (cells) => {
    const merged = { ...latest.current, ...cells }
    latest.current = Object.fromEntries(
      Object.entries(merged).flatMap(([cell, amount]) => (amount === undefined ? [] : [[cell, amount]])),
    )
    draft.set({ typed: { ...latest.current } })
  }
  const faultOf = (read: ReadAmount): string | null => {
    switch (read.is) {
      case 'ambiguous':
        return say(
          {
            id: 'console.goals.ambiguous',
            defaultMessage:
              '“{text}” could be a thousand or a little more than one. Write it without the mark.',
          },
          { text: read.text },
        )
      case 'no-number':
        return say(
          { id: 'console.goals.no-number', defaultMessage: '“{text}” is no number.' },
          { text: read.text },
        )
      case 'negative':
        return say(
          { id: 'console.goals.negative', defaultMessage: '“{text}” is below 0, which no goal can be.' },
          { text: read.text },
        )
      default:
        return null
    }
  }
  return {
    typed: draft.value.typed,
    faults,
    latest: () => latest.current,
    put: (cells) => {
      setFaults((before) => Object.fromEntries(Object.entries(before).filter(([cell]) => !(cell in cells))))
      put(cells)
    },
    take: (cells) => {
      const wrong: Record<string, string> = {}
      const right: Record<string, number | null> = {}
      for (const [cell, read] of Object.entries(cells)) {
        const fault = faultOf(read)
        if (fault !== null) wrong[cell] = fault
        else right[cell] = read.is === 'amount' ? read.amount : null
      }
      setFaults((before) => ({
        ...Object.fromEntries(Object.entries(before).filter(([cell]) => !(cell in cells))),
        ...wrong,
      }))
      put(right)
      return Object.keys(wrong).length
    },
    forget: () => {
      latest.current = {}
      setFaults({})
      draft.forget()
    },
  }
}
