// The first page: every screen as it is now and next, the rest of the day, and what needs a fix.
import { ListChecks, MonitorPlay, Play } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage, FormattedTime } from 'react-intl'
import { screenZone } from '../../../../shared/domain/screens/screen-zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useMay } from '../../api/queries.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { cityOf } from '../../words/city-of.ts'
import { useSay } from '../../words/words.tsx'
import { ShowNow } from '../playlists/show-now.tsx'
import { useScreens } from '../screens/use-screens.ts'
import { ByHandLink } from './by-hand-link.tsx'
import { GettingStarted } from './getting-started.tsx'
import { NeedsAFix } from './needs-a-fix.tsx'
import { RestOfDay } from './rest-of-day.tsx'
import { ScreenTile } from './screen-tile.tsx'
import { WhatMoved } from './what-moved.tsx'

const lookEveryMs = 10_000

/** The date, and the time wherever there are screens. */
function Clocks({ file }: { readonly file: FloorFile }) {
  const now = useFeedNow(lookEveryMs)
  const zones = [...new Set([file.floor.timeZone, ...file.screens.map((screen) => screenZone(screen, file))])]
  return (
    <span className="figures">
      <FormattedDate value={now} weekday="long" month="long" day="numeric" />
      {zones.map((zone, index) => (
        <span key={zone}>
          {index === 0 ? ' · ' : ', '}
          {zones.length === 1 ? (
            <FormattedTime value={now} timeZone={zone} />
          ) : (
            <FormattedMessage
              id="console.today.time"
              defaultMessage="{time} in {city}"
              values={{ time: <FormattedTime value={now} timeZone={zone} />, city: cityOf(zone) }}
            />
          )}
        </span>
      ))}
    </span>
  )
}

export function Today() {
  const say = useSay()
  const may = useMay()
  const known = useScreens()
  const [showing, setShowing] = useState(false)
  if (!known) return <Loading />
  const { file, screens } = known
  const count = (...states: readonly string[]) =>
    screens.filter(({ status }) => states.includes(status?.state ?? 'never')).length
  const on = count('live', 'held', 'calm')
  return (
    <Page
      over={<Clocks file={file} />}
      title={say({ id: 'console.nav.today', defaultMessage: 'Today' })}
      headline={
        screens.length === 0 ? (
          <FormattedMessage id="console.today.none" defaultMessage="No screen yet" />
        ) : (
          <FormattedMessage
            id="console.today.headline"
            defaultMessage="{on, plural, =0 {No screen is showing} other {{on, number} of {all, number} screens {on, plural, one {is} other {are}} showing}}.{off, plural, =0 {} one { One is off.} other { # are off.}}{asleep, plural, =0 {} one { One is asleep.} other { # are asleep.}}"
            values={{ on, all: screens.length, off: count('off'), asleep: count('asleep') }}
          />
        )
      }
      actions={
        <>
          <ByHandLink />
          {may.control && screens.length > 0 && (
            <>
              <ButtonLink href="/remote">
                <FormattedMessage id="console.today.remote" defaultMessage="Open the remote" />
              </ButtonLink>
              <Button look="primary" icon={<Play aria-hidden="true" />} onPress={() => setShowing(true)}>
                <FormattedMessage id="console.today.show" defaultMessage="Show now…" />
              </Button>
            </>
          )}
        </>
      }
      aside={
        <>
          <GettingStarted file={file} screens={screens} />
          <NeedsAFix screens={screens} />
          <WhatMoved />
        </>
      }
    >
      {screens.length === 0 && file.boards.length === 0 && may.administer ? (
        // A TV would have nothing to show yet.
        <Empty
          icon={<ListChecks aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.today.begin"
              defaultMessage="Five questions make a wall of your own"
            />
          }
          action={
            <ButtonLink href="/begin" look="primary">
              <FormattedMessage id="console.today.begin.do" defaultMessage="Answer them" />
            </ButtonLink>
          }
        >
          <FormattedMessage
            id="console.today.begin.note"
            defaultMessage="Two minutes: then its boards, goals and screens stand, and any TV with a browser shows them."
          />
        </Empty>
      ) : screens.length === 0 ? (
        <Empty
          icon={<MonitorPlay aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.screens.none"
              defaultMessage="Any TV with a browser can be a screen"
            />
          }
          action={
            may.edit && (
              <ButtonLink href="/pair" look="primary">
                <FormattedMessage id="console.screens.pair" defaultMessage="Pair a screen" />
              </ButtonLink>
            )
          }
        >
          <FormattedMessage
            id="console.screens.none.note"
            defaultMessage="Open {address} on it. It shows a code of six characters; type it here, and the TV starts to play."
            values={{ address: <b>{`${window.location.host}/tv?pair`}</b> }}
          />
        </Empty>
      ) : (
        <>
          <ul className="tiles">
            {screens.map((each) => (
              <ScreenTile key={each.screen.id} known={each} file={file} />
            ))}
          </ul>
          <RestOfDay file={file} />
        </>
      )}
      {showing && (
        <ShowNow
          playlist={null}
          file={file}
          statuses={screens.flatMap(({ status }) => status ?? [])}
          initial={[]}
          onClose={() => setShowing(false)}
        />
      )}
    </Page>
  )
}
