// What is on its way to the TVs, and what a TV went back from.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage, FormattedTime } from 'react-intl'
import type { UpdatesAnswer } from '../../../../shared/wire/updates.ts'
import { useMay } from '../../api/queries.ts'
import { releaseToAll, updatesQuery } from '../../api/updates.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

type Staged = UpdatesAnswer['staged'][number]
type WentBack = UpdatesAnswer['wentBack'][number]

const instant = (at: number): ReactNode => (
  <>
    <FormattedDate value={at} month="short" day="numeric" />, <FormattedTime value={at} />
  </>
)

export function WentBackNotice({ back, name }: { readonly back: WentBack; readonly name: string }) {
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage
          id="console.versions.back"
          defaultMessage="{screen} went back from version {version}"
          values={{ screen: <bdi>{name}</bdi>, version: back.version }}
        />
      }
    >
      <p>
        <FormattedMessage
          id="console.versions.back.why"
          defaultMessage="{at}: {why, select, ended {it ended before it showed anything} other {it showed nothing within a minute of its start}}. No TV takes {version} any more."
          values={{ at: instant(back.at), why: back.why, version: back.version }}
        />
      </p>
    </Notice>
  )
}

export function OnItsWay({ staged, name }: { readonly staged: Staged; readonly name: string }) {
  const say = useSay()
  const act = useAct()
  const may = useMay()
  const client = useQueryClient()
  const { version, firstSince, othersFrom, isForAll } = staged
  const screen = <bdi>{name}</bdi>
  const all = () =>
    void act(async () => {
      await releaseToAll(version)
      await client.invalidateQueries({ queryKey: updatesQuery.queryKey })
      return say(
        {
          id: 'console.versions.all.done',
          defaultMessage: 'All TVs take version {version} now, each between two boards.',
        },
        { version },
      )
    })
  return (
    <Notice
      tone="info"
      title={
        <FormattedMessage
          id="console.versions.staged"
          defaultMessage="Version {version} is on its way"
          values={{ version }}
        />
      }
      actions={
        may.administer &&
        !isForAll && (
          <Button size="small" onPress={all}>
            <FormattedMessage id="console.versions.all" defaultMessage="All screens now" />
          </Button>
        )
      }
    >
      <p>
        {isForAll ? (
          <FormattedMessage
            id="console.versions.staged.all"
            defaultMessage="All TVs take it now, each between two boards."
          />
        ) : othersFrom !== null ? (
          <FormattedMessage
            id="console.versions.staged.hour"
            defaultMessage="{screen} runs it. If it still does at {time}, the others take it in the night after."
            values={{ screen, time: <FormattedTime value={othersFrom} /> }}
          />
        ) : firstSince !== null ? (
          <FormattedMessage
            id="console.versions.staged.gone"
            defaultMessage="{screen} had it and does not run it at the moment. The others wait."
            values={{ screen }}
          />
        ) : (
          <FormattedMessage
            id="console.versions.staged.first"
            defaultMessage="{screen} takes it first, in the coming night; the others once it has shown boards on it for an hour."
            values={{ screen }}
          />
        )}
      </p>
    </Notice>
  )
}
