// A leader's recap in words.

import type { TeamLifetimes } from '../../wire/exceptions.ts'
import { dayMs } from '../time/calendar-date.ts'
import type { LeaderRecap } from './leader-recap.ts'
import type { RecapDocument, RecapRow } from './recap-document.ts'
import { type Phrases, sectionOf } from './recap-phrases.ts'

export const leaderRecapWords = (
  recap: LeaderRecap,
  { format, direction, name, row, goalsReached, changed }: Phrases,
): { readonly subject: string; readonly document: RecapDocument } => {
  const { say } = format
  const { grain, period, floor, numbers, teams, lifetimes } = recap
  const beforeOf = ({ before, metric }: LeaderRecap['numbers'][number]): { readonly before?: string } =>
    before === null
      ? {}
      : {
          before: say(
            {
              id: 'recap.leader.before',
              defaultMessage: '{grain, select, month {the month before} other {the quarter before}}: {value}',
            },
            { grain, value: format.value(before, metric.unit) },
          ),
        }
  const lifeRow = ({ name: team, open, median }: TeamLifetimes): RecapRow => ({
    kind: 'row',
    label: team ?? say({ id: 'recap.leader.teamless', defaultMessage: 'Without a team' }),
    value: say({ id: 'recap.leader.open', defaultMessage: '{open} open' }, { open }),
    detail:
      median === null
        ? null
        : say(
            {
              id: 'recap.leader.median',
              defaultMessage:
                'Over the last 90 days, half were in order within {days, plural, one {# day} other {# days}}',
            },
            { days: Math.max(1, Math.ceil(median / dayMs)) },
          ),
    share: null,
    reached: false,
  })
  return {
    subject: say(
      { id: 'recap.leader.subject', defaultMessage: '{floor}: recap of {period}' },
      { floor: name(floor), period },
    ),
    document: {
      over: floor,
      title: period,
      lead:
        goalsReached(numbers) ??
        say({ id: 'recap.leader.no-goals', defaultMessage: 'The floor had no goals of its own for it.' }),
      sections: [
        ...sectionOf(
          say({ id: 'recap.leader.numbers', defaultMessage: 'The floor' }),
          numbers.map((number) => row(number, beforeOf(number))),
        ),
        ...teams.flatMap((team) =>
          sectionOf(
            name(team.name),
            team.numbers.map((number) => row(number)),
          ),
        ),
        ...sectionOf(
          say({ id: 'recap.leader.lifetimes', defaultMessage: 'Exceptions, and how long they stay open' }),
          lifetimes.map(lifeRow),
        ),
        ...changed(recap.changes),
      ],
      action: say({ id: 'recap.manager.action', defaultMessage: 'To the console' }),
      foot: say({
        id: 'recap.leader.foot',
        defaultMessage: 'Sums of the floor and its teams. No person’s numbers are in it.',
      }),
      direction,
    },
  }
}
