// Which version of the program each TV runs, what is on its way, and what a TV went back from.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { UpdatesAnswer } from '../../../../shared/wire/updates.ts'
import { useMay } from '../../api/queries.ts'
import { chooseFirst, updatesQuery } from '../../api/updates.ts'
import { Card } from '../../kit/card.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { PutRelease } from './put-release.tsx'
import { OnItsWay, WentBackNotice } from './version-notices.tsx'
import './tv-programs.css'

/** Older ones tell nobody anything any more. */
const mostShown = 3
/** No screen has this name: a name begins with a letter or a digit. */
const byItself = '-'

const namesOf = ({ screens }: FloorFile) => {
  const names = new Map(screens.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? id
}

/** As the page lists them. */
const inOrder = (file: FloorFile, { screens }: UpdatesAnswer): UpdatesAnswer['screens'] =>
  file.screens.flatMap(({ id }) => screens.find(({ screen }) => screen === id) ?? [])

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
  const nameOf = namesOf(file)
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
