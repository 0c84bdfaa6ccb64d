// How loud the screen is, and whose version of its playlists it shows.
import { useEdit } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Picker } from '../../kit/picker.tsx'
import { Slider } from '../../kit/slider.tsx'
import { useSay } from '../../words/words.tsx'
import type { Remote } from './use-remote.ts'

/** No slug, and so no team's id. */
const everybody = '*'

export function ScreenSettings({ remote: { file, screen } }: { readonly remote: Remote }) {
  const say = useSay()
  const edit = useEdit()
  const may = useMay()
  if (!may.edit) return null
  const set = (fields: Readonly<Record<string, unknown>>, said: string) =>
    void edit([{ do: 'set', list: 'screens', id: screen.id, fields }], said)
  return (
    <section className="remote-part">
      <Slider
        label={say({ id: 'console.remote.volume', defaultMessage: 'Volume' })}
        value={screen.volume}
        onChange={(volume) =>
          set(
            { volume },
            say(
              {
                id: 'console.remote.volume.set',
                defaultMessage: '{screen} is at {volume, number, ::percent}.',
              },
              { screen: screen.name, volume },
            ),
          )
        }
      />
      {file.teams.length > 0 && (
        <Picker
          label={say({ id: 'console.remote.team', defaultMessage: 'Active team' })}
          value={screen.team ?? everybody}
          choices={[
            {
              id: everybody,
              name: say({ id: 'console.remote.everybody', defaultMessage: 'Everybody' }),
              note: say({
                id: 'console.remote.everybody.note',
                defaultMessage: 'Playlists as they are for all',
              }),
            },
            ...file.teams.map(({ id, name }) => ({ id, name })),
          ]}
          onChange={(team) =>
            set(
              { team: team === everybody ? null : team },
              say(
                { id: 'console.remote.team.set', defaultMessage: '{screen} shows another team now.' },
                { screen: screen.name },
              ),
            )
          }
        />
      )}
    </section>
  )
}
