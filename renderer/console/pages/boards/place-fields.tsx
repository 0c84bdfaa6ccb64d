// Into which playlists a board goes as it is saved.
import { FormattedMessage, useIntl } from 'react-intl'
import { type BoardPlace, screensThatUse } from '../../../../shared/domain/screens/board-places.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Card } from '../../kit/card.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { useSay } from '../../words/words.tsx'

interface ChosenProps {
  readonly value: readonly string[]
  readonly onChange: (playlists: readonly string[]) => void
}

/** For a new board: at the end of any playlist. */
export function PlaylistPlaces({ file, ...chosen }: ChosenProps & { readonly file: FloorFile }) {
  const say = useSay()
  const { formatList } = useIntl()
  if (file.playlists.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.places" defaultMessage="Where it hangs" />}>
      <CheckList
        label={say({ id: 'console.places.last', defaultMessage: 'At the end of these playlists' })}
        items={file.playlists.map((playlist) => ({
          id: playlist.id,
          name: playlist.name,
          note: formatList(screensThatUse(file, playlist.id).map(({ name }) => name)),
        }))}
        notesBelow
        {...chosen}
      />
    </Card>
  )
}

interface TeamPlacesProps extends ChosenProps {
  readonly team: string
  /** The board that is copied. */
  readonly source: string
  /** At least one. */
  readonly places: readonly BoardPlace[]
}

/** For a copy: on the team's own screens alone. */
export function TeamPlaces({ team, source, places, ...chosen }: TeamPlacesProps) {
  const say = useSay()
  const { formatList } = useIntl()
  return (
    <Card title={<FormattedMessage id="console.places" defaultMessage="Where it hangs" />}>
      <CheckList
        label={say({ id: 'console.places.team', defaultMessage: 'On {team}’s own screens' }, { team })}
        items={places.map(({ playlist, screens, hasSource }) => ({
          id: playlist.id,
          name: playlist.name,
          note: hasSource
            ? say(
                {
                  id: 'console.places.instead',
                  defaultMessage: '{screens}: in the place of “{source}”. Other teams’ screens keep that.',
                },
                { screens: formatList(screens.map(({ name }) => name)), source },
              )
            : formatList(screens.map(({ name }) => name)),
        }))}
        notesBelow
        {...chosen}
      />
    </Card>
  )
}
