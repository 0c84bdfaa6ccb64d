// Why a rule wins, and what put a playlist on, in the console's language.
import type { ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'
import type { WhyFirst } from '../../../../shared/domain/screens/schedule-words.ts'
import { useSay } from '../../words/words.tsx'

export const useWhyFirst = (): ((why: WhyFirst) => string) => {
  const say = useSay()
  return (why) => {
    switch (why) {
      case 'exception':
        return say({
          id: 'console.schedule.why.exception',
          defaultMessage: 'It is set for these days alone, and an exception goes before every other rule.',
        })
      case 'own':
        return say({
          id: 'console.schedule.why.own',
          defaultMessage: 'It is set for this screen, and a screen’s own rule goes before its group’s.',
        })
      case 'first':
        return say({
          id: 'console.schedule.why.first',
          defaultMessage: 'Both are as strong, and of two such rules the first one goes before.',
        })
    }
  }
}

export const useWhyOn = (): ((rule: ScheduleRule | null) => string) => {
  const say = useSay()
  return (rule) => {
    if (rule === null)
      return say({ id: 'console.schedule.on.nothing', defaultMessage: 'Nothing is set for this screen.' })
    const own = rule.ref.list === 'screens' ? 'yes' : 'no'
    if (rule.strength === 'always')
      return say(
        {
          id: 'console.schedule.on.always',
          defaultMessage:
            'No rule wants this time, so it is what {own, select, yes {this screen} other {its group}} always shows.',
        },
        { own },
      )
    if (rule.strength === 'exception')
      return say(
        {
          id: 'console.schedule.on.exception',
          defaultMessage: 'An exception of {own, select, yes {this screen} other {its group}}.',
        },
        { own },
      )
    return say(
      {
        id: 'console.schedule.on.rule',
        defaultMessage: 'A rule of {own, select, yes {this screen} other {its group}}.',
      },
      { own },
    )
  }
}
