// The bird's-eye view: the org's own goal, and beneath it teams, offices or chosen cards side by side.
import type {
  BirdsEyeBoard,
  BirdsEyeHeadline,
  BirdsEyeRow,
  BirdsEyeView,
} from '../../../wire/boards/birds-eye-board.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject } from '../../people/roster.ts'
import { runRateOf } from '../../standing/attainment.ts'
import type { Numbers } from '../../standing/numbers.ts'
import {
  aheadOf,
  type BoardSource,
  lastChange,
  otherWindow,
  planOf,
  scopeName,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { hueAt, teamHue } from '../face.ts'
import { rangeBefore, trendOver } from '../trend.ts'
import {
  namedSubject,
  officeSubjects,
  oneSubject,
  standingTogether,
  type Together,
} from './birds-eye-subject.ts'

interface CardInput {
  readonly plan: MetricPlan
  /** As the floor file writes it. */
  readonly window: string
  readonly span: WindowSpec
}

export interface Card {
  readonly id: string
  readonly title: string
  readonly hue: number
  readonly of: Together
  readonly plan: MetricPlan
  /** As the floor file writes it. */
  readonly window: string
  readonly inputs: readonly CardInput[]
}

export const cardsOf = (numbers: Numbers, board: BirdsEyeBoard): readonly Card[] => {
  const { roster } = numbers.model
  const within = board.scope.team === undefined ? null : roster.subjectOf(board.scope.team)
  const inputsOf = (inputs: BirdsEyeBoard['inputs'], window: string) =>
    inputs.map((input) => ({
      plan: planOf(numbers, input.metric),
      window: input.window ?? window,
      span: windowOf(input.window ?? window),
    }))
  const common = {
    plan: planOf(numbers, board.metric),
    window: board.window,
    inputs: inputsOf(board.inputs, board.window),
  }
  if (board.cards)
    return board.cards.map((card, place) => {
      const of = namedSubject(numbers, card, within ?? orgSubject)
      const plan = card.metric === undefined ? common.plan : planOf(numbers, card.metric)
      const window = card.window ?? board.window
      const inputs = inputsOf(card.inputs ?? board.inputs, window)
      return {
        id: `card ${place}`,
        title: card.title ?? of.name,
        hue: hueAt(place),
        of,
        plan,
        window,
        inputs,
      }
    })
  if (board.by === 'office')
    return officeSubjects(numbers, within).map((of, place) => ({
      ...common,
      id: `office ${of.name}`,
      title: of.name,
      hue: hueAt(place),
      of,
    }))
  return roster.teams.flatMap((team, index) =>
    team.parent === within
      ? [
          {
            ...common,
            id: team.id,
            title: team.name,
            hue: teamHue(team, index),
            of: oneSubject(numbers, team.subject),
          },
        ]
      : [],
  )
}

export const createBirdsEyeView = (numbers: Numbers, board: BirdsEyeBoard): BoardSource<BirdsEyeView> => {
  const plan = planOf(numbers, board.metric)
  const whole = namedSubject(numbers, { team: board.scope.team })
  const cards = cardsOf(numbers, board)
  const plans = [plan, ...cards.flatMap((card) => [card.plan, ...card.inputs.map((input) => input.plan)])]

  const figuresOf = (
    { plan, window, of, title }: Pick<Card, 'plan' | 'window' | 'of' | 'title'>,
    ms: number,
  ): BirdsEyeHeadline => {
    const span = windowOf(window)
    const standing = standingTogether(numbers, plan, span, of, ms)
    // A window that is over has no projection. Hours off before its end do not end it.
    const isOver = numbers.todayAt(ms) >= numbers.daysOf(span, ms).to
    const gone = numbers.shareGone(span, of.subjects[0], ms)
    return {
      name: title,
      ahead: aheadOf(plan, standing.value, standing.pace),
      projected:
        isOver || !numbers.isJudged(plan, standing.value, of.subjects)
          ? null
          : runRateOf(standing.value, gone, plan.additive),
      ...standing,
    }
  }

  const linesOf = (
    { plan, window, of }: Card,
    ms: number,
  ): Pick<BirdsEyeRow, 'trend' | 'reach' | 'before'> => {
    const span = windowOf(window)
    const days = numbers.daysOf(span, ms)
    const today = numbers.todayAt(ms)
    const past = rangeBefore(numbers, span, ms)
    const before = past ? trendOver(numbers, plan, of.subjects, past, ms) : []
    const gone = (Math.min(today, days.to - 1) + 1 - days.from) / (days.to - days.from)
    return {
      trend: trendOver(numbers, plan, of.subjects, days, ms),
      reach: Number.isFinite(gone) ? Math.min(1, Math.max(0, gone)) : 1,
      before: before.some((value) => value !== null && value !== 0) ? before : [],
    }
  }

  const rowOf = (card: Card, place: number, ms: number): BirdsEyeRow => ({
    hue: card.hue,
    place,
    metric: viewMetric(card.plan),
    window: otherWindow(numbers, card.window, board.window, ms),
    inputs: card.inputs.map((input) => ({
      metric: viewMetric(input.plan),
      window: otherWindow(numbers, input.window, card.window, ms),
      ...standingTogether(numbers, input.plan, input.span, card.of, ms),
    })),
    ...figuresOf(card, ms),
    ...linesOf(card, ms),
  })

  return {
    bases: basesOf(plans),
    compute: (ms) => ({
      id: board.id,
      kind: 'birds-eye',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, windowOf(board.window), ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      headline: figuresOf({ plan, window: board.window, of: whole, title: whole.name }, ms),
      rows: Object.fromEntries(cards.map((card, place) => [card.id, rowOf(card, place, ms)])),
    }),
  }
}
