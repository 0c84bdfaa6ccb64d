// People and teams: everybody by team, found by name, added one by one or pasted from a spreadsheet.
import { useNavigate, useParams } from '@tanstack/react-router'
import { ChevronRight, ClipboardPaste, Pencil, Plus, UsersRound } from 'lucide-react'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { initialsOf } from '../../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../../shared/domain/boards/face.ts'
import { FaceColour, type FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Face } from '../../kit/face.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { type Group, groupPeople, type Listed, listPeople } from './groups.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { useToday } from './use-today.ts'
import './people.css'

/** Of a team, until more are asked for: nobody looks through more of them, a search finds the others. */
const mostDrawn = 200

interface LineProps {
  readonly of: Listed
  readonly role: string | undefined
  /** The same each time. */
  readonly onOpen: (id: string) => void
}

/** Five hundred of them are drawn anew with each letter of a search: only those that change. */
const Line = memo(function Line({ of: { person, index, ramp, hasLeft }, role, onOpen }: LineProps) {
  const date = useDateWords()
  const { id, name, photo, shortName, aliases, endedOn } = person
  return (
    <li className="crew-item">
      {/* A link of the router looks at every change of the address: five hundred of them are slow. */}
      <a
        href={`/console/people/${encodeURIComponent(id)}`}
        className="crew"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onOpen(id)
        }}
      >
        <Face
          of={{ name, short: name, initials: initialsOf(name), hue: hueAt(index), photo: photo ?? null }}
        />
        <span className="crew-who">
          <span className="strong">
            <bdi>{name}</bdi>
          </span>
          {shortName !== undefined && (
            <span className="soft small">
              <FormattedMessage
                id="console.roster.called"
                defaultMessage="“{name}” on walls"
                values={{ name: <bdi>{shortName}</bdi> }}
              />
            </span>
          )}
        </span>
        <span className="crew-role soft">
          <bdi>{role ?? ''}</bdi>
        </span>
        <span className="crew-tags">
          {ramp !== null && !hasLeft && (
            <Tag tone="input">
              <FormattedMessage
                id="console.roster.tag.ramp"
                defaultMessage="ramp {ramp} %"
                values={{ ramp }}
              />
            </Tag>
          )}
          {person.offWall && (
            <Tag tone="private">
              <FormattedMessage id="console.roster.tag.off" defaultMessage="off the wall" />
            </Tag>
          )}
          {endedOn !== undefined && (
            <Tag>
              <FormattedMessage
                id="console.roster.tag.until"
                defaultMessage="until {date}"
                values={{ date: date(endedOn) }}
              />
            </Tag>
          )}
        </span>
        <span className="crew-names soft small figures">
          <FormattedMessage
            id="console.roster.names"
            defaultMessage="{count, plural, =0 {by name alone} one {# further name} other {# further names}}"
            values={{ count: aliases.length }}
          />
        </span>
        <ChevronRight aria-hidden="true" />
      </a>
    </li>
  )
})

function TeamTitle({
  team,
  index,
  depth,
}: {
  readonly team: FloorFile['teams'][number]
  readonly index: number
  readonly depth: number
}) {
  return (
    <span className="crew-team" data-below={depth > 0 ? '' : undefined}>
      <Face
        of={{
          name: team.name,
          short: team.name,
          initials: team.mark ?? initialsOf(team.name),
          hue: team.colour === undefined ? hueAt(index) : FaceColour.options.indexOf(team.colour),
          photo: null,
        }}
      />
      <bdi>{team.name}</bdi>
    </span>
  )
}

function GroupCard({
  group: { team, people, hasLeft, depth },
  file,
  roleOf,
  onOpen,
  onEdit,
}: {
  readonly group: Group
  readonly file: FloorFile
  readonly roleOf: ReadonlyMap<string, string>
  readonly onOpen: (id: string) => void
  /** Null: they may only look. */
  readonly onEdit: ((team: string) => void) | null
}) {
  const say = useSay()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? people : people.slice(0, mostDrawn)
  const above = file.teams.find(({ id }) => id === team?.parent)
  return (
    <Card
      flush
      title={
        team ? (
          <TeamTitle team={team} index={file.teams.indexOf(team)} depth={depth} />
        ) : hasLeft ? (
          <FormattedMessage id="console.roster.left" defaultMessage="Have left" />
        ) : (
          <FormattedMessage id="console.roster.no-team" defaultMessage="Without a team" />
        )
      }
      note={
        <span className="crew-note">
          <span className="figures">
            <FormattedMessage
              id="console.roster.count"
              defaultMessage="{count, plural, =0 {nobody} one {# person} other {# people}}{above, select, none {} other {, part of {name}}}"
              values={{ count: people.length, above: above ? 'some' : 'none', name: above?.name ?? '' }}
            />
          </span>
          {team && onEdit && (
            <Button
              size="small"
              look="quiet"
              icon={<Pencil aria-hidden="true" />}
              aria-label={say(
                { id: 'console.team.edit', defaultMessage: 'Change {name}' },
                { name: team.name },
              )}
              onPress={() => onEdit(team.id)}
            />
          )}
        </span>
      }
    >
      <ul className="lines">
        {shown.map((each) => (
          <Line
            key={each.person.id}
            of={each}
            role={each.role === null ? undefined : roleOf.get(each.role)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {people.length > shown.length && (
        <div className="crew-more">
          <Button size="small" onPress={() => setIsWhole(true)}>
            <FormattedMessage
              id="console.roster.more"
              defaultMessage="Show the other {count}"
              values={{ count: people.length - shown.length }}
            />
          </Button>
        </div>
      )}
    </Card>
  )
}

/** `team`, `paste`: what is open over the page; a person is, by the address. */
type Open = { readonly team: string | null } | 'paste' | 'person' | null

export function People() {
  const say = useSay()
  const may = useMay()
  const navigate = useNavigate()
  const floor = useFloor()
  const today = useToday()
  const { person } = useParams({ strict: false })
  const [asked, setAsked] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const sought = useDeferredValue(asked)
  const file = floor?.file
  const own = useOwnTeams(file?.teams ?? [])
  const listed = useMemo(() => (file ? listPeople(file, today) : []), [file, today])
  const groups = useMemo(() => (file ? groupPeople(listed, file, sought) : []), [listed, file, sought])
  const onOpen = useCallback(
    (id: string) => void navigate({ to: '/people/$person', params: { person: id }, resetScroll: false }),
    [navigate],
  )
  const roleOf = useMemo(() => new Map(file?.roles.map(({ id, name }) => [id, name])), [file])
  if (!floor || !file) return <Loading />
  const here = listed.filter(({ hasLeft }) => !hasLeft)
  const without = here.filter(({ team }) => team === null).length
  const actions = own.some && (
    <>
      {may.administer && (
        <Button icon={<Plus aria-hidden="true" />} onPress={() => setOpen({ team: null })}>
          <FormattedMessage id="console.team.add" defaultMessage="New team" />
        </Button>
      )}
      {file.people.length > 0 && (
        <Button icon={<ClipboardPaste aria-hidden="true" />} onPress={() => setOpen('paste')}>
          <FormattedMessage id="console.paste.do" defaultMessage="Paste a list" />
        </Button>
      )}
      <Button
        look={file.people.length > 0 ? 'primary' : 'plain'}
        icon={<Plus aria-hidden="true" />}
        onPress={() => setOpen('person')}
      >
        <FormattedMessage id="console.roster.add" defaultMessage="Add somebody" />
      </Button>
    </>
  )
  return (
    <Page
      title={say({ id: 'console.nav.people', defaultMessage: 'People & teams' })}
      over={
        <FormattedMessage
          id="console.roster.over"
          defaultMessage="{teams, plural, =0 {No team yet} one {# team} other {# teams}}"
          values={{ teams: file.teams.length }}
        />
      }
      headline={
        <FormattedMessage
          id="console.roster.headline"
          defaultMessage="{count, plural, =0 {Nobody is here yet} one {One person is here} other {# people are here}}{without, plural, =0 {} one {, one without a team} other {, # without a team}}"
          values={{ count: here.length, without }}
        />
      }
      actions={actions}
    >
      {file.people.length === 0 ? (
        <Card>
          <Empty
            icon={<UsersRound aria-hidden="true" />}
            title={<FormattedMessage id="console.roster.none" defaultMessage="Who works here?" />}
            action={
              own.some && (
                <Button
                  look="primary"
                  icon={<ClipboardPaste aria-hidden="true" />}
                  onPress={() => setOpen('paste')}
                >
                  <FormattedMessage id="console.paste.do" defaultMessage="Paste a list" />
                </Button>
              )
            }
          >
            <FormattedMessage
              id="console.roster.none.note"
              defaultMessage="Copy the list from a spreadsheet and paste it: names, e-mail addresses and teams. The e-mail addresses are how the CRM’s deals find their people."
            />
          </Empty>
        </Card>
      ) : (
        <TextField
          label={say({ id: 'console.roster.search', defaultMessage: 'Find by name, team, role or e-mail' })}
          type="search"
          value={asked}
          onChange={setAsked}
        />
      )}
      {file.people.length > 0 && groups.length === 0 && (
        <p className="soft" role="status">
          <FormattedMessage id="console.coaching.no-match" defaultMessage="Nobody by these words." />
        </p>
      )}
      {groups.map((group) => (
        <GroupCard
          key={`${group.team?.id ?? ''} ${group.hasLeft}`}
          group={group}
          file={file}
          roleOf={roleOf}
          onOpen={onOpen}
          onEdit={own.has(group.team?.id ?? null) ? (team) => setOpen({ team }) : null}
        />
      ))}
      {person !== undefined && file.people.some(({ id }) => id === person) && (
        <PersonDialog
          key={person}
          floor={floor}
          id={person}
          onClose={() => void navigate({ to: '/people', resetScroll: false })}
        />
      )}
      {open === 'person' && <PersonDialog floor={floor} id={null} onClose={() => setOpen(null)} />}
      {open === 'paste' && <PasteDialog floor={floor} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && (
        <TeamDialog floor={floor} id={open.team} onClose={() => setOpen(null)} />
      )}
    </Page>
  )
}
