// Where the floor uses a metric: what has a page of its own is gone to, goals are counted.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Use } from '../../../../../shared/domain/edits/mentions.ts'
import { useSay } from '../../../words/words.tsx'

/** Nobody reads more of one kind. */
const mostNamed = 4

const pageOf = ({ list, id }: Use, children: ReactNode): ReactNode => {
  switch (list) {
    case 'boards':
      return (
        <Link to="/boards/$board" params={{ board: id }}>
          {children}
        </Link>
      )
    case 'metrics':
      return (
        <Link to="/metrics/$metric" params={{ metric: id }}>
          {children}
        </Link>
      )
    case 'celebrations':
      return (
        <Link to="/celebrations/$part" params={{ part: 'rules' }}>
          {children}
        </Link>
      )
    case 'exceptions':
      return <Link to="/exceptions">{children}</Link>
    case 'formulas':
      return <Link to="/coaching">{children}</Link>
    case 'cadences':
      return <Link to="/meetings">{children}</Link>
    default:
      return children
  }
}

const useListWords = (): ((list: string, count: number) => string) => {
  const say = useSay()
  return (list, count) => {
    switch (list) {
      case 'boards':
        return say(
          { id: 'console.used.boards', defaultMessage: '{count, plural, one {Board} other {# boards}}' },
          { count },
        )
      case 'goals':
        return say(
          { id: 'console.used.goals', defaultMessage: '{count, plural, one {One goal} other {# goals}}' },
          { count },
        )
      case 'celebrations':
        return say(
          {
            id: 'console.used.celebrations',
            defaultMessage: '{count, plural, one {Celebration} other {# celebrations}}',
          },
          { count },
        )
      case 'formulas':
        return say(
          {
            id: 'console.used.formulas',
            defaultMessage: '{count, plural, one {Formula} other {# formulas}}',
          },
          { count },
        )
      case 'exceptions':
        return say(
          {
            id: 'console.used.exceptions',
            defaultMessage: '{count, plural, one {Exception rule} other {# exception rules}}',
          },
          { count },
        )
      case 'trials':
        return say(
          {
            id: 'console.used.trials',
            defaultMessage: '{count, plural, one {Comparison} other {# comparisons}}',
          },
          { count },
        )
      case 'contests':
        return say(
          {
            id: 'console.used.contests',
            defaultMessage: '{count, plural, one {Contest} other {# contests}}',
          },
          { count },
        )
      case 'spiffs':
        return say(
          {
            id: 'console.used.spiffs',
            defaultMessage: '{count, plural, one {Spiff} other {# spiffs}}',
          },
          { count },
        )
      case 'seasons':
        return say(
          {
            id: 'console.used.seasons',
            defaultMessage: '{count, plural, one {Season} other {# seasons}}',
          },
          { count },
        )
      case 'cadences':
        return say(
          {
            id: 'console.used.meetings',
            defaultMessage: '{count, plural, one {Meeting} other {# meetings}}',
          },
          { count },
        )
      case 'metrics':
        return say(
          {
            id: 'console.used.metrics',
            defaultMessage: '{count, plural, one {Part of the metric} other {Part of # metrics}}',
          },
          { count },
        )
      case 'floor':
        return say({ id: 'console.used.floor', defaultMessage: 'The floor’s own settings' })
      default:
        return say({ id: 'console.used.elsewhere', defaultMessage: 'Elsewhere' })
    }
  }
}

function Uses({ list, uses }: { readonly list: string; readonly uses: readonly Use[] }) {
  const what = useListWords()(list, uses.length)
  if (list === 'goals')
    return (
      <li>
        <Link to="/goals">{what}</Link>
      </li>
    )
  return (
    <li>
      {what}
      {': '}
      {uses.slice(0, mostNamed).map((use, index) => (
        <span key={use.id}>
          {index > 0 && ', '}
          {pageOf(use, <bdi>{use.name}</bdi>)}
        </span>
      ))}
      {uses.length > mostNamed && (
        <>
          {' '}
          <FormattedMessage
            id="console.how.left.more"
            defaultMessage="and {more, number} more"
            values={{ more: uses.length - mostNamed }}
          />
        </>
      )}
    </li>
  )
}

export function UsedBy({ uses }: { readonly uses: readonly Use[] }) {
  if (uses.length === 0)
    return (
      <p className="soft small">
        <FormattedMessage id="console.metrics.unused" defaultMessage="Used nowhere yet." />
      </p>
    )
  const lists = [...new Set(uses.map(({ list }) => list))]
  return (
    <ul className="metric-uses small">
      {lists.map((list) => (
        <Uses key={list} list={list} uses={uses.filter((use) => use.list === list)} />
      ))}
    </ul>
  )
}
