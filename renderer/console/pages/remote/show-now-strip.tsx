// Any board or playlist, on this screen, now.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import type { Remote } from './use-remote.ts'

/** Shown at first; the rest by one tap more. */
const few = 6
const holdForMs = 15 * 60_000

type What = 'boards' | 'playlists'

export function ShowNowStrip({ remote }: { readonly remote: Remote }) {
  const say = useSay()
  const [what, setWhat] = useState<What>('boards')
  const [all, setAll] = useState(false)
  const { file, control, mine, ask } = remote
  const isDisabled = control.hold !== null && !mine
  // What is not for the floor is on no wall: the feed would refuse it.
  const boards = file.boards.filter(({ audience }) => audience === 'floor')
  const items =
    what === 'boards'
      ? boards.map(({ id, title }) => ({ id, name: title, of: { kind: 'board', id } as const }))
      : file.playlists.map(({ id, name }) => ({ id, name, of: { kind: 'playlist', id } as const }))
  const shown = all ? items : items.slice(0, few)
  return (
    <section className="remote-part">
      <div className="remote-part-head">
        <h2>
          <FormattedMessage id="console.remote.show" defaultMessage="Show now" />
        </h2>
        <Segments<What>
          label={say({ id: 'console.remote.show.what', defaultMessage: 'Boards or playlists' })}
          value={what}
          onChange={setWhat}
          choices={[
            { id: 'boards', name: say({ id: 'console.nav.boards', defaultMessage: 'Boards' }) },
            { id: 'playlists', name: say({ id: 'console.nav.playlists', defaultMessage: 'Playlists' }) },
          ]}
        />
      </div>
      <ul className="strip">
        {shown.map(({ id, name, of }) => (
          <li key={id}>
            <button
              type="button"
              className="strip-item"
              disabled={isDisabled}
              onClick={() =>
                void ask(
                  of.kind === 'board'
                    ? { do: 'hold', board: id, forMs: holdForMs }
                    : { do: 'show', playlist: id },
                )
              }
            >
              <Miniature of={of} label={name} />
              <span className="strip-name" dir="auto">
                {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > few && (
        <Button look="quiet" onPress={() => setAll((before) => !before)}>
          {all ? (
            <FormattedMessage id="console.remote.fewer" defaultMessage="Show fewer" />
          ) : (
            <FormattedMessage
              id="console.remote.all"
              defaultMessage="Show all {count}"
              values={{ count: items.length }}
            />
          )}
        </Button>
      )}
    </section>
  )
}
