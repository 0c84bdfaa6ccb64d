// All screens by office: each with a live picture, what it is, what is on it and how it is.
import { Link } from '@tanstack/react-router'
import { FormattedMessage, FormattedTime } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Card } from '../../kit/card.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { useSay } from '../../words/words.tsx'
import { healthOf, isPortrait, useDeviceWords } from './device-words.ts'
import { StateLine } from './state-line.tsx'
import type { KnownScreen } from './use-screens.ts'
import './screen-list.css'

/** Screens without an office come last. */
const byOffice = (
  screens: readonly KnownScreen[],
): readonly (readonly [string, readonly KnownScreen[]])[] => {
  const offices = new Map<string, KnownScreen[]>()
  for (const known of screens) {
    const office = known.screen.office ?? ''
    offices.set(office, [...(offices.get(office) ?? []), known])
  }
  return [...offices].sort(([a], [b]) => Number(a === '') - Number(b === ''))
}

function ScreenRow({ known, file }: { readonly known: KnownScreen; readonly file: FloorFile }) {
  const { screen, status } = known
  const deviceWords = useDeviceWords()
  const health = healthOf(status)
  const group = file.screenGroups.find(({ id }) => id === screen.group)?.name
  const playlist = file.playlists.find(({ id }) => id === status?.playlist)?.name
  const board = file.boards.find(({ id }) => id === status?.board)?.title
  return (
    <li>
      <Link to="/screens/$screen" params={{ screen: screen.id }} className="screen-row" resetScroll={false}>
        <span className="screen-picture">
          <Miniature
            of={{ kind: 'screen', id: screen.id }}
            label=""
            portrait={health !== null && isPortrait(health)}
            state={status?.state === 'held' || status?.state === 'off' ? status.state : 'live'}
          />
        </span>
        <span className="screen-words">
          <span className="strong" dir="auto">
            {screen.name}
          </span>
          <span className="soft small">
            {[health && deviceWords(health), group].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="screen-words screen-on">
          <span dir="auto">{status?.hold ? board : playlist}</span>
          <span className="soft small">
            {status?.hold ? (
              <FormattedMessage
                id="console.screens.held-until"
                defaultMessage="held by {name} until {time}"
                values={{
                  name: <bdi>{status.hold.holder.name}</bdi>,
                  time: <FormattedTime value={status.hold.until} />,
                }}
              />
            ) : (
              <bdi>{board}</bdi>
            )}
          </span>
        </span>
        <StateLine status={status} />
      </Link>
    </li>
  )
}

export function ScreenList({
  screens,
  file,
}: {
  readonly screens: readonly KnownScreen[]
  readonly file: FloorFile
}) {
  const say = useSay()
  const offices = byOffice(screens)
  return (
    <>
      {offices.map(([office, known]) => (
        <Card
          key={office}
          flush
          {...(offices.length > 1 || office !== ''
            ? {
                title:
                  office === '' ? (
                    <FormattedMessage id="console.screens.no-office" defaultMessage="Without an office" />
                  ) : (
                    <bdi>{office}</bdi>
                  ),
                note: say(
                  {
                    id: 'console.screens.count',
                    defaultMessage: '{count, plural, one {one screen} other {# screens}}',
                  },
                  { count: known.length },
                ),
              }
            : {})}
        >
          <ul className="lines">
            {known.map((each) => (
              <ScreenRow key={each.screen.id} known={each} file={file} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
