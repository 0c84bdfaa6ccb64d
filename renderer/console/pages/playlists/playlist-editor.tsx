// One playlist: its boards in order, how long each stays, where it is on, and whether people will still look at it.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Eye, Play, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { screensThatUse } from '../../../../shared/domain/screens/board-places.ts'
import { lapSeconds } from '../../../../shared/domain/screens/playlist-lap.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { screensQuery, useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSpanWords } from '../../kit/span-words.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { AddBoard } from './add-board.tsx'
import { AdviceNotice } from './advice-notice.tsx'
import { BoardRows, type Item } from './board-rows.tsx'
import { PlaylistMenu } from './playlist-menu.tsx'
import { isOff, screensThatShow } from './playlist-uses.ts'
import { ScreensPlaying } from './screens-playing.tsx'
import { ShowNow } from './show-now.tsx'
import { VersionTabs } from './version-tabs.tsx'
import './playlist-editor.css'

type Playlist = FloorFile['playlists'][number]

const secondsAtFirst = 20

/** What an edit of one version of a playlist sets: of everybody's, or a team's. */
const fieldsFor = (playlist: Playlist, team: string | null, items: readonly Item[]) =>
  team === null
    ? { items }
    : { versions: playlist.versions.map((version) => (version.team === team ? { team, items } : version)) }

function Editor({ playlist, file }: { readonly playlist: Playlist; readonly file: FloorFile }) {
  const say = useSay()
  const edit = useEdit()
  const may = useMay()
  const navigate = useNavigate()
  const spanWords = useSpanWords()
  const statuses = useQuery(screensQuery).data?.screens ?? []
  const [chosenTeam, setTeam] = useState<string | null>(null)
  const [open, setOpen] = useState<'add' | 'show' | null>(null)
  const version = playlist.versions.find((each) => each.team === chosenTeam)
  const team = version?.team ?? null
  const items = version?.items ?? playlist.items
  const { id, name } = playlist
  const titleOf = (board: string) => file.boards.find((each) => each.id === board)?.title ?? board
  const setItems = (next: readonly Item[], said: string) =>
    void edit([{ do: 'set', list: 'playlists', id, fields: fieldsFor(playlist, team, next) }], said)
  const setVersions = (versions: Playlist['versions'], said: string) =>
    void edit([{ do: 'set', list: 'playlists', id, fields: { versions } }], said)
  const teamName = (of: string) => file.teams.find((each) => each.id === of)?.name ?? of
  const planned = screensThatUse(file, id)
  const showing = screensThatShow(statuses, id)
  const reachable = planned.filter((screen) => !isOff(statuses, screen.id))

  return (
    <Page
      over={
        <>
          <Link to="/playlists">
            <FormattedMessage id="console.playlists.over" defaultMessage="Playlists" />
          </Link>
          {' · '}
          <FormattedMessage
            id="console.playlist.on"
            defaultMessage="{count, plural, =0 {on no screen now} one {on one screen now} other {on # screens now}}"
            values={{ count: showing.length }}
          />
        </>
      }
      title={name}
      headline={<span dir="auto">{name}</span>}
      actions={
        <>
          {may.edit && (
            <PlaylistMenu
              playlist={playlist}
              file={file}
              onRemoved={() => void navigate({ to: '/playlists' })}
            />
          )}
          <a
            className="button plain usual"
            href={`/tv/?preview=playlist:${id}`}
            target="_blank"
            rel="noreferrer"
          >
            <Eye aria-hidden="true" />
            <FormattedMessage id="console.playlist.preview" defaultMessage="Preview on my screen" />
          </a>
          {may.control && file.screens.length > 0 && (
            <Button look="primary" icon={<Play aria-hidden="true" />} onPress={() => setOpen('show')}>
              <FormattedMessage
                id="console.playlist.show"
                defaultMessage="{count, plural, =0 {Show now…} one {Show now on one screen} other {Show now on # screens}}"
                values={{ count: reachable.length }}
              />
            </Button>
          )}
        </>
      }
      aside={<ScreensPlaying file={file} statuses={statuses} planned={planned} playlist={id} />}
    >
      <VersionTabs
        playlist={playlist}
        file={file}
        value={team}
        onChange={setTeam}
        onAdd={
          may.edit
            ? (added) => {
                setVersions(
                  [...playlist.versions, { team: added, items: [...playlist.items] }],
                  say(
                    { id: 'console.versions.added', defaultMessage: '{team} has its own version of {name}.' },
                    { team: teamName(added), name },
                  ),
                )
                setTeam(added)
              }
            : null
        }
      />
      {team !== null && (
        <p className="soft">
          <FormattedMessage
            id="console.versions.note"
            defaultMessage="Shown on screens whose active team is {team}, or one below it."
            values={{ team: <b dir="auto">{teamName(team)}</b> }}
          />
          {may.edit && (
            <Button
              look="quiet"
              size="small"
              icon={<Trash2 aria-hidden="true" />}
              onPress={() =>
                setVersions(
                  playlist.versions.filter((each) => each.team !== team),
                  say(
                    { id: 'console.versions.removed', defaultMessage: '{team} sees what everybody sees.' },
                    { team: teamName(team) },
                  ),
                )
              }
            >
              <FormattedMessage id="console.versions.remove" defaultMessage="Remove this version" />
            </Button>
          )}
        </p>
      )}
      <Card>
        <BoardRows
          items={items}
          file={file}
          canEdit={may.edit}
          label={say({ id: 'console.rows.label', defaultMessage: 'Boards of {name}, in order' }, { name })}
          onMove={(next, board) =>
            setItems(
              next,
              say(
                { id: 'console.rows.moved', defaultMessage: '{title} is moved.' },
                { title: titleOf(board) },
              ),
            )
          }
          onSeconds={(next, board, seconds) =>
            setItems(
              next,
              say(
                { id: 'console.rows.timed', defaultMessage: '{title} stays for {span}.' },
                { title: titleOf(board), span: spanWords(seconds) },
              ),
            )
          }
          onRemove={(next, board) =>
            setItems(
              next,
              say(
                { id: 'console.rows.removed', defaultMessage: '{title} is out of {name}.' },
                { title: titleOf(board), name },
              ),
            )
          }
        />
        <div className="editor-foot">
          {may.edit && (
            <Button icon={<Plus aria-hidden="true" />} onPress={() => setOpen('add')}>
              <FormattedMessage id="console.playlist.add" defaultMessage="Add a board" />
            </Button>
          )}
          <p className="soft small">
            <FormattedMessage
              id="console.playlist.lap"
              defaultMessage="One turn takes {lap}."
              values={{ lap: spanWords(lapSeconds(items)) }}
            />
          </p>
        </div>
      </Card>
      <AdviceNotice playlist={playlist} file={file} canEdit={may.edit} />
      {open === 'add' && (
        <AddBoard
          file={file}
          has={new Set(items.map(({ board }) => board))}
          onAdd={(board) =>
            setItems(
              [...items, { board: board.id, seconds: secondsAtFirst }],
              say(
                { id: 'console.rows.added', defaultMessage: '{title} is in {name}.' },
                { title: board.title, name },
              ),
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'show' && (
        <ShowNow
          playlist={playlist}
          file={file}
          statuses={statuses}
          initial={reachable.map((screen) => screen.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

export function PlaylistEditor() {
  const { playlist: id } = useParams({ from: '/inside/playlists/$playlist' })
  const file = useFloor()?.file
  if (!file) return <Loading />
  const playlist = file.playlists.find((each) => each.id === id)
  return playlist ? <Editor key={id} playlist={playlist} file={file} /> : <NotFound />
}
