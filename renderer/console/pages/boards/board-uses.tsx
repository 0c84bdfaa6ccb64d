// Where a board is used: its playlists, the screens on which it comes round, and the meetings that go through it.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedList, FormattedMessage } from 'react-intl'
import { meetingsWith, playlistsWith, screensWith } from '../../../../shared/domain/screens/board-places.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { Notice } from '../../kit/notice.tsx'

export interface BoardUses {
  readonly playlists: FloorFile['playlists']
  readonly screens: FloorFile['screens']
  readonly meetings: FloorFile['cadences']
}

export const usesOf = (file: FloorFile, board: string): BoardUses => ({
  playlists: playlistsWith(file, board),
  screens: [...screensWith(file, board)],
  meetings: meetingsWith(file, board),
})

export const isUsed = ({ playlists, meetings }: BoardUses): boolean =>
  playlists.length > 0 || meetings.length > 0

const bold = (parts: ReactNode) => <span className="strong">{parts}</span>

/** "In the playlists A and B, on the screens Lobby and North, and in the meeting Monday review." */
export function BoardUsesLines({ uses: { playlists, screens, meetings } }: { readonly uses: BoardUses }) {
  return (
    <ul>
      {playlists.length > 0 && (
        <li>
          <FormattedMessage
            id="console.board-uses.playlists"
            defaultMessage="<b>{count, plural, one {Playlist} other {Playlists}}:</b> {names}"
            values={{
              b: bold,
              count: playlists.length,
              names: (
                <FormattedList
                  value={playlists.map(({ id, name }) => (
                    <Link key={id} to="/playlists/$playlist" params={{ playlist: id }} dir="auto">
                      {name}
                    </Link>
                  ))}
                />
              ),
            }}
          />
        </li>
      )}
      {screens.length > 0 && (
        <li>
          <FormattedMessage
            id="console.board-uses.screens"
            defaultMessage="<b>{count, plural, one {Screen} other {Screens}}:</b> {names}"
            values={{
              b: bold,
              count: screens.length,
              names: (
                <FormattedList
                  value={screens.map(({ id, name }) => (
                    <Link key={id} to="/screens/$screen" params={{ screen: id }} dir="auto">
                      {name}
                    </Link>
                  ))}
                />
              ),
            }}
          />
        </li>
      )}
      {meetings.length > 0 && (
        <li>
          <FormattedMessage
            id="console.board-uses.meetings"
            defaultMessage="<b>{count, plural, one {Meeting} other {Meetings}}:</b> {names}"
            values={{
              b: bold,
              count: meetings.length,
              names: (
                <FormattedList
                  value={meetings.map(({ id, name }) => (
                    <Link key={id} to="/meetings/$meeting" params={{ meeting: id }} dir="auto">
                      {name}
                    </Link>
                  ))}
                />
              ),
            }}
          />
        </li>
      )}
    </ul>
  )
}

/** Above the choices of a board that hangs already. */
export function BoardUsesNotice({ board, file }: { readonly board: Board; readonly file: FloorFile }) {
  const uses = usesOf(file, board.id)
  if (!isUsed(uses)) return null
  return (
    <Notice
      tone="info"
      title={
        <FormattedMessage
          id="console.board-uses.changes"
          defaultMessage="What you change here changes there"
        />
      }
    >
      <BoardUsesLines uses={uses} />
    </Notice>
  )
}
