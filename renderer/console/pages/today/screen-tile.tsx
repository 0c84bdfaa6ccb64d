// A screen as it is now and next.
import { Link } from '@tanstack/react-router'
import { FormattedMessage, FormattedTime } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Miniature } from '../../kit/miniature.tsx'
import { StateDot, useStateWord } from '../../kit/screen-state.tsx'
import { useSpanWords } from '../../kit/span-words.ts'
import { healthOf, isPortrait } from '../screens/device-words.ts'
import type { KnownScreen } from '../screens/use-screens.ts'
import './screen-tile.css'

function NextWords({
  known,
  file,
  now,
}: {
  readonly known: KnownScreen
  readonly file: FloorFile
  readonly now: number
}) {
  const spanWords = useSpanWords()
  const { status } = known
  if (!status) return null
  const { hold, next, state } = status
  if (hold)
    return (
      <FormattedMessage
        id="console.tile.hold"
        defaultMessage="{name} holds it, {left} left"
        values={{
          name: <bdi>{hold.holder.name}</bdi>,
          left: spanWords(Math.max(0, hold.until - now) / 1000),
        }}
      />
    )
  if (state === 'off')
    return <FormattedMessage id="console.tile.off" defaultMessage="Starts again by itself when it is back" />
  if (state === 'never')
    return <FormattedMessage id="console.tile.never" defaultMessage="Waits for a TV to be paired" />
  if (!next) return null
  return (
    <FormattedMessage
      id="console.tile.next"
      defaultMessage="Next: {board}, in {span}"
      values={{
        board: <bdi>{file.boards.find(({ id }) => id === next.board)?.title ?? next.board}</bdi>,
        span: spanWords(Math.max(0, next.at - now) / 1000),
      }}
    />
  )
}

export function ScreenTile({ known, file }: { readonly known: KnownScreen; readonly file: FloorFile }) {
  const stateWord = useStateWord()
  const ageWords = useAgeWords()
  const now = useFeedNow()
  const { screen, status } = known
  const state = status?.state ?? 'never'
  const health = healthOf(status)
  return (
    <li className="tile">
      <Link to="/screens/$screen" params={{ screen: screen.id }} className="tile-link">
        <Miniature
          of={{ kind: 'screen', id: screen.id }}
          label=""
          portrait={health !== null && isPortrait(health)}
          state={state === 'held' || state === 'off' ? state : 'live'}
        >
          {state === 'off' && status && (
            <>
              <span className="strong">
                <FormattedMessage
                  id="console.tile.off-for"
                  defaultMessage="Off for {age}"
                  values={{ age: ageWords(now - (status.since ?? now)) }}
                />
              </span>
              {status.lastSeen !== null && (
                <span>
                  <FormattedMessage
                    id="console.tile.seen"
                    defaultMessage="last seen {time}"
                    values={{ time: <FormattedTime value={status.lastSeen} /> }}
                  />
                </span>
              )}
            </>
          )}
        </Miniature>
        <span className="tile-head">
          <StateDot state={state} />
          <span className="strong cut" dir="auto">
            {screen.name}
          </span>
          <span className="soft small tile-state state-word" data-state={state}>
            {stateWord(state)}
          </span>
        </span>
        <span className="tile-words">
          <span className="cut" dir="auto">
            {file.playlists.find(({ id }) => id === status?.playlist)?.name}
          </span>
          <span className="soft small cut figures">
            <NextWords known={known} file={file} now={now} />
          </span>
        </span>
      </Link>
    </li>
  )
}
