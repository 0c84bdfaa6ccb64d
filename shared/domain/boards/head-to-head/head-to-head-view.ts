// Head to head: two teams or two people, a rope for each metric.
import type {
  HeadToHeadBoard,
  HeadToHeadRow,
  HeadToHeadView,
} from '../../../wire/boards/head-to-head-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import type { SubjectIndex } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import {
  type BoardSource,
  isListed,
  lastChange,
  planOf,
  scopeName,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { faceOf, oppositeHue, teamFace } from '../face.ts'
import { tugOf } from './tug.ts'

interface End {
  readonly subject: SubjectIndex
  readonly of: 'team' | 'person'
  readonly face: Face
}

/** A floor whose references hold has both sides of its boards. */
const endOf = ({ model: { roster } }: Numbers, id: string): End => {
  const index = roster.teams.findIndex((team) => team.id === id)
  const team = roster.teams[index]
  if (team) return { subject: team.subject, of: 'team', face: teamFace(team, index) }
  const place = roster.people.findIndex((member) => member.id === id)
  const member = roster.people[place]
  if (!member) throw new Error(`the floor has no team and no person "${id}"`)
  return { subject: member.subject, of: 'person', face: faceOf(member, place) }
}

/** Two that share a hue would hold one rope: the right side takes the one that is farthest from it. */
const apart = (face: Face, from: Face): Face =>
  face.hue === from.hue ? { ...face, hue: oppositeHue(face.hue) } : face

const divided = (amount: number | null, people: number): number | null =>
  amount === null || people === 0 ? null : amount / people

export const createHeadToHeadView = (
  numbers: Numbers,
  board: HeadToHeadBoard,
): BoardSource<HeadToHeadView> => {
  const left = endOf(numbers, board.sides[0])
  const right = endOf(numbers, board.sides[1])
  const window = windowOf(board.window)
  const ropes = board.metrics.map((each) => {
    const text = each.window ?? board.window
    return { id: `${each.metric} ${text}`, plan: planOf(numbers, each.metric), window: windowOf(text) }
  })
  const plans = ropes.map(({ plan }) => plan)

  const peopleOf = ({ subject }: End, ms: number): number | null =>
    board.per === undefined
      ? null
      : numbers.model.roster.people.filter((member) =>
          isListed(numbers, member, window, { team: subject, role: null }, ms),
        ).length

  const standingOf = (
    plan: MetricPlan,
    span: WindowSpec,
    { subject }: End,
    people: number | null,
    ms: number,
  ): Standing => {
    const whole = numbers.standingOf(plan, span, subject, ms, everybody)
    if (people === null || !plan.additive) return whole
    return numbers.standingFor(
      plan,
      divided(whole.value, people),
      divided(whole.goal, people),
      numbers.shareGone(span, subject, ms),
    )
  }

  const compute = (ms: number): HeadToHeadView => {
    const [onLeft, onRight] = [peopleOf(left, ms), peopleOf(right, ms)]
    const rows = ropes.map(({ id, plan, window: span }, place): [string, HeadToHeadRow] => {
      const [mine, theirs] = [
        standingOf(plan, span, left, onLeft, ms),
        standingOf(plan, span, right, onRight, ms),
      ]
      const tug = tugOf(mine.value, theirs.value, plan.metric.better)
      return [
        id,
        {
          place,
          metric: viewMetric(plan),
          window: viewWindow(numbers, span, ms),
          perPerson: board.per !== undefined && plan.additive,
          left: mine,
          right: theirs,
          share: tug?.share ?? null,
          leads: tug?.leads ?? null,
        },
      ]
    })
    const wonBy = (side: 'left' | 'right') => rows.filter(([, { leads }]) => leads === side).length
    return {
      id: board.id,
      kind: 'head-to-head',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: lastChange(numbers, plans),
      left: { ...left.face, of: left.of, people: onLeft, won: wonBy('left') },
      right: { ...apart(right.face, left.face), of: right.of, people: onRight, won: wonBy('right') },
      rows: Object.fromEntries(rows),
    }
  }

  return { bases: basesOf(plans), compute }
}
