// The versions of a playlist: one for everybody, and one for each team that has its own.
import { Plus } from 'lucide-react'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { MenuButton } from '../../kit/menu.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import './version-tabs.css'

interface VersionTabsProps {
  readonly playlist: FloorFile['playlists'][number]
  readonly file: FloorFile
  /** A team's id, or null for everybody. */
  readonly value: string | null
  readonly onChange: (team: string | null) => void
  /** Null where nothing may be changed. */
  readonly onAdd: ((team: string) => void) | null
}

const everybody = '*'

export function VersionTabs({ playlist, file, value, onChange, onAdd }: VersionTabsProps) {
  const say = useSay()
  const without = file.teams.filter(({ id }) => playlist.versions.every(({ team }) => team !== id))
  if (playlist.versions.length === 0 && (onAdd === null || without.length === 0)) return null
  return (
    <div className="versions">
      <Segments
        label={say({ id: 'console.versions', defaultMessage: 'Versions by team' })}
        choices={[
          { id: everybody, name: say({ id: 'console.versions.everybody', defaultMessage: 'Everybody' }) },
          ...playlist.versions.map(({ team }) => ({
            id: team,
            name: file.teams.find(({ id }) => id === team)?.name ?? team,
          })),
        ]}
        value={value ?? everybody}
        onChange={(key) => onChange(key === everybody ? null : key)}
      />
      {onAdd && without.length > 0 && (
        <MenuButton
          label={say({ id: 'console.versions.add', defaultMessage: 'Version for a team' })}
          icon={<Plus aria-hidden="true" />}
          look="quiet"
          actions={without.map(({ id, name }) => ({ id, name, onAction: () => onAdd(id) }))}
        >
          {say({ id: 'console.versions.add', defaultMessage: 'Version for a team' })}
        </MenuButton>
      )}
    </div>
  )
}
