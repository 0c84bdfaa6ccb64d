// One screen: what it shows, how it is, what it can be made to do, and what it is set to.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { FormattedDate, FormattedMessage, FormattedTime } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenCommand } from '../../../../shared/wire/screens.ts'
import { useMay } from '../../api/queries.ts'
import { commandScreen, controlScreens } from '../../api/screen-actions.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { healthOf, isPortrait } from './device-words.ts'
import { HealthGrid } from './health-grid.tsx'
import { RemoveScreen } from './remove-screen.tsx'
import { ScreenSettings } from './screen-settings.tsx'
import { ScreenTimes } from './screen-times.tsx'
import { ShownToday } from './shown-today.tsx'
import { StateLine } from './state-line.tsx'
import { TakePicture } from './take-picture.tsx'
import type { KnownScreen } from './use-screens.ts'
import './screen-detail.css'

type Command = ScreenCommand['command']

function Commands({ known }: { readonly known: KnownScreen }) {
  const say = useSay()
  const act = useAct()
  const { screen, status } = known
  const name = screen.name
  const connected = (status?.tvs.length ?? 0) > 0
  const run = (command: Command, done: string) =>
    void act(async () => {
      const reached = await commandScreen(screen.id, command)
      return reached === 0
        ? say({ id: 'console.screen.unreached', defaultMessage: 'No TV of {name} is connected.' }, { name })
        : done
    })
  const asleep = status?.state === 'asleep'
  const commands: readonly (readonly [Command, string, string])[] = [
    [
      'identify',
      say({ id: 'console.screen.identify', defaultMessage: 'Identify' }),
      say(
        { id: 'console.screen.identified', defaultMessage: '{name} shows its name for ten seconds.' },
        { name },
      ),
    ],
    [
      'reload',
      say({ id: 'console.screen.reload', defaultMessage: 'Reload' }),
      say({ id: 'console.screen.reloaded', defaultMessage: '{name} loads itself anew.' }, { name }),
    ],
    [
      'tone',
      say({ id: 'console.screen.tone', defaultMessage: 'Test tone' }),
      say({ id: 'console.screen.toned', defaultMessage: '{name} plays a tone at its volume.' }, { name }),
    ],
    asleep
      ? [
          'wake',
          say({ id: 'console.screen.wake', defaultMessage: 'Wake' }),
          say({ id: 'console.screen.woken', defaultMessage: '{name} shows its boards again.' }, { name }),
        ]
      : [
          'sleep',
          say({ id: 'console.screen.sleep', defaultMessage: 'Sleep' }),
          say({ id: 'console.screen.slept', defaultMessage: '{name} is dark until it is woken.' }, { name }),
        ],
  ]
  return (
    <div className="screen-commands">
      {commands.map(([command, words, done]) => (
        <Button key={command} size="small" isDisabled={!connected} onPress={() => run(command, done)}>
          {words}
        </Button>
      ))}
      <TakePicture known={known} />
    </div>
  )
}

function NextLine({ known, file }: { readonly known: KnownScreen; readonly file: FloorFile }) {
  const { status } = known
  const titleOf = (id: string) => file.boards.find((board) => board.id === id)?.title ?? id
  const playlist = file.playlists.find(({ id }) => id === status?.playlist)?.name
  return (
    <p className="soft small">
      {playlist !== undefined && <bdi>{playlist}</bdi>}
      {status?.next && !status.hold && (
        <>
          {' · '}
          <FormattedMessage
            id="console.screen.next"
            defaultMessage="next {board} at {time}"
            values={{
              board: <bdi>{titleOf(status.next.board)}</bdi>,
              time: <FormattedTime value={status.next.at} timeStyle="medium" />,
            }}
          />
        </>
      )}
    </p>
  )
}

export function ScreenDetail({ known, file }: { readonly known: KnownScreen; readonly file: FloorFile }) {
  const say = useSay()
  const act = useAct()
  const may = useMay()
  const client = useQueryClient()
  const { screen, status } = known
  const health = healthOf(status)
  const state = status?.state
  const release = () =>
    void act(async () => {
      await controlScreens(client, [screen.id], { do: 'release' })
      return say(
        { id: 'console.palette.released', defaultMessage: '{screen} is back on its playlist.' },
        { screen: screen.name },
      )
    })
  return (
    <Card>
      <div className="screen-detail">
        <Link to="/screens" className="screen-back small">
          <ArrowLeft aria-hidden="true" />
          <FormattedMessage id="console.screen.back" defaultMessage="All screens" />
        </Link>
        <Miniature
          of={{ kind: 'screen', id: screen.id }}
          label={say(
            { id: 'console.screen.picture', defaultMessage: '{name} as it is now' },
            { name: screen.name },
          )}
          portrait={health !== null && isPortrait(health)}
          state={state === 'held' || state === 'off' ? state : 'live'}
        />
        <div>
          <div className="screen-title">
            <h2 dir="auto">{screen.name}</h2>
            <StateLine status={status} />
          </div>
          <NextLine known={known} file={file} />
        </div>
        {status?.hold && (
          <p className="screen-hold small">
            <FormattedMessage
              id="console.screens.held-until"
              defaultMessage="held by {name} until {time}"
              values={{
                name: <bdi>{status.hold.holder.name}</bdi>,
                time: <FormattedTime value={status.hold.until} />,
              }}
            />
            {may.control && (
              <Button size="small" onPress={release}>
                <FormattedMessage id="console.screen.release" defaultMessage="Give it back" />
              </Button>
            )}
          </p>
        )}
        {may.edit && <Commands known={known} />}
        <hr />
        <ScreenSettings screen={screen} file={file} canEdit={may.edit} />
        <hr />
        <ScreenTimes screen={screen} file={file} canEdit={may.edit} />
        <hr />
        <HealthGrid status={status} screen={screen} />
        <hr />
        <ShownToday screen={screen.id} file={file} />
        <hr />
        <div className="screen-title small">
          <span className="soft">
            {status?.paired ? (
              <FormattedMessage
                id="console.screen.paired"
                defaultMessage="Paired by {by}, {date}"
                values={{
                  by: <bdi>{status.paired.by}</bdi>,
                  date: <FormattedDate value={status.paired.at} month="short" day="numeric" />,
                }}
              />
            ) : (
              <FormattedMessage id="console.screen.unpaired" defaultMessage="Never paired" />
            )}
          </span>
          {may.edit && <RemoveScreen known={known} />}
        </div>
      </div>
    </Card>
  )
}
