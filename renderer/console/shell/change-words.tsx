// Changes of the floor in sentences, for the history and for edits that came too late.
import { FormattedMessage } from 'react-intl'
import type { FloorChange, FloorVersion } from '../../../shared/wire/floor-edits.ts'
import { useSay } from '../words/words.tsx'

const useListWord = (): ((list: string) => string) => {
  const say = useSay()
  const words: Readonly<Record<string, string>> = {
    boards: say({ id: 'console.list.board', defaultMessage: 'board' }),
    playlists: say({ id: 'console.list.playlist', defaultMessage: 'playlist' }),
    screens: say({ id: 'console.list.screen', defaultMessage: 'screen' }),
    screenGroups: say({ id: 'console.list.screen-group', defaultMessage: 'screen group' }),
    people: say({ id: 'console.list.person', defaultMessage: 'person' }),
    teams: say({ id: 'console.list.team', defaultMessage: 'team' }),
    roles: say({ id: 'console.list.role', defaultMessage: 'role' }),
    metrics: say({ id: 'console.list.metric', defaultMessage: 'metric' }),
    celebrations: say({ id: 'console.list.celebration', defaultMessage: 'celebration' }),
    alerts: say({ id: 'console.list.alert', defaultMessage: 'list of people told' }),
    formulas: say({ id: 'console.list.formula', defaultMessage: 'formula' }),
    exceptions: say({ id: 'console.list.exception', defaultMessage: 'exception rule' }),
    inbound: say({ id: 'console.list.inbound', defaultMessage: 'inbound webhook' }),
    trials: say({ id: 'console.list.trial', defaultMessage: 'trial of two metrics' }),
    cadences: say({ id: 'console.list.cadence', defaultMessage: 'meeting' }),
    contests: say({ id: 'console.list.contest', defaultMessage: 'contest' }),
    spiffs: say({ id: 'console.list.spiff', defaultMessage: 'spiff' }),
    seasons: say({ id: 'console.list.season', defaultMessage: 'season' }),
    awards: say({ id: 'console.list.award', defaultMessage: 'award' }),
    tables: say({ id: 'console.list.table', defaultMessage: 'table' }),
    corrections: say({ id: 'console.list.correction', defaultMessage: 'correction' }),
    goals: say({ id: 'console.list.goal', defaultMessage: 'goal' }),
    floor: say({ id: 'console.list.floor', defaultMessage: 'settings of the floor' }),
  }
  return (list) => words[list] ?? list
}

export function ChangeLine({ change }: { readonly change: FloorChange }) {
  const listWord = useListWord()
  const values = {
    list: listWord(change.list),
    name: <b dir="auto">{change.name}</b>,
    fields: change.fields.map(({ field }) => field).join(', '),
  }
  switch (change.what) {
    case 'added':
      return (
        <FormattedMessage
          id="console.change.added"
          defaultMessage="Added the {list} {name}"
          values={values}
        />
      )
    case 'removed':
      return (
        <FormattedMessage
          id="console.change.removed"
          defaultMessage="Removed the {list} {name}"
          values={values}
        />
      )
    case 'moved':
      return (
        <FormattedMessage
          id="console.change.moved"
          defaultMessage="Moved the {list} {name}"
          values={values}
        />
      )
    case 'changed':
      return (
        <FormattedMessage
          id="console.change.changed"
          defaultMessage="Changed the {list} {name}: {fields}"
          values={values}
        />
      )
  }
}

export function ChangedByWords({ by }: { readonly by: FloorVersion['by'] }) {
  switch (by.kind) {
    case 'person':
      return <span dir="auto">{by.name}</span>
    case 'token':
      return (
        <FormattedMessage
          id="console.by.token"
          defaultMessage="A program with the token “{name}”"
          values={{ name: by.name }}
        />
      )
    case 'local':
      return <FormattedMessage id="console.by.local" defaultMessage="Somebody at the feed’s own machine" />
    case 'start':
      return <FormattedMessage id="console.by.start" defaultMessage="The first start" />
    case 'process':
      return <FormattedMessage id="console.by.process" defaultMessage="The feed itself" />
    case 'unknown':
      return <FormattedMessage id="console.by.unknown" defaultMessage="Somebody" />
  }
}
