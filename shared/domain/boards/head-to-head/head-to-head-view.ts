// Head to head: two teams or two people, a rope for each metric.
import type {
  HeadToHeadBoard,
  HeadToHeadRow,
  HeadToHeadView,
} from '../../../wire/boards/head-to-head-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import type { Member, SubjectIndex } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import {
  type BoardSource,
  belongsOn,
  lastChange,
  planOf,
  scopeName,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { createFaces, oppositeHue, teamFace } from '../face.ts'
import { tugOf } from './tug.ts'

type End =
  | { readonly of: 'team'; readonly subject: SubjectIndex; readonly face: Face }
  | { readonly of: 'person'; readonly subject: SubjectIndex; readonly member: Member; readonly place: number }

/** A floor whose references hold has both sides of its boards. */
const endOf = ({ model: { roster } }: Numbers, id: string): End => {
  const index = roster.teams.findIndex((team) => team.id === id)
  const team = roster.teams[index]
  if (team) return { subject: team.subject, of: 'team', face: teamFace(team, index) }
  const place = roster.people.findIndex((member) => member.id === id)
  const member = roster.people[place]
  if (!member) throw new Error(`the floor has no team and no person "${id}"`)
  return { subject: member.subject, of: 'person', member, place }
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
  const facesOf = createFaces(numbers.model.roster)
  const members = [left, right].flatMap((end) => (end.of === 'person' ? end.member : []))
  const faceOfEnd = (end: End, ms: number): Face =>
    end.of === 'team' ? end.face : facesOf(members, ms)(end.member, end.place)
  const ropes = board.metrics.map((each) => {
    const text = each.window ?? board.window
    return { id: `${each.metric} ${text}`, plan: planOf(numbers, each.metric), window: windowOf(text) }
  })
  const plans = ropes.map(({ plan }) => plan)

  const peopleOf = ({ subject }: End, ms: number): number | null =>
    board.per === undefined
      ? null
      : numbers.model.roster.people.filter((member) =>
          belongsOn(numbers, member, window, { team: subject, role: null }, ms),
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
      [subject],
    )
  }

  const compute = (ms: number): HeadToHeadView => {
    const [onLeft, onRight] = [peopleOf(left, ms), peopleOf(right, ms)]
    const rows = ropes.map(({ id, plan, window: span }, place): [string, HeadToHeadRow] => {
      const [mine, theirs] = [
        standingOf(plan, span, left, onLeft, ms),
        standingOf(plan, span, right, onRight, ms),
      ]
      const judged =
        numbers.isJudged(plan, mine.value, [left.subject]) &&
        numbers.isJudged(plan, theirs.value, [right.subject])
      const tug = judged ? tugOf(mine.value, theirs.value, plan.metric.better) : null
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
      awaits: numbers.awaits(plans),
      left: { ...faceOfEnd(left, ms), of: left.of, people: onLeft, won: wonBy('left') },
      right: {
        ...apart(faceOfEnd(right, ms), faceOfEnd(left, ms)),
        of: right.of,
        people: onRight,
        won: wonBy('right'),
      },
      rows: Object.fromEntries(rows),
    }
  }

  return { bases: basesOf(plans), compute }
}
