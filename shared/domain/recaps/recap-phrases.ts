// What the words of all recaps have in common: a number as a row, names among words, and sections that say something.
import type { Announced } from '../metric-changes/announced.ts'
import type { ChangeWords } from '../metric-changes/change-words.ts'
import { attainmentOf } from '../standing/attainment.ts'
import { directionOf } from '../words/direction.ts'
import type { Format } from '../words/format.ts'
import type { RecapDocument, RecapLine, RecapRow, RecapSection } from './recap-document.ts'
import type { RecapNumber } from './recap-numbers.ts'

export interface Phrases {
  readonly format: Format
  readonly direction: RecapDocument['direction']
  /** A name or a sentence of somebody's among words of the floor's language: neither turns the order of the other. */
  readonly name: (text: string) => string
  readonly row: (number: RecapNumber, more?: { readonly before?: string }) => RecapRow
  /** What counts otherwise than before; none without. */
  readonly changed: (changes: readonly Announced[]) => readonly RecapSection[]
  /** "3 of 5 goals were reached."; null of no goals. */
  readonly goalsReached: (numbers: readonly RecapNumber[]) => string | null
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

export const isReached = ({ value, goal, attainment, metric }: RecapNumber): boolean =>
  (attainment ?? attainmentOf(value, goal, metric.better) ?? 0) >= 1

/** Left out where nothing is in it. */
export const sectionOf = (heading: string, items: RecapSection['items']): readonly RecapSection[] =>
  items.length === 0 ? [] : [{ heading, items }]

export const line = (text: string, by: string | null = null, quoted = false): RecapLine => ({
  kind: 'line',
  text,
  by,
  quoted,
})

export const createPhrases = (
  format: Format,
  locale: string,
  wordsOf: (change: Announced, name: (text: string) => string) => ChangeWords,
): Phrases => {
  const { say } = format
  const direction = directionOf(locale)
  const name = (text: string): string =>
    direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text
  const stateWords = (state: NonNullable<RecapNumber['state']>): string =>
    say(
      {
        id: 'recap.state',
        defaultMessage:
          '{state, select, reached {reached} on_pace {on pace} behind {behind pace} other {well behind pace}}',
      },
      { state: state.replaceAll(' ', '_') },
    )
  return {
    format,
    direction,
    name,
    row: (number, { before } = {}) => {
      const { metric, value, goal, attainment, state, pace, window } = number
      // A goal that runs is judged by its pace; of a period that is over the share says all.
      const isRunning = before === undefined && pace !== null && goal !== null && pace !== goal
      const details = [
        ...(goal === null
          ? []
          : [
              say(
                { id: 'recap.goal', defaultMessage: 'Goal {goal}' },
                { goal: format.value(goal, metric.unit) },
              ),
            ]),
        ...(goal === null || attainment === null ? [] : [format.attainment(attainment)]),
        ...(isRunning && state !== null ? [stateWords(state)] : []),
        ...(isRunning ? [window] : []),
        ...(before === undefined ? [] : [before]),
      ]
      return {
        kind: 'row',
        label: metric.name,
        value: format.value(value, metric.unit),
        detail: details.length === 0 ? null : details.join(' · '),
        share: goal === null ? null : attainment,
        reached: goal !== null && isReached(number),
      }
    },
    changed: (changes) =>
      sectionOf(
        say({ id: 'recap.changes', defaultMessage: 'What counts now' }),
        changes.map((change) => {
          const { title, text, why } = wordsOf(change, name)
          return line(title, why === null ? text : `${text} ${why}`)
        }),
      ),
    goalsReached: (numbers) => {
      const goals = numbers.filter(({ goal }) => goal !== null)
      if (goals.length === 0) return null
      return say(
        {
          id: 'recap.reached',
          defaultMessage:
            '{goals, plural, one {{reached, plural, =0 {The one goal was not reached.} other {The one goal was reached.}}} other {{reached, plural, =0 {None of {goals} goals was reached.} one {1 of {goals} goals was reached.} other {# of {goals} goals were reached.}}}}',
        },
        { reached: goals.filter(isReached).length, goals: goals.length },
      )
    },
  }
}
