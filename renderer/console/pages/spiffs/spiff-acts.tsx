// What becomes of a spiff: started, paused, gone on with, ended, changed, removed.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Pause, Pencil, Play } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { spiffStates } from '../../../../shared/domain/spiffs/making/spiff-form.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { Spiff } from '../../../../shared/wire/spiffs.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { spiffsQuery } from '../../api/spiffs.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'

interface SpiffActsProps {
  readonly spiff: Spiff
  readonly file: FloorFile
}

export function SpiffActs({ spiff, file }: SpiffActsProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, name, state } = spiff
  const today = () => createZone(file.floor.timeZone).dayAt(feedNow())
  const put = async (fields: ReturnType<typeof spiffStates.start>, said: string) => {
    const outcome = await edit([{ do: 'set', list: 'spiffs', id, fields }], said)
    if (outcome.ok) await client.invalidateQueries({ queryKey: spiffsQuery.queryKey })
  }
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'spiffs', id, everywhere: false }],
      say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name }),
    )
    if (!outcome.ok) return
    await client.invalidateQueries({ queryKey: spiffsQuery.queryKey })
    await navigate({ to: '/spiffs' })
  }
  const runs = say({ id: 'console.spiff.runs', defaultMessage: '“{name}” runs.' }, { name })
  return (
    <>
      {state !== 'ended' && (
        <ButtonLink icon={<Pencil aria-hidden="true" />} href={`/spiffs/${id}/change`}>
          <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
        </ButtonLink>
      )}
      {state === 'running' && (
        <Button
          icon={<Pause aria-hidden="true" />}
          onPress={() =>
            void put(
              spiffStates.pause(spiff, today()),
              say(
                {
                  id: 'console.spiff.paused',
                  defaultMessage: '“{name}” is paused: nothing of today or later is earned until it goes on.',
                },
                { name },
              ),
            )
          }
        >
          <FormattedMessage id="console.spiff.pause" defaultMessage="Pause" />
        </Button>
      )}
      {(state === 'running' || state === 'paused') && (
        <Button
          look="danger"
          onPress={() =>
            void put(
              spiffStates.end(spiff, today()),
              say({ id: 'console.spiff.ended', defaultMessage: '“{name}” ends today.' }, { name }),
            )
          }
        >
          <FormattedMessage id="console.spiff.end" defaultMessage="End it" />
        </Button>
      )}
      {(state === 'draft' || state === 'ended') && (
        <Button look="danger" onPress={() => void remove()}>
          <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
        </Button>
      )}
      {state === 'draft' && (
        <Button
          look="primary"
          icon={<Play aria-hidden="true" />}
          onPress={() => void put(spiffStates.start(), runs)}
        >
          <FormattedMessage id="console.spiff.start" defaultMessage="Start it" />
        </Button>
      )}
      {state === 'paused' && (
        <Button
          look="primary"
          icon={<Play aria-hidden="true" />}
          onPress={() => void put(spiffStates.goOn(spiff, today()), runs)}
        >
          <FormattedMessage id="console.spiff.go-on" defaultMessage="Go on" />
        </Button>
      )}
    </>
  )
}
