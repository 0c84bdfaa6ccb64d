// The groups of screens: what is set for one is set for all of its screens.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { GroupDialog } from './group-dialog.tsx'

interface ScreenGroupsProps {
  readonly file: FloorFile
  readonly mayEdit: boolean
}

export function ScreenGroups({ file, mayEdit }: ScreenGroupsProps) {
  const say = useSay()
  /** A group's id; null: a new one. */
  const [open, setOpen] = useState<string | null | undefined>(undefined)
  const { screenGroups: groups, screens, playlists } = file
  if (groups.length === 0 && !mayEdit) return null
  const opened = groups.find(({ id }) => id === open) ?? null
  return (
    <Card
      title={<FormattedMessage id="console.groups.title" defaultMessage="Groups" />}
      note={
        mayEdit && (
          <Button size="small" onPress={() => setOpen(null)}>
            <FormattedMessage id="console.group.new" defaultMessage="New group" />
          </Button>
        )
      }
    >
      {groups.length === 0 && (
        <p className="soft small">
          <FormattedMessage
            id="console.groups.none"
            defaultMessage="Screens of one group share a playlist and a schedule."
          />
        </p>
      )}
      <ul className="lines">
        {groups.map(({ id, name, playlist }) => {
          const members = screens.filter(({ group }) => group === id)
          const played = playlists.find((each) => each.id === playlist)?.name
          return (
            <li key={id} className="line">
              <div className="grow">
                <h3 dir="auto">{name}</h3>
                <p className="soft small cut" dir="auto">
                  {[
                    played,
                    members.length === 0
                      ? say({ id: 'console.group.empty', defaultMessage: 'no screen in it' })
                      : members.map((screen) => screen.name).join(', '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {mayEdit && (
                <Button
                  size="small"
                  aria-label={say({ id: 'console.group.open', defaultMessage: 'Change {name}' }, { name })}
                  onPress={() => setOpen(id)}
                >
                  <FormattedMessage id="console.group.do" defaultMessage="Change" />
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {(open === null || opened) && (
        <GroupDialog file={file} group={opened} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  )
}
