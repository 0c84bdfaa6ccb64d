// What can be done with a whole playlist: another name, a copy, away with it.
import { useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { MenuButton } from '../../kit/menu.tsx'
import { NameDialog } from '../../kit/name-dialog.tsx'
import { useSay } from '../../words/words.tsx'

interface PlaylistMenuProps {
  readonly playlist: FloorFile['playlists'][number]
  readonly file: FloorFile
  /** After it is gone. */
  readonly onRemoved?: () => void
}

export function PlaylistMenu({ playlist, file, onRemoved }: PlaylistMenuProps) {
  const say = useSay()
  const edit = useEdit()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'rename' | 'copy' | null>(null)
  const { id, name } = playlist
  const after = file.playlists[file.playlists.findIndex((each) => each.id === id) + 1]?.id ?? null

  const rename = (next: string) =>
    void edit(
      [{ do: 'set', list: 'playlists', id, fields: { name: next } }],
      say({ id: 'console.playlist.renamed', defaultMessage: 'It is called {name} now.' }, { name: next }),
    )
  const copy = (next: string) => {
    const entry = {
      ...playlist,
      id: newId(
        next,
        file.playlists.map((each) => each.id),
        'playlist',
      ),
      name: next,
    }
    void edit(
      [{ do: 'add', list: 'playlists', entry, before: after }],
      say(
        { id: 'console.playlist.copied', defaultMessage: '{name} is a copy of {from}.' },
        { name: next, from: name },
      ),
    )
    void navigate({ to: '/playlists/$playlist', params: { playlist: entry.id } })
  }
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'playlists', id, everywhere: false }],
      say({ id: 'console.playlist.removed', defaultMessage: '{name} is removed.' }, { name }),
    )
    if (outcome.ok) onRemoved?.()
  }
  return (
    <>
      <MenuButton
        label={say({ id: 'console.playlist.more', defaultMessage: 'More for {name}' }, { name })}
        icon={<Ellipsis aria-hidden="true" />}
        look="quiet"
        actions={[
          {
            id: 'rename',
            name: say({ id: 'console.playlist.rename', defaultMessage: 'Rename' }),
            icon: <Pencil />,
            onAction: () => setAsking('rename'),
          },
          {
            id: 'copy',
            name: say({ id: 'console.playlist.copy', defaultMessage: 'Copy' }),
            icon: <Copy />,
            onAction: () => setAsking('copy'),
          },
          {
            id: 'remove',
            name: say({ id: 'console.playlist.remove', defaultMessage: 'Remove' }),
            icon: <Trash2 />,
            danger: true,
            onAction: () => void remove(),
          },
        ]}
      />
      {asking === 'rename' && (
        <NameDialog
          title={say({ id: 'console.playlist.rename.title', defaultMessage: 'Another name' })}
          action={say({ id: 'console.playlist.rename', defaultMessage: 'Rename' })}
          initial={name}
          onName={rename}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'copy' && (
        <NameDialog
          title={say({ id: 'console.playlist.copy.title', defaultMessage: 'A copy of {name}' }, { name })}
          action={say({ id: 'console.playlist.copy', defaultMessage: 'Copy' })}
          initial={say({ id: 'console.playlist.copy.name', defaultMessage: '{name}, copy' }, { name })}
          onName={copy}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
