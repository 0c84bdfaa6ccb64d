// A meeting that goes on, in the hand of whoever leads it: the board that is on, the steps, and the wall that follows.
import { useQueryClient } from '@tanstack/react-query'
import { EyeOff, MonitorPlay, SkipBack, SkipForward } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { MeetingAnswer, OpenMeeting } from '../../../../shared/wire/meetings.ts'
import { changeMeeting } from '../../api/meetings.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { HoldCard } from '../remote/hold-card.tsx'
import { useRemote } from '../remote/use-remote.ts'
import { useSpentWords } from './meeting-boards.tsx'
import { hereAlone, useWallChoices } from './meeting-start.tsx'
import '../remote/remote.css'

interface RunningProps {
  readonly answer: MeetingAnswer
  readonly open: OpenMeeting
}

interface FollowingProps {
  readonly screen: NonNullable<OpenMeeting['screen']>
  readonly isOff: boolean
  readonly onTakeOff: () => void
}

/** The wall that follows. Who else holds it, and who asks for it, is told as large as on a remote. */
function Following({ screen, isOff, onTakeOff }: FollowingProps) {
  const remote = useRemote(screen.id)
  if (typeof remote === 'string') return null
  if (!remote.mine || remote.control.asking.length > 0) return <HoldCard remote={remote} />
  const name = <bdi>{screen.name}</bdi>
  return (
    <div className="meeting-follows">
      <p>
        <MonitorPlay aria-hidden="true" />
        <span>
          {isOff ? (
            <FormattedMessage
              id="console.meeting.off"
              defaultMessage="{screen} is off. It follows as soon as it is back."
              values={{ screen: name }}
            />
          ) : (
            <FormattedMessage
              id="console.meeting.follows"
              defaultMessage="{screen} follows"
              values={{ screen: name }}
            />
          )}
        </span>
      </p>
      <Button size="small" onPress={onTakeOff}>
        <FormattedMessage id="console.meeting.take-off" defaultMessage="Take it off" />
      </Button>
    </div>
  )
}

/** The wall of the meeting; it can go back to it, or to another one. */
function Wall({ answer, open }: RunningProps) {
  const say = useSay()
  const client = useQueryClient()
  const act = useAct()
  const may = useMay()
  const { choices, isOff } = useWallChoices()
  const { screen } = open
  if (!may.control) return null
  const move = (to: string | null) =>
    void act(async () => {
      await changeMeeting(client, answer.meeting.id, { do: 'screen', screen: to })
      return null
    })
  if (screen?.isFollowing)
    return <Following screen={screen} isOff={isOff(screen.id)} onTakeOff={() => move(null)} />
  if (screen)
    return (
      <Notice
        tone="warn"
        title={
          <FormattedMessage
            id="console.meeting.gone-back"
            defaultMessage="{screen} has gone back to its own boards"
            values={{ screen: <bdi>{screen.name}</bdi> }}
          />
        }
        actions={
          answer.meeting.access === 'lead' && (
            <>
              <Button size="small" look="primary" onPress={() => move(screen.id)}>
                <FormattedMessage id="console.meeting.show-again" defaultMessage="Show it there again" />
              </Button>
              <Button size="small" onPress={() => move(null)}>
                <FormattedMessage id="console.meeting.go-on-here" defaultMessage="Go on here" />
              </Button>
            </>
          )
        }
      >
        <FormattedMessage
          id="console.meeting.gone-back.note"
          defaultMessage="The meeting goes on, and what is written is kept."
        />
      </Notice>
    )
  if (answer.meeting.access !== 'lead' || choices.length < 2) return null
  return (
    <Picker
      label={say({ id: 'console.meeting.put', defaultMessage: 'Put it on a wall' })}
      value={hereAlone}
      choices={choices}
      onChange={(id) => {
        if (id !== hereAlone) move(id)
      }}
    />
  )
}

export function MeetingStage({ answer, open }: RunningProps) {
  const say = useSay()
  const client = useQueryClient()
  const act = useAct()
  const spentWords = useSpentWords()
  const { boards, meeting } = answer
  const at = boards.findIndex(({ id }) => id === open.board)
  const board = boards[at]
  const [before, after] = [boards[at - 1], boards[at + 1]]
  const run = open.boards.find((each) => each.board === open.board)
  const step = (to: string, discussed?: string) =>
    void act(async () => {
      await changeMeeting(client, meeting.id, {
        do: 'step',
        step: { to, ...(discussed !== undefined && { discussed }) },
      })
      return null
    })
  return (
    <section
      className="meeting-stage"
      aria-label={say({ id: 'console.meeting.stage', defaultMessage: 'The board that is on' })}
    >
      <Wall answer={answer} open={open} />
      {board ? (
        <>
          <div className="meeting-on">
            <h2 dir="auto">{board.title}</h2>
            <p className="soft figures">
              <FormattedMessage
                id="console.meeting.nth"
                defaultMessage="{nth} of {count}"
                values={{ nth: at + 1, count: boards.length }}
              />
              {run && ` · ${spentWords(run.spentMs, open.since)}`}
            </p>
          </div>
          {!board.isForWalls && open.screen?.isFollowing && (
            <p className="meeting-private small">
              <EyeOff aria-hidden="true" />
              <FormattedMessage
                id="console.meeting.private"
                defaultMessage="Not for walls: it is here alone. The wall stays with the board before it."
              />
            </p>
          )}
          <Miniature of={{ kind: 'board', id: board.id }} label={board.title} />
        </>
      ) : (
        <p className="soft">
          <FormattedMessage
            id="console.meeting.not-yours"
            defaultMessage="The board that is on is not for you."
          />
        </p>
      )}
      {open.maySteer && (
        <div className="huddle-foot meeting-steps">
          <Button
            size="large"
            icon={<SkipBack aria-hidden="true" />}
            aria-label={
              before
                ? say(
                    { id: 'console.meeting.back', defaultMessage: 'Back to {title}' },
                    { title: before.title },
                  )
                : say({ id: 'console.remote.back', defaultMessage: 'Back' })
            }
            isDisabled={!before}
            onPress={() => before && step(before.id)}
          />
          <Button
            size="large"
            look="primary"
            isDisabled={!board || (!after && run?.discussed === true)}
            onPress={() => board && step(after?.id ?? board.id, board.id)}
          >
            {after ? (
              <FormattedMessage id="console.huddle.go-on" defaultMessage="Discussed, next board" />
            ) : (
              <FormattedMessage id="console.meeting.last" defaultMessage="Discussed, that was the last" />
            )}
          </Button>
          <Button
            size="large"
            icon={<SkipForward aria-hidden="true" />}
            aria-label={
              after
                ? say({ id: 'console.meeting.skip', defaultMessage: 'On to {title}' }, { title: after.title })
                : say({ id: 'console.remote.forward', defaultMessage: 'Next' })
            }
            isDisabled={!after}
            onPress={() => after && step(after.id)}
          />
        </div>
      )}
    </section>
  )
}
