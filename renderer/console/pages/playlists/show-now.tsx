// Shows a playlist at once on chosen screens; says what will happen before it does.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { controlScreens } from '../../api/screen-actions.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Picker } from '../../kit/picker.tsx'
import { StateDot, useStateWord } from '../../kit/screen-state.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { isOff } from './playlist-uses.ts'

interface ShowNowProps {
  /** Null: it is chosen here. */
  readonly playlist: { readonly id: string; readonly name: string } | null
  readonly file: FloorFile
  readonly statuses: readonly ScreenStatus[]
  /** Chosen at first. */
  readonly initial: readonly string[]
  readonly onClose: () => void
}

export function ShowNow({ playlist: given, file, statuses, initial, onClose }: ShowNowProps) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const stateWord = useStateWord()
  const statusOf = (id: string) => statuses.find((status) => status.id === id)
  const [ticked, setTicked] = useState<readonly string[]>(initial)
  const chosen = ticked.filter((id) => !isOff(statuses, id))
  const [picked, setPicked] = useState(file.playlists[0] ?? null)
  const playlist = given ?? picked
  const name = playlist?.name ?? ''
  const show = () =>
    act(async () => {
      if (!playlist) return null
      await controlScreens(client, chosen, { do: 'show', playlist: playlist.id })
      onClose()
      toast({
        said: say(
          {
            id: 'console.show.done',
            defaultMessage: '{name} runs once on {count, plural, one {one screen} other {# screens}}.',
          },
          { name, count: chosen.length },
        ),
        tone: 'done',
        action: {
          name: say({ id: 'console.undo', defaultMessage: 'Undo' }),
          onAction: () =>
            void act(async () => {
              await controlScreens(client, chosen, { do: 'release' })
              return say({
                id: 'console.show.undone',
                defaultMessage: 'The screens are back on their playlists.',
              })
            }),
        },
      })
      return null
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        given
          ? say({ id: 'console.show.title', defaultMessage: 'Show {name} now' }, { name })
          : say({ id: 'console.show.any', defaultMessage: 'Show now' })
      }
      note={
        <FormattedMessage
          id="console.show.note"
          defaultMessage="Once through, then each goes back to what its schedule says."
        />
      }
      actions={
        <Button look="primary" isDisabled={chosen.length === 0 || !playlist} onPress={() => void show()}>
          <FormattedMessage
            id="console.show.do"
            defaultMessage="Show now on {count, plural, one {one screen} other {# screens}}"
            values={{ count: chosen.length }}
          />
        </Button>
      }
    >
      {!given && (
        <Picker
          label={say({ id: 'console.show.what', defaultMessage: 'Playlist' })}
          choices={file.playlists.map((each) => ({ id: each.id, name: each.name }))}
          value={picked?.id ?? null}
          onChange={(id) => setPicked(file.playlists.find((each) => each.id === id) ?? null)}
        />
      )}
      <CheckList
        label={say({ id: 'console.show.screens', defaultMessage: 'Screens' })}
        value={chosen}
        onChange={setTicked}
        items={file.screens.map((screen) => {
          const status = statusOf(screen.id)
          const state = status?.state ?? 'never'
          return {
            id: screen.id,
            name: screen.name,
            note: status?.hold
              ? say(
                  { id: 'console.show.held', defaultMessage: '{name} holds it' },
                  { name: status.hold.holder.name },
                )
              : stateWord(state),
            mark: <StateDot state={state} />,
            isDisabled: isOff(statuses, screen.id),
          }
        })}
      />
    </Dialog>
  )
}
