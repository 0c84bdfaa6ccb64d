// Before a meeting: which wall follows, and the button that begins it.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { MeetingAnswer } from '../../../../shared/wire/meetings.ts'
import { changeMeeting } from '../../api/meetings.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useScreens } from '../screens/use-screens.ts'

/** No screen is called that: ids are slugs. */
export const hereAlone = '·'

const Chosen = z.object({ screen: z.string() })

/** The walls to choose from, the ones that are on first; and the choice of none. */
export const useWallChoices = () => {
  const say = useSay()
  const may = useMay()
  const screens = useScreens()?.screens ?? []
  const here = {
    id: hereAlone,
    name: say({ id: 'console.meeting.here', defaultMessage: 'Here alone' }),
    note: say({ id: 'console.meeting.here.note', defaultMessage: 'On this phone or laptop, on no wall' }),
  }
  if (!may.control) return { choices: [here], isOff: () => false }
  const isOff = (id: string): boolean =>
    screens.some(({ screen, status }) => screen.id === id && status?.state !== 'live')
  const sorted = [...screens].sort((a, b) => Number(isOff(a.screen.id)) - Number(isOff(b.screen.id)))
  return {
    isOff,
    choices: [
      ...sorted.map(({ screen: { id, name } }) => ({
        id,
        name,
        ...(isOff(id) && {
          note: say({ id: 'console.meeting.wall-off', defaultMessage: 'It is off at the moment' }),
        }),
      })),
      here,
    ],
  }
}

export function MeetingStart({ answer }: { readonly answer: MeetingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const { choices, isOff } = useWallChoices()
  const [id] = useState(newUuid)
  const { meeting, boards } = answer
  // The wall of the last time, on this device.
  const chosen = useDraft(`meeting-wall:${meeting.id}`, Chosen, { screen: '' })
  const isKnown = choices.some((choice) => choice.id === chosen.value.screen)
  const hasForWalls = boards.some(({ isForWalls }) => isForWalls)
  const screen = isKnown ? chosen.value.screen : hasForWalls ? (choices[0]?.id ?? hereAlone) : hereAlone
  const inHand = boards.filter(({ isForWalls }) => !isForWalls).length
  const begin = () =>
    void submit(() =>
      changeMeeting(client, meeting.id, {
        do: 'begin',
        meeting: { id, screen: screen === hereAlone ? null : screen },
      }),
    )
  return (
    <Card>
      <div className="meeting-start">
        <Picker
          label={say({ id: 'console.meeting.wall', defaultMessage: 'On which wall' })}
          value={screen}
          choices={choices}
          onChange={(value) => chosen.set({ screen: value })}
        />
        <Button look="primary" size="large" isDisabled={busy || boards.length === 0} onPress={begin}>
          <FormattedMessage
            id="console.meeting.begin"
            defaultMessage="Begin with {count, plural, one {one board} other {# boards}}"
            values={{ count: boards.length }}
          />
        </Button>
      </div>
      <p className="soft small meeting-start-note">
        {screen === hereAlone ? (
          <FormattedMessage
            id="console.meeting.note.here"
            defaultMessage="You step through the boards here. You can put it on a wall later."
          />
        ) : isOff(screen) ? (
          <FormattedMessage
            id="console.meeting.note.off"
            defaultMessage="This wall is off. Begin all the same: it follows as soon as it is back."
          />
        ) : (
          <FormattedMessage
            id="console.meeting.note.wall"
            defaultMessage="The wall follows your steps, says who leads, and goes back when the meeting ends.{inHand, plural, =0 {} one { One board is not for walls: you have it here.} other { # boards are not for walls: you have them here.}}"
            values={{ inHand }}
          />
        )}
      </p>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </Card>
  )
}
