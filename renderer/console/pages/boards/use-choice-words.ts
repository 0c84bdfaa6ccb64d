// The choices of a board in words: its window, its period, whose rows it has, by what it ranks, what its lines show.
import { boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import { fieldWord } from '../../../../shared/domain/boards/values-by-field.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import { parseWindow } from '../../../../shared/wire/window.ts'
import { useSay } from '../../words/words.tsx'

/** A window as people say it; one written out by dates stays as it is. */
export const useBoardWindowWords = (): ((window: string) => string) => {
  const say = useSay()
  return (text) => {
    const window = parseWindow(text)
    if (window?.kind === 'last')
      return say(
        {
          id: 'console.window.last-days',
          defaultMessage: '{days, plural, one {Today} other {The last # days}}',
        },
        { days: window.days },
      )
    if (window?.kind === 'all') return say({ id: 'console.how.window.all', defaultMessage: 'All time' })
    if (window?.kind === 'older')
      return say(
        {
          id: 'console.window.older',
          defaultMessage: '{days, plural, =0 {Overdue} one {Older than a day} other {Older than # days}}',
        },
        { days: window.days },
      )
    if (window?.kind !== 'period') return text
    if (window.offset < 0)
      return say(
        {
          id: 'console.window.before',
          defaultMessage:
            '{grain, select, day {Yesterday} week {Last week} month {Last month} quarter {Last quarter} other {Last year}}',
        },
        { grain: window.grain },
      )
    if (window.offset > 0)
      return say(
        {
          id: 'console.window.next',
          defaultMessage:
            '{grain, select, day {Tomorrow} week {Next week} month {Next month} quarter {Next quarter} other {Next year}}',
        },
        { grain: window.grain },
      )
    return say(
      {
        id: 'console.window.this',
        defaultMessage:
          '{grain, select, day {Today} week {This week} month {This month} quarter {This quarter} other {This year}}',
      },
      { grain: window.grain },
    )
  }
}

interface Named {
  readonly id: string
  readonly name: string
}

export const usePeriodChoices = (): ((kind: BoardKind) => readonly Named[]) => {
  const say = useSay()
  const windowWords = useBoardWindowWords()
  const names: Readonly<Record<string, () => string>> = {
    'this-week': () => windowWords('week'),
    'last-week': () => windowWords('last week'),
    'mid-week': () =>
      say({
        id: 'console.period.mid-week',
        defaultMessage: 'This week, as far as it should be by now',
      }),
  }
  return (kind) =>
    (boardForms[kind].periods ?? []).map((id) => ({ id, name: names[id]?.() ?? windowWords(id) }))
}

export const useRowsWords = (): ((kind: BoardKind, rows: string) => string) => {
  const say = useSay()
  return (kind, rows) => {
    if (rows === 'teams') return say({ id: 'console.row-of.teams', defaultMessage: 'Teams' })
    if (rows === 'office') return say({ id: 'console.row-of.offices', defaultMessage: 'Offices' })
    if (rows !== 'people')
      return say({ id: 'console.row-of.field', defaultMessage: 'By {field}' }, { field: fieldWord(rows) })
    return boardForms[kind].rows?.usual === 'teams'
      ? say({ id: 'console.row-of.teams', defaultMessage: 'Teams' })
      : say({ id: 'console.row-of.people', defaultMessage: 'People' })
  }
}

export const useRankChoices = (): readonly Named[] => {
  const say = useSay()
  return [
    { id: 'value', name: say({ id: 'console.rank.value', defaultMessage: 'The number itself' }) },
    {
      id: 'attainment',
      name: say({ id: 'console.rank.attainment', defaultMessage: 'The share of one’s own goal' }),
    },
    {
      id: 'improvement',
      name: say({ id: 'console.rank.improvement', defaultMessage: 'What one gained on one’s own past' }),
    },
  ]
}

export const useShowChoices = (): ((kind: BoardKind) => readonly Named[]) => {
  const say = useSay()
  const names: Readonly<Record<string, () => string>> = {
    team: () => say({ id: 'console.show.team', defaultMessage: 'Everybody on one wall' }),
    person: () => say({ id: 'console.show.person', defaultMessage: 'One after the other, each large' }),
    total: () => say({ id: 'console.show.total', defaultMessage: 'What each has so far' }),
    attainment: () => say({ id: 'console.show.attainment', defaultMessage: 'The share of one’s own goal' }),
    rank: () => say({ id: 'console.show.rank', defaultMessage: 'Places' }),
  }
  return (kind) => (boardForms[kind].shows ?? []).map((id) => ({ id, name: names[id]?.() ?? id }))
}
