// The versions of a playlist: one for everybody, and one for each team that has its own.
import { Plus } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { MenuButton } from '../../kit/menu.tsx'
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
      <ToggleButtonGroup
        className="segments"
        aria-label={say({ id: 'console.versions', defaultMessage: 'Versions by team' })}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value ?? everybody]}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (key !== undefined) onChange(key === everybody ? null : String(key))
        }}
      >
        <ToggleButton id={everybody} className="segment">
          {say({ id: 'console.versions.everybody', defaultMessage: 'Everybody' })}
        </ToggleButton>
        {playlist.versions.map(({ team }) => (
          <ToggleButton key={team} id={team} className="segment">
            {file.teams.find(({ id }) => id === team)?.name ?? team}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
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
