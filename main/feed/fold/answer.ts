// Questions from outside, turned into answers or refusals that a person can act on.
import { answerByField } from '../../../shared/domain/boards/field-answer.ts'
import { answerMetric, ownWindow } from '../../../shared/domain/boards/metric-answer.ts'
import { orgSubject } from '../../../shared/domain/people/roster.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { knownInWords } from '../../../shared/domain/words/known-in-words.ts'
import type { MetricAnswer } from '../../../shared/wire/query.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { BoardDesk } from './board-desk.ts'
import type { MetricQuery, Refusal } from './live-floor.ts'

const refusal = (code: Refusal['code'], message: string): Refusal => ({ code, message })

/** `known`: those there are. */
export const unknown = (
  code: Refusal['code'],
  what: string,
  id: string,
  known: readonly { readonly id: string }[],
): Refusal => refusal(code, `the floor has no ${what} "${id}"; ${knownInWords(known.map((each) => each.id))}`)

const kindsOfSubject = ['rep', 'team', 'org'] as const

const isKindOfSubject = (by: string): by is (typeof kindsOfSubject)[number] =>
  kindsOfSubject.some((kind) => kind === by)

const unknownBy = (by: string, breakdowns: readonly string[]): Refusal =>
  refusal('bad-query', `by: "${by}" must be one of ${[...kindsOfSubject, ...breakdowns].join(', ')}.`)

const whole = (amount: number | null): number | null => (amount === null ? null : Math.round(amount))

/** A mean and a ratio of money end between two cents; what is paid, shown and compared does not. A pace is a mark on a line. */
const inMinorUnits = (answer: MetricAnswer): MetricAnswer =>
  answer.metric.unit === 'money'
    ? {
        ...answer,
        rows: answer.rows.map((row) => ({ ...row, value: whole(row.value) })),
        total: whole(answer.total),
      }
    : answer

export const answerQuery = (numbers: Numbers, query: MetricQuery): MetricAnswer | Refusal => {
  const answer = rawAnswer(numbers, query)
  return 'code' in answer ? answer : inMinorUnits(answer)
}

const rawAnswer = (numbers: Numbers, query: MetricQuery): MetricAnswer | Refusal => {
  const { model } = numbers
  const plan = model.metric(query.metric)
  if (!plan) return unknown('unknown-metric', 'metric', query.metric, model.file.metrics)
  const team = query.team === null ? null : (model.file.teams.find(({ id }) => id === query.team) ?? null)
  if (query.team !== null && team === null)
    return unknown('unknown-filter', 'team', query.team, model.file.teams)
  if (query.role !== null && !model.file.roles.some(({ id }) => id === query.role)) {
    return unknown('unknown-filter', 'role', query.role, model.file.roles)
  }
  const { by, at, window } = query
  const subject = team && model.roster.subjectOf(team.id)
  if (isKindOfSubject(by))
    return answerMetric(numbers, { plan, window, by, at, within: { team: subject, role: query.role } })
  if (query.role !== null && model.file.floor.breakdowns.includes(by))
    return refusal('unknown-filter', `role: cannot be combined with by=${by}; ask for a team, or for all.`)
  const question = { plan, field: by, window: window ?? ownWindow(plan), of: subject ?? orgSubject, at }
  return answerByField(numbers, question) ?? unknownBy(by, model.file.floor.breakdowns)
}

/** A board that is not among `known` is refused as one that is not there: what is for others is not even named. */
export const answerBoard = (
  desk: BoardDesk,
  known: readonly { readonly id: string }[],
  id: string,
): BoardView | Refusal => {
  const board = known.some((each) => each.id === id) ? desk.answer(id) : null
  if (board === null) return unknown('unknown-board', 'board', id, known)
  return 'error' in board
    ? refusal('broken-board', `board "${id}" cannot be computed: ${board.error}`)
    : board
}
