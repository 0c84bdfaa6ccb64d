// Which version of the program each TV runs, what is on its way, and what a TV went back from.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedDate, FormattedMessage, FormattedTime } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { UpdatesAnswer } from '../../../../shared/wire/updates.ts'
import { useMay } from '../../api/queries.ts'
import { chooseFirst, putRelease, releaseToAll, updatesQuery } from '../../api/updates.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import './tv-programs.css'

type Staged = UpdatesAnswer['staged'][number]
type WentBack = UpdatesAnswer['wentBack'][number]

/** Older ones tell nobody anything any more. */
const mostShown = 3
/** No screen has this name: a name begins with a letter or a digit. */
const byItself = '-'

const useNames = ({ screens }: FloorFile) => {
  const names = new Map(screens.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? id
}

const instant = (at: number): ReactNode => (
  <>
    <FormattedDate value={at} month="short" day="numeric" />, <FormattedTime value={at} />
  </>
)

function WentBackNotice({ back, name }: { readonly back: WentBack; readonly name: string }) {
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

function OnItsWay({ staged, name }: { readonly staged: Staged; readonly name: string }) {
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

function PutRelease() {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const [isPutting, setIsPutting] = useState(false)
  const put = async (files: readonly File[]) => {
    if (files.length === 0) return
    setIsPutting(true)
    await act(async () => {
      const version = await putRelease(files)
      await client.invalidateQueries({ queryKey: updatesQuery.queryKey })
      return version === null
        ? say({
            id: 'console.versions.put.half',
            defaultMessage:
              'The archive is here. It is offered once its channel file, such as latest-linux.yml, is too.',
          })
        : say(
            {
              id: 'console.versions.put.done',
              defaultMessage: 'Version {version} is here. TVs look for it in the coming night.',
            },
            { version },
          )
    })
    setIsPutting(false)
  }
  return (
    <FileTrigger
      acceptedFileTypes={['.yml', '.gz']}
      allowsMultiple
      onSelect={(chosen) => void put(chosen === null ? [] : [...chosen])}
    >
      <Button size="small" isPending={isPutting} icon={<Upload aria-hidden="true" />}>
        {isPutting ? (
          <FormattedMessage id="console.media.putting" defaultMessage="It is on its way…" />
        ) : (
          <FormattedMessage id="console.versions.put" defaultMessage="Add a release" />
        )}
      </Button>
    </FileTrigger>
  )
}

function ByVersion({
  updates,
  nameOf,
}: {
  readonly updates: UpdatesAnswer
  readonly nameOf: (id: string) => string
}) {
  const versions = [...new Set(updates.screens.map(({ version }) => version))].sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  )
  return (
    <ul className="lines">
      {versions.map((version) => {
        const screens = updates.screens.filter((each) => each.version === version)
        const byHand = screens.filter(({ updates: isByItself }) => !isByItself)
        return (
          <li key={version} className="line">
            <div className="grow">
              <h3 className="figures">{version}</h3>
              <p className="soft small" dir="auto">
                {screens.map(({ screen }) => nameOf(screen)).join(', ')}
              </p>
              {byHand.length > 0 && (
                <p className="soft small">
                  {byHand.length === screens.length ? (
                    <FormattedMessage id="console.versions.by-hand.all" defaultMessage="Updated by hand" />
                  ) : (
                    <FormattedMessage
                      id="console.versions.by-hand"
                      defaultMessage="Updated by hand: {screens}"
                      values={{
                        screens: <bdi>{byHand.map(({ screen }) => nameOf(screen)).join(', ')}</bdi>,
                      }}
                    />
                  )}
                </p>
              )}
            </div>
            <span className="soft small">
              <FormattedMessage
                id="console.screens.count"
                defaultMessage="{count, plural, one {one screen} other {# screens}}"
                values={{ count: screens.length }}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function FirstToGo({
  updates,
  nameOf,
}: {
  readonly updates: UpdatesAnswer
  readonly nameOf: (id: string) => string
}) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const choose = (id: string) =>
    void act(async () => {
      await chooseFirst(id === byItself ? null : id)
      await client.invalidateQueries({ queryKey: updatesQuery.queryKey })
      return null
    })
  return (
    <div className="tv-programs-first">
      <Picker
        label={<FormattedMessage id="console.versions.first" defaultMessage="Takes a new version first" />}
        value={updates.first ?? byItself}
        onChange={choose}
        choices={[
          {
            id: byItself,
            name: say({
              id: 'console.versions.first.any',
              defaultMessage: 'The first in the list that is on',
            }),
          },
          ...updates.screens
            .filter((each) => each.updates)
            .map(({ screen }) => ({ id: screen, name: nameOf(screen) })),
        ]}
      />
    </div>
  )
}

export function TvPrograms({ file }: { readonly file: FloorFile }) {
  const may = useMay()
  const nameOf = useNames(file)
  const { data } = useQuery(updatesQuery)
  const updates = data && { ...data, screens: inOrder(file, data) }
  // Browsers run what the feed serves: a floor of browsers alone has nothing to update.
  if (!updates || (updates.screens.length === 0 && updates.offered.length === 0)) return null
  const backs = [...updates.wentBack].sort((a, b) => b.at - a.at).slice(0, mostShown)
  return (
    <Card
      title={<FormattedMessage id="console.versions.title" defaultMessage="Program of the TVs" />}
      note={may.administer && <PutRelease />}
    >
      <div className="tv-programs">
        {updates.staged.map((staged) => (
          <OnItsWay
            key={`${staged.version} ${staged.platform}`}
            staged={staged}
            name={nameOf(staged.first)}
          />
        ))}
        {backs.map((back) => (
          <WentBackNotice key={`${back.screen} ${back.version}`} back={back} name={nameOf(back.screen)} />
        ))}
        {updates.screens.length === 0 ? (
          <p className="soft small">
            <FormattedMessage
              id="console.versions.none"
              defaultMessage="No TV with the Floorboard program has been here yet."
            />
          </p>
        ) : (
          <ByVersion updates={updates} nameOf={nameOf} />
        )}
        {may.administer && updates.screens.some((each) => each.updates) && (
          <FirstToGo updates={updates} nameOf={nameOf} />
        )}
      </div>
    </Card>
  )
}
