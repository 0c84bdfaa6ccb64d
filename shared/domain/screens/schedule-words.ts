// Why a playlist is on, and why another one is not: as a reason that an interface can put into its own words, and as a
// sentence.
import type { Say } from '../words/say.ts'
import type { RuleRef, ScheduleRule } from './schedule-rules.ts'

/**
 * `exception`: it names dates or holidays, the other does not. `own`: it is the screen's, the other the group's. `first`: it
 * stands before the other in the file.
 */
export type WhyFirst = 'exception' | 'own' | 'first'

/** Why the first of two rules that want the same minutes wins. Neither is the playlist that is always on. */
export const whyFirst = (winner: ScheduleRule, loser: ScheduleRule): WhyFirst => {
  if (winner.strength === 'exception' && loser.strength !== 'exception') return 'exception'
  return winner.ref.list === loser.ref.list ? 'first' : 'own'
}

const owners: Readonly<Record<RuleRef['list'], string>> = {
  screens: 'this screen',
  screenGroups: 'its group',
}

const whyWords: Readonly<Record<WhyFirst, (owner: string) => string>> = {
  exception: () => 'It is set for these days alone, and an exception goes before every other rule.',
  own: () => 'It is set for this screen, and a screen’s own rule goes before its group’s.',
  first: (owner) => `Both are set for ${owner}, and of two such rules the first one goes before.`,
}

/** The sentence beside two rules that clash. The names are those of their playlists. */
export const whyFirstWords = (
  why: WhyFirst,
  winner: { readonly name: string; readonly ref: RuleRef },
): string => `${winner.name} is shown. ${whyWords[why](owners[winner.ref.list])}`

/** Which rule put a playlist on, without a full stop: "a rule of this screen". */
export const whyOnWords = (rule: Pick<ScheduleRule, 'strength' | 'ref'> | null, say: Say): string => {
  if (rule === null)
    return say({ id: 'schedule.on-nothing', defaultMessage: 'nothing is set for this screen' })
  const of = { owner: rule.ref.list }
  if (rule.strength === 'always')
    return say(
      {
        id: 'schedule.on-always',
        defaultMessage: 'always on, as set for {owner, select, screens {this screen} other {its group}}',
      },
      of,
    )
  return rule.strength === 'exception'
    ? say(
        {
          id: 'schedule.on-exception',
          defaultMessage: 'an exception of {owner, select, screens {this screen} other {its group}}',
        },
        of,
      )
    : say(
        {
          id: 'schedule.on-rule',
          defaultMessage: 'a rule of {owner, select, screens {this screen} other {its group}}',
        },
        of,
      )
}
