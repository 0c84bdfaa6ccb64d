// What a screen is set to; each change counts at once, and can be undone.
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { Theme } from '../../../../shared/wire/theme.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Slider } from '../../kit/slider.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { regroupEdits } from './group-edits.ts'
import { useThemeWords, useTurnWords } from './setting-words.ts'

type Screen = FloorFile['screens'][number]

interface ScreenSettingsProps {
  readonly screen: Screen
  readonly file: FloorFile
  readonly canEdit: boolean
}

/** A picker's choice of having none. */
const none = '-'
const turns = ['0', '90', '180', '270'] as const
/** Half of it is what most panels hide. */
const widestSafeArea = 0.15

export function ScreenSettings({ screen, file, canEdit }: ScreenSettingsProps) {
  const say = useSay()
  const edit = useEdit()
  const themeWords = useThemeWords()
  const turnWords = useTurnWords()
  const { id, name } = screen
  const change = (edits: readonly FloorEdit[]) =>
    void edit(edits, say({ id: 'console.screen.set', defaultMessage: '{name} is set anew.' }, { name }))
  const set = (fields: Readonly<Record<string, unknown>>) =>
    change([{ do: 'set', list: 'screens', id, fields }])
  const orNull = (key: string) => (key === none ? null : key)
  const named = (entries: readonly { readonly id: string; readonly name: string }[], noneWords: string) => [
    { id: none, name: noneWords },
    ...entries.map((each) => ({ id: each.id, name: each.name })),
  ]
  return (
    <div className="form">
      <Slider
        label={say({ id: 'console.screen.volume', defaultMessage: 'Volume' })}
        value={screen.volume}
        isDisabled={!canEdit}
        onChange={(volume) => set({ volume })}
      />
      <div className="form-row">
        <Picker
          label={say({ id: 'console.screen.playlist', defaultMessage: 'Always plays' })}
          choices={named(
            file.playlists,
            screen.group === undefined
              ? say({ id: 'console.screen.playlist.none', defaultMessage: 'Nothing of its own' })
              : say({ id: 'console.screen.playlist.group', defaultMessage: 'As its group' }),
          )}
          value={screen.playlist ?? none}
          isDisabled={!canEdit}
          onChange={(key) => set({ playlist: orNull(key) })}
        />
        <Picker
          label={say({ id: 'console.screen.team', defaultMessage: 'Active team' })}
          choices={named(file.teams, say({ id: 'console.versions.everybody', defaultMessage: 'Everybody' }))}
          value={screen.team ?? none}
          isDisabled={!canEdit}
          onChange={(key) => set({ team: orNull(key) })}
        />
        {file.screenGroups.length > 0 && (
          <Picker
            label={say({ id: 'console.screen.group', defaultMessage: 'Group' })}
            choices={named(
              file.screenGroups,
              say({ id: 'console.screen.group.none', defaultMessage: 'None' }),
            )}
            value={screen.group ?? none}
            isDisabled={!canEdit}
            onChange={(key) => change(regroupEdits(file, screen, orNull(key)))}
          />
        )}
        <Picker
          label={say({ id: 'console.screen.theme', defaultMessage: 'Theme' })}
          choices={[
            { id: none, name: say({ id: 'console.screen.theme.floor', defaultMessage: 'As the floor' }) },
            ...Theme.options.map((theme) => ({ id: theme, name: themeWords(theme) })),
          ]}
          value={screen.theme ?? none}
          isDisabled={!canEdit}
          onChange={(key) => set({ theme: orNull(key) })}
        />
        <Picker
          label={say({ id: 'console.screen.turn', defaultMessage: 'Hangs' })}
          choices={turns.map((turn) => ({ id: turn, name: turnWords(turn) }))}
          value={turns.find((turn) => Number(turn) === screen.rotate) ?? '0'}
          isDisabled={!canEdit}
          onChange={(turn) => set({ rotate: Number(turn) })}
        />
      </div>
      <Slider
        label={say({ id: 'console.screen.safe-area', defaultMessage: 'Hidden edge' })}
        value={screen.safeArea}
        max={widestSafeArea}
        step={0.01}
        isDisabled={!canEdit}
        onChange={(safeArea) => set({ safeArea })}
      />
      <Switch value={screen.calm} isDisabled={!canEdit} onChange={(calm) => set({ calm })}>
        {say({ id: 'console.screen.calm', defaultMessage: 'Calm: nothing moves and nothing flashes' })}
      </Switch>
    </div>
  )
}
