// All playlists: what is in them, and where they are on now.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ListVideo, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { screensThatUse } from '../../../../shared/domain/screens/board-places.ts'
import { lapSeconds } from '../../../../shared/domain/screens/playlist-lap.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { screensQuery, useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { NameDialog } from '../../kit/name-dialog.tsx'
import { Page } from '../../kit/page.tsx'
import { StateDot } from '../../kit/screen-state.tsx'
import { useSpanWords } from '../../kit/span-words.ts'
import { useSay } from '../../words/words.tsx'
import { PlaylistMenu } from './playlist-menu.tsx'
import { screensThatShow } from './playlist-uses.ts'
import './playlists.css'

type Playlist = FloorFile['playlists'][number]

function PlaylistCard({ playlist, file }: { readonly playlist: Playlist; readonly file: FloorFile }) {
  const spanWords = useSpanWords()
  const may = useMay()
  const { data } = useQuery(screensQuery)
  const showing = screensThatShow(data?.screens ?? [], playlist.id)
  const planned = screensThatUse(file, playlist.id)
  const first = playlist.items[0]
  return (
    <li className="playlist-card">
      <Link to="/playlists/$playlist" params={{ playlist: playlist.id }} className="playlist-link">
        {first && <Miniature of={{ kind: 'board', id: first.board }} label="" />}
        <h2 className="cut" dir="auto">
          {playlist.name}
        </h2>
        <p className="soft small cut">
          <FormattedMessage
            id="console.playlists.size"
            defaultMessage="{count, plural, one {One board} other {# boards}}, one turn takes {lap}"
            values={{ count: playlist.items.length, lap: spanWords(lapSeconds(playlist.items)) }}
          />
        </p>
        <p className="small playlist-where">
          {showing.length > 0 ? (
            <>
              <StateDot state="live" />
              <FormattedMessage
                id="console.playlists.now"
                defaultMessage="On {count, plural, one {one screen} other {# screens}} now"
                values={{ count: showing.length }}
              />
            </>
          ) : (
            <span className="soft">
              <FormattedMessage
                id="console.playlists.planned"
                defaultMessage="{count, plural, =0 {On no screen} one {Planned on one screen} other {Planned on # screens}}"
                values={{ count: planned.length }}
              />
            </span>
          )}
        </p>
      </Link>
      {may.edit && <PlaylistMenu playlist={playlist} file={file} />}
    </li>
  )
}

function NewPlaylist({ file, onClose }: { readonly file: FloorFile; readonly onClose: () => void }) {
  const say = useSay()
  const edit = useEdit()
  const navigate = useNavigate()
  const create = async (name: string) => {
    const [first] = file.boards
    if (!first) return
    const id = newId(
      name,
      file.playlists.map((each) => each.id),
      'playlist',
    )
    const entry = { id, name, items: [{ board: first.id, seconds: 20 }] }
    void edit(
      [{ do: 'add', list: 'playlists', entry, before: null }],
      say({ id: 'console.playlists.made', defaultMessage: '{name} is made.' }, { name }),
    )
    await navigate({ to: '/playlists/$playlist', params: { playlist: id } })
  }
  return (
    <NameDialog
      title={say({ id: 'console.playlists.new', defaultMessage: 'New playlist' })}
      action={say({ id: 'console.playlists.create', defaultMessage: 'Create' })}
      initial=""
      onName={(name) => void create(name)}
      onClose={onClose}
    />
  )
}

export function Playlists() {
  const say = useSay()
  const may = useMay()
  const file = useFloor()?.file
  const { data } = useQuery(screensQuery)
  const [adding, setAdding] = useState(false)
  if (!file) return <Loading />
  const on = file.playlists.filter(({ id }) => screensThatShow(data?.screens ?? [], id).length > 0)
  return (
    <Page
      over={<FormattedMessage id="console.playlists.over" defaultMessage="Playlists" />}
      title={say({ id: 'console.playlists.over', defaultMessage: 'Playlists' })}
      headline={
        <FormattedMessage
          id="console.playlists.headline"
          defaultMessage="{count, plural, =0 {No playlist yet} one {One playlist} other {# playlists}}{on, plural, =0 {} one {, one of them on a screen now} other {, # of them on screens now}}"
          values={{ count: file.playlists.length, on: on.length }}
        />
      }
      actions={
        may.edit && (
          <Button
            look="primary"
            icon={<Plus aria-hidden="true" />}
            isDisabled={file.boards.length === 0}
            onPress={() => setAdding(true)}
          >
            <FormattedMessage id="console.playlists.new" defaultMessage="New playlist" />
          </Button>
        )
      }
    >
      {file.playlists.length === 0 ? (
        <Empty
          icon={<ListVideo aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.playlists.none"
              defaultMessage="A playlist is what a screen turns through"
            />
          }
        >
          <FormattedMessage
            id="console.playlists.none.note"
            defaultMessage="Choose a few boards, say how long each stays, and give it to a screen. Until there is one, screens show every board."
          />
        </Empty>
      ) : (
        <ul className="playlist-grid">
          {file.playlists.map((playlist) => (
            <PlaylistCard key={playlist.id} playlist={playlist} file={file} />
          ))}
        </ul>
      )}
      {adding && <NewPlaylist file={file} onClose={() => setAdding(false)} />}
    </Page>
  )
}
