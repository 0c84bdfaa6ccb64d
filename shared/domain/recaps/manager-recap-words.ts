// A manager's recap in words.
import { wholeAmount } from '../standing/attainment.ts'
import type { ManagerRecap, OffGroup, PlannedStep } from './manager-recap.ts'
import type { RecapDocument, RecapRow, RecapSection } from './recap-document.ts'
import { line, type Phrases, sectionOf } from './recap-phrases.ts'

export const managerRecapWords = (
  recap: ManagerRecap,
  { format, direction, name, row, goalsReached, changed }: Phrases,
): { readonly subject: string; readonly document: RecapDocument } => {
  const { say } = format
  const { week, teams, goals, people, off, flags } = recap
  const countOf = (groups: readonly OffGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0)
  const wrong = countOf(off)

  const stepWords = ({ metric, planned, done }: PlannedStep): string =>
    say(
      { id: 'recap.manager.step', defaultMessage: '{metric} {done} of {planned}' },
      {
        metric: name(metric.name),
        done: format.value(done, metric.unit),
        planned: format.value(wholeAmount(planned, metric.unit), metric.unit),
      },
    )
  const personRow = ({ name: who, steps }: ManagerRecap['people'][number]): RecapRow => {
    const [first] = steps
    const share = first && first.planned > 0 ? first.done / first.planned : null
    return {
      kind: 'row',
      label: who,
      value: share === null ? '' : format.attainment(share),
      detail: steps.map(stepWords).join(' · '),
      share,
      reached: share !== null && share >= 1,
    }
  }
  const offItems = (groups: readonly OffGroup[]): RecapSection['items'] =>
    groups.flatMap(({ rule, count, things }) => [
      {
        kind: 'row' as const,
        label: rule,
        value: format.value(count, 'count'),
        detail: null,
        share: null,
        reached: false,
      },
      ...things.map(({ title, owner, says }) =>
        line(title === owner ? name(title) : `${name(title)} · ${name(owner)}`, says),
      ),
      ...(count > things.length
        ? [
            line(
              say(
                { id: 'recap.manager.more', defaultMessage: 'and {count} more' },
                { count: count - things.length },
              ),
            ),
          ]
        : []),
    ])
  const headed = (heading: string, of: ManagerRecap['teams']): readonly RecapSection[] =>
    of.flatMap((each) =>
      sectionOf(
        `${heading}: ${name(each.name)}`,
        each.numbers.map((number) => row(number)),
      ),
    )
  const lead = [
    goalsReached(teams.flatMap(({ numbers }) => numbers)),
    wrong === 0
      ? say({ id: 'recap.manager.clear', defaultMessage: 'No exception is open.' })
      : say(
          {
            id: 'recap.manager.off',
            defaultMessage: '{wrong, plural, one {# exception is} other {# exceptions are}} open.',
          },
          { wrong },
        ),
  ]
  return {
    subject: say({ id: 'recap.manager.subject', defaultMessage: 'Recap of your teams: {week}' }, { week }),
    document: {
      over: week,
      title: say({ id: 'recap.manager.title', defaultMessage: 'The week of your teams' }),
      lead: lead.filter((part) => part !== null).join(' '),
      sections: [
        ...sectionOf(
          say({ id: 'recap.manager.exceptions', defaultMessage: 'Open exceptions' }),
          offItems(off),
        ),
        ...sectionOf(say({ id: 'recap.manager.flags', defaultMessage: 'Worth a question' }), offItems(flags)),
        ...headed(say({ id: 'recap.manager.numbers', defaultMessage: 'The week that is over' }), teams),
        ...sectionOf(
          say({ id: 'recap.manager.plans', defaultMessage: 'Planned and done, by person' }),
          people.map(personRow),
        ),
        ...headed(say({ id: 'recap.goals', defaultMessage: 'Longer goals' }), goals),
        ...changed(recap.changes),
      ],
      action: say({ id: 'recap.manager.action', defaultMessage: 'To the console' }),
      foot: say({
        id: 'recap.manager.foot',
        defaultMessage:
          'This is for those who coach these people. Please do not forward it, and do not put it on a wall.',
      }),
      direction,
    },
  }
}
