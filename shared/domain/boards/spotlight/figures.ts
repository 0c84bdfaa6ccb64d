// What everything that speaks for somebody is made of.

import type { SpotlightRow } from '../../../wire/boards/spotlight-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { bringsMoney, type RecentWin } from '../../counting/recent-wins.ts'
import type { Member } from '../../people/roster.ts'
import { everybody } from '../../standing/numbers.ts'
import { byPlace } from '../figures/by-place.ts'
import { dealFigure } from '../figures/deal-figure.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { streakFigure } from '../figures/streak-figure.ts'
import { usualFigures } from '../figures/usual-figures.ts'
import { newsSince } from './spotlight-view.ts'

export const spotlightFigures = (
  tools: FigureTools,
  board: BoardOf<'spotlight'>,
  view: ViewOf<'spotlight'>,
): readonly Figures[] => {
  const { numbers, notes, figure, ms } = tools
  const { roster } = numbers.model
  const asked = board.metrics.map((each) => {
    const plan = tools.planOf(each.metric)
    return { plan, window: tools.window(each.window ?? plan.metric.window ?? 'quarter') }
  })
  const week = tools.window('week')

  const winOf = ({ subject }: Member): RecentWin | null =>
    numbers.engine.wonDeals.recent
      .all()
      .filter(bringsMoney)
      .filter(({ at }) => at <= ms && at >= newsSince(ms))
      .find((win) => win.subject === subject || win.others.some((other) => other.subject === subject)) ?? null

  const goalsOf = (member: Member, { goals }: SpotlightRow): Figure[] =>
    goals.flatMap((standing, at) => {
      const of = asked[at]
      if (of === undefined) return []
      const shown = tools.shown(of.window)
      return tools.standing({
        key: `${member.id}.goal ${at}`,
        suffix: of.plan.metric.name,
        plan: of.plan,
        shown,
        facts: factsOfSubject(numbers, of.plan, shown, member.subject, everybody),
        standing,
        share: tools.shareGone(of.window, member.subject),
        goal: { note: tools.goalNote(of.plan, member.subject) },
      })
    })

  const planOf = (member: Member, { plan }: SpotlightRow): Figure[] =>
    (plan?.steps ?? []).flatMap(({ metric, plannedFor, standing }, at) => {
      const of = tools.planOf(metric.id)
      const shown = tools.shown(tools.window(plannedFor))
      return tools.standing({
        key: `${member.id}.step ${at}`,
        suffix: of.metric.name,
        plan: of,
        shown,
        facts: factsOfSubject(numbers, of, shown, member.subject, everybody),
        standing,
        share: numbers.shareOver(shown.days, member.subject, ms),
        goal: { note: notes.plan },
      })
    })

  const gainOf = (member: Member, { gain }: SpotlightRow): Figure[] => {
    const plan = gain && asked[gain.metric]?.plan
    if (!gain || !plan) return []
    const shown = tools.shown(week)
    const now = figure({
      id: `${member.id}.gain.value`,
      name: plan.metric.name,
      unit: plan.metric.unit,
      value: gain.to,
      window: shown.window.label,
      facts: factsOfSubject(numbers, plan, shown, member.subject, everybody),
    })
    const usual = usualFigures(tools, {
      key: `${member.id}.gain`,
      plan,
      window: week,
      subject: member.subject,
      within: everybody,
      now,
      change: gain.change,
    })
    return [now, ...usual]
  }

  return byPlace(view.rows).flatMap(([id, row]): Figures[] => {
    const member = roster.people.find((each) => each.id === id)
    if (member === undefined) return []
    const win = winOf(member)
    const amount = row.win?.amount ?? null
    return [
      {
        id,
        name: row.name,
        figures: [
          ...goalsOf(member, row),
          ...planOf(member, row),
          ...row.streaks.flatMap((streak) => {
            const of = asked[streak.metric]
            return of === undefined
              ? []
              : [streakFigure(tools, `${id}.${streak.metric}`, of.plan, member, streak)]
          }),
          ...gainOf(member, row),
          ...(win === null || amount === null ? [] : [dealFigure(tools, `${id}.win`, row.name, amount, win)]),
        ],
      },
    ]
  })
}
