// What is wrong with a pasted line, and what its columns are, in words.
import type { PastedField } from '../../../../shared/domain/people/paste/columns.ts'
import type { PasteProblem } from '../../../../shared/domain/people/paste/pasted-people.ts'
import { useSay } from '../../words/words.tsx'

export const usePasteWords = (): ((problem: PasteProblem) => string) => {
  const say = useSay()
  return (problem) => {
    switch (problem.is) {
      case 'no-name':
        return say({ id: 'console.paste.no-name', defaultMessage: 'Has no name.' })
      case 'bad-name':
        return say(
          { id: 'console.paste.bad-name', defaultMessage: '“{text}” cannot be a name.' },
          { text: problem.text },
        )
      case 'twice':
        return say(
          { id: 'console.paste.twice', defaultMessage: '“{text}” stands in line {line} already.' },
          { text: problem.text, line: problem.line },
        )
      case 'here-already':
        return say(
          { id: 'console.paste.here', defaultMessage: '“{text}” is here already, as {name}.' },
          { text: problem.text, name: problem.name },
        )
      case 'unknown-team':
        return say(
          { id: 'console.paste.unknown-team', defaultMessage: 'The floor has no team “{text}”.' },
          { text: problem.text },
        )
      case 'unknown-role':
        return say(
          { id: 'console.paste.unknown-role', defaultMessage: 'The floor has no role “{text}”.' },
          { text: problem.text },
        )
      case 'no-date':
        return say(
          { id: 'console.paste.no-date', defaultMessage: '“{text}” is no date.' },
          { text: problem.text },
        )
      case 'ambiguous-date':
        return say(
          {
            id: 'console.paste.ambiguous',
            defaultMessage: '“{text}” could be two days. Write it as 2026-04-03.',
          },
          { text: problem.text },
        )
      case 'ends-before':
        return say({ id: 'console.paste.ends-before', defaultMessage: 'Ends before it begins.' })
    }
  }
}

export const useFieldNames = (): Readonly<Record<PastedField, string>> => {
  const say = useSay()
  return {
    name: say({ id: 'console.roster.name', defaultMessage: 'Name' }),
    firstName: say({ id: 'console.paste.first', defaultMessage: 'First name' }),
    lastName: say({ id: 'console.paste.last', defaultMessage: 'Last name' }),
    alias: say({ id: 'console.paste.alias', defaultMessage: 'E-mail or id in a source' }),
    team: say({ id: 'console.roster.team', defaultMessage: 'Team' }),
    role: say({ id: 'console.roster.role', defaultMessage: 'Role' }),
    startedOn: say({ id: 'console.roster.started', defaultMessage: 'First day here' }),
    endedOn: say({ id: 'console.paste.ended', defaultMessage: 'Last day' }),
    shortName: say({ id: 'console.roster.short', defaultMessage: 'Short name on walls' }),
  }
}
