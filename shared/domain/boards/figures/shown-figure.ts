// A figure as anybody may see it who stands before the board: it names nobody and no deal that the board does not name.
import type { ExplainedAnswer, ExplainedFact, ExplainedPart } from '../../../wire/explained.ts'
import type { ShownFact, ShownFigure, ShownPart } from '../../../wire/figures.ts'
import type { BoardView } from '../../../wire/view.ts'
import { createFormat } from '../../words/format.ts'
import type { Say } from '../../words/say.ts'
import type { BoardFigures } from './board-figures.ts'

/** Nobody reads a longer list on a phone; the rest is summed. */
const mostLines = 60

interface Named {
  readonly people: ReadonlySet<string>
  readonly accounts: ReadonlySet<string>
}

const peopleKeys = new Set(['name', 'short', 'rep'])

/** Every name that the view has, of people and of accounts. */
const namedOn = (view: BoardView): Named => {
  const [people, accounts] = [new Set<string>(), new Set<string>()]
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (peopleKeys.has(key)) people.add(value)
      if (key === 'account') accounts.add(value)
    } else if (Array.isArray(value)) for (const each of value) walk(each, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each, name)
  }
  walk(view, '')
  return { people, accounts }
}

const saysOf = ({ made, ratio, weights, parts }: ExplainedAnswer, say: Say): string | null => {
  const nameOf = (id: string): string => parts.find(({ metric }) => metric.id === id)?.metric.name ?? id
  if (made === 'ratio' && ratio !== null)
    return say(
      { id: 'figures.ratio', defaultMessage: '{above} divided by {below}.' },
      { above: nameOf(ratio.above), below: nameOf(ratio.below) },
    )
  if (made !== 'points') return null
  return say(
    { id: 'figures.points', defaultMessage: 'Points: {parts}.' },
    {
      parts: Object.entries(weights)
        .map(([id, weight]) => `${nameOf(id)} × ${weight}`)
        .join(', '),
    },
  )
}

/** `answer` is of the same board, at the same instant, and sees everything. */
export const shownMade = (
  { numbers, view }: Pick<BoardFigures, 'numbers' | 'view'>,
  answer: ExplainedAnswer,
): NonNullable<ShownFigure['made']> => {
  const { roster, say, file } = numbers.model
  const format = createFormat(file.floor)
  const named = namedOn(view)
  const deal = say({ id: 'figures.a-deal', defaultMessage: 'A deal' })

  /** Names of walls, in the order of the credits. */
  const peopleOf = ({ credits }: ExplainedFact): Pick<ShownFact, 'people' | 'others'> => {
    const people = credits.flatMap(({ person }) => {
      const subject = person === null ? null : roster.subjectOf(person)
      const name = subject === null ? null : roster.nameOf(subject)
      return name !== null && named.people.has(name) ? [name] : []
    })
    return { people, others: credits.length - people.length }
  }
  const nameOf = ({ type, name }: ExplainedFact): string =>
    type === 'activity' || named.accounts.has(name) ? name : deal

  const partOf = ({ metric, lines, more, made, display }: ExplainedPart): ShownPart => {
    const shown = lines.slice(0, mostLines)
    const rest = lines.slice(mostLines)
    const facts = rest.reduce((sum, line) => sum + line.facts, more.facts)
    const summed = rest.reduce(
      (sum, line) => sum + (made === 'sum' ? line.adds : line.adds * line.facts),
      made === 'sum' ? more.adds : more.adds * more.facts,
    )
    const adds = made === 'sum' || facts === 0 ? summed : summed / facts
    return {
      name: metric.name,
      display,
      lines: shown.map((line) => ({
        when: line.when,
        name: nameOf(line),
        ...peopleOf(line),
        share: line.facts === 1 ? null : line.facts,
        adds: line.adds,
        display: line.display,
      })),
      more: { lines: rest.length + more.lines, display: format.full(adds, metric.unit) },
    }
  }

  return {
    objective: answer.metric.objective,
    says: saysOf(answer, say),
    window: answer.window,
    parts: answer.parts.map(partOf),
    leftOut: answer.leftOut.map(({ why, facts }) => ({ why, facts })),
  }
}
