// From which source activities count, in a sentence.
import { useIntl } from 'react-intl'
import { byHandSource } from '../../../../shared/wire/by-hand.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { dealsTaken, type TakenFrom } from '../../../../shared/wire/taken-from.ts'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'

/** "Calls", "Meetings", "E-mails"; other kinds as the floor calls them. */
export const useKindWords = (): ((kind: string) => string) => {
  const say = useSay()
  return (kind) => {
    if (kind === 'call') return say({ id: 'console.sources.kind.call', defaultMessage: 'Calls' })
    if (kind === 'meeting') return say({ id: 'console.sources.kind.meeting', defaultMessage: 'Meetings' })
    if (kind === dealsTaken) return say({ id: 'console.sources.kind.deal', defaultMessage: 'Deals' })
    if (kind === 'email') return say({ id: 'console.sources.kind.email', defaultMessage: 'E-mails' })
    return kind
  }
}

/** What people call a source of facts. */
export const useSourceName = ({
  sources,
  inbound,
}: Pick<FloorFile, 'sources' | 'inbound'>): ((source: string) => string) => {
  const say = useSay()
  const named = [...sources.map(({ id, name, source }) => ({ id: source ?? id, name })), ...inbound]
  return (source) => {
    if (source === byHandSource)
      return say({ id: 'console.sources.by-hand', defaultMessage: 'what is entered by hand' })
    return named.find(({ id }) => id === source)?.name ?? source
  }
}

export const useTakenWords = (
  file: Pick<FloorFile, 'sources' | 'inbound' | 'people' | 'teams'>,
): ((rule: TakenFrom) => string) => {
  const say = useSay()
  const date = useDateWords()
  const kindWords = useKindWords()
  const nameOfSource = useSourceName(file)
  const { formatList } = useIntl()
  return ({ kinds, source, rep, team, since }) => {
    const what = formatList(kinds.map(kindWords))
    const from = nameOfSource(source)
    const who =
      rep !== undefined
        ? (file.people.find(({ id }) => id === rep)?.name ?? rep)
        : team !== undefined
          ? (file.teams.find(({ id }) => id === team)?.name ?? team)
          : null
    const when = since === undefined ? null : date(since)
    if (who === null)
      return when === null
        ? say(
            { id: 'console.sources.taken', defaultMessage: '{what} count from {from} alone.' },
            { what, from },
          )
        : say(
            {
              id: 'console.sources.taken.since',
              defaultMessage: '{what} count from {from} alone, since {when}.',
            },
            { what, from, when },
          )
    return when === null
      ? say(
          { id: 'console.sources.taken.who', defaultMessage: '{who}: {what} count from {from} alone.' },
          { who, what, from },
        )
      : say(
          {
            id: 'console.sources.taken.who.since',
            defaultMessage: '{who}: {what} count from {from} alone, since {when}.',
          },
          { who, what, from, when },
        )
  }
}
