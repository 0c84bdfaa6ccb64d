// A rep's recap in words.
import type { RecapDocument } from './recap-document.ts'
import { line, type Phrases, sectionOf } from './recap-phrases.ts'
import type { RepRecap } from './rep-recap.ts'

/** As many as one reads in a mail; the sentence above them says how many there are. */
const mostWins = 8

export const repRecapWords = (
  recap: RepRecap,
  { format, direction, name, row, goalsReached, changed }: Phrases,
): { readonly subject: string; readonly document: RecapDocument } => {
  const { say } = format
  const { numbers, goals, wins, thanks, team, week } = recap
  const won = wins.length
  const wonWords = say(
    {
      id: 'recap.rep.won',
      defaultMessage: 'You had a part in {won, plural, one {# won deal} other {# won deals}}.',
    },
    { won },
  )
  const counted = numbers.length > 0 ? goalsReached(numbers) : null
  const nothing = say({
    id: 'recap.rep.nothing',
    defaultMessage: 'Nothing was counted for you in this week.',
  })
  const lead = [
    ...(counted === null ? [] : [counted]),
    ...(won > 0 ? [wonWords] : []),
    ...(numbers.length === 0 && won === 0 ? [nothing] : []),
  ]
  return {
    subject: say({ id: 'recap.rep.subject', defaultMessage: 'Your recap: {week}' }, { week }),
    document: {
      over: week,
      title: say({ id: 'recap.rep.title', defaultMessage: 'Your week, {name}' }, { name: name(recap.name) }),
      lead: lead.join(' '),
      sections: [
        ...sectionOf(
          say({ id: 'recap.rep.numbers', defaultMessage: 'Your numbers' }),
          numbers.map((number) => row(number)),
        ),
        ...sectionOf(
          say({ id: 'recap.goals', defaultMessage: 'Longer goals' }),
          goals.map((number) => row(number)),
        ),
        ...changed(recap.changes),
        ...sectionOf(
          say({ id: 'recap.rep.wins', defaultMessage: 'Your wins' }),
          wins.slice(0, mostWins).map(({ account, amountMinor, helped }) => ({
            kind: 'row' as const,
            label: account === null ? say({ id: 'recap.rep.deal', defaultMessage: 'A deal' }) : account,
            value: amountMinor === null ? '' : format.value(amountMinor, 'money'),
            detail: helped ? say({ id: 'recap.rep.helped', defaultMessage: 'You helped' }) : null,
            share: null,
            reached: false,
          })),
        ),
        ...sectionOf(
          say({ id: 'recap.rep.thanks', defaultMessage: 'What was written to you' }),
          thanks.map(({ text, from, title, occasion }) =>
            line(text, [from, ...(title === null ? [] : [title]), occasion].map(name).join(' · '), true),
          ),
        ),
        ...sectionOf(
          say(
            { id: 'recap.rep.team', defaultMessage: 'Your team: {name}' },
            { name: name(team?.name ?? '') },
          ),
          (team?.numbers ?? []).map((number) => row(number)),
        ),
      ],
      action: say({ id: 'recap.rep.action', defaultMessage: 'Your numbers today' }),
      foot: say({
        id: 'recap.rep.foot',
        defaultMessage: 'This goes to you alone. Nobody else’s numbers are in it.',
      }),
      direction,
    },
  }
}
