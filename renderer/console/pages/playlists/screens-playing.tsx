// Beside a playlist: the screens that show it by their rules, and how they are.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { Card } from '../../kit/card.tsx'
import { StateDot, useStateWord } from '../../kit/screen-state.tsx'
import { useSay } from '../../words/words.tsx'

interface ScreensPlayingProps {
  readonly file: FloorFile
  readonly statuses: readonly ScreenStatus[]
  readonly planned: readonly FloorFile['screens'][number][]
  readonly playlist: string
}

export function ScreensPlaying({ file, statuses, planned, playlist }: ScreensPlayingProps) {
  const say = useSay()
  const stateWord = useStateWord()
  const nameOf = (id: string | null) => file.playlists.find((each) => each.id === id)?.name
  return (
    <Card
      title={<FormattedMessage id="console.playing.title" defaultMessage="Screens with this playlist" />}
      note={say(
        { id: 'console.playing.count', defaultMessage: '{count} of {all}' },
        { count: planned.length, all: file.screens.length },
      )}
    >
      {planned.length === 0 && (
        <p className="soft">
          <FormattedMessage
            id="console.playing.none"
            defaultMessage="No screen has it yet. Give it to one under Screens, or show it now."
          />
        </p>
      )}
      <ul className="lines">
        {planned.map(({ id, name }) => {
          const status = statuses.find((each) => each.id === id)
          const state = status?.state ?? 'never'
          return (
            <li key={id} className="line">
              <StateDot state={state} />
              <div className="grow">
                <Link to="/screens/$screen" params={{ screen: id }} className="cut" dir="auto">
                  {name}
                </Link>
                <p className="soft small">
                  {status?.playlist === playlist && state === 'live' ? (
                    <FormattedMessage id="console.playing.now" defaultMessage="shows it now" />
                  ) : state === 'live' && status ? (
                    <FormattedMessage
                      id="console.playing.other"
                      defaultMessage="now {playlist}"
                      values={{ playlist: <span dir="auto">{nameOf(status.playlist)}</span> }}
                    />
                  ) : (
                    stateWord(state)
                  )}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
