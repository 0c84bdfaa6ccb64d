// The screens: a list, one of them opened beside it, and a new one being paired.
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MonitorPlay, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useMay } from '../../api/queries.ts'
import { commandScreen } from '../../api/screen-actions.ts'
import { Button } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Segments } from '../../kit/segments.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { isSlow } from './device-words.ts'
import { PairDialog } from './pair-dialog.tsx'
import { ScreenDetail } from './screen-detail.tsx'
import { ScreenGroups } from './screen-groups.tsx'
import { ScreenList } from './screen-list.tsx'
import { ServicePinDialog } from './service-pin-dialog.tsx'
import { TvPrograms } from './tv-programs.tsx'
import { type KnownScreen, useScreens } from './use-screens.ts'
import './screens.css'

const filters = {
  all: () => true,
  off: ({ status }: KnownScreen) => status?.state === 'off',
  slow: ({ status }: KnownScreen) => isSlow(status),
}
type Filter = keyof typeof filters

function FilterButtons({
  screens,
  value,
  onChange,
}: {
  readonly screens: readonly KnownScreen[]
  readonly value: Filter
  readonly onChange: (value: Filter) => void
}) {
  const say = useSay()
  const count = (filter: Filter) => screens.filter(filters[filter]).length
  if (count('off') + count('slow') === 0 && value === 'all') return null
  return (
    <Segments
      label={say({ id: 'console.screens.filter', defaultMessage: 'Which screens' })}
      choices={[
        {
          id: 'all',
          name: say({ id: 'console.screens.all', defaultMessage: 'All {count}' }, { count: count('all') }),
        },
        {
          id: 'off',
          name: say({ id: 'console.screens.off', defaultMessage: 'Off {count}' }, { count: count('off') }),
        },
        {
          id: 'slow',
          name: say({ id: 'console.screens.slow', defaultMessage: 'Slow {count}' }, { count: count('slow') }),
        },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}

export function Screens() {
  const say = useSay()
  const may = useMay()
  const act = useAct()
  const navigate = useNavigate()
  const known = useScreens()
  const { screen: openId } = useParams({ strict: false })
  const { code } = useSearch({ strict: false })
  const pairsByLink = useLocation().pathname.endsWith('/pair')
  const [filter, setFilter] = useState<Filter>('all')
  const [pairing, setPairing] = useState(pairsByLink)
  const [isPinOpen, setPinOpen] = useState(false)
  if (!known) return <Loading />
  const { file, screens } = known
  const open = screens.find(({ screen }) => screen.id === openId)
  if (openId !== undefined && !open) return <NotFound />
  const off = screens.filter(filters.off).length
  const never = screens.filter(({ status }) => status?.state === 'never').length
  const connected = screens.filter(({ status }) => (status?.tvs.length ?? 0) > 0)
  const identifyAll = () =>
    act(async () => {
      const reached = await Promise.all(connected.map(({ screen }) => commandScreen(screen.id, 'identify')))
      return say(
        {
          id: 'console.screens.identified',
          defaultMessage:
            '{count, plural, one {One TV shows its name} other {# TVs show their names}} for ten seconds.',
        },
        { count: reached.reduce((sum, each) => sum + each, 0) },
      )
    })
  return (
    <div className={open ? 'screens-open' : ''}>
      <Page
        over={<FormattedMessage id="console.nav.screens" defaultMessage="Screens" />}
        title={open?.screen.name ?? say({ id: 'console.nav.screens', defaultMessage: 'Screens' })}
        headline={
          <FormattedMessage
            id="console.screens.headline"
            defaultMessage="{count, plural, =0 {No screen yet} one {One screen} other {# screens}}{off, plural, =0 {} one {, one of them off} other {, # of them off}}{never, plural, =0 {} one {, one not paired} other {, # not paired}}"
            values={{ count: screens.length, off, never }}
          />
        }
        actions={
          <>
            <FilterButtons screens={screens} value={filter} onChange={setFilter} />
            {may.edit && (
              <>
                <Button onPress={() => setPinOpen(true)}>
                  <FormattedMessage id="console.service-pin" defaultMessage="Service PIN" />
                </Button>
                <Button isDisabled={connected.length === 0} onPress={() => void identifyAll()}>
                  <FormattedMessage id="console.screens.identify-all" defaultMessage="Identify all" />
                </Button>
                <Button look="primary" icon={<Plus aria-hidden="true" />} onPress={() => setPairing(true)}>
                  <FormattedMessage id="console.screens.pair" defaultMessage="Pair a screen" />
                </Button>
              </>
            )}
          </>
        }
        aside={open && <ScreenDetail key={open.screen.id} known={open} file={file} />}
      >
        {screens.length === 0 ? (
          <Empty
            icon={<MonitorPlay aria-hidden="true" />}
            title={
              <FormattedMessage
                id="console.screens.none"
                defaultMessage="Any TV with a browser can be a screen"
              />
            }
          >
            <FormattedMessage
              id="console.screens.none.note"
              defaultMessage="Open {address} on it. It shows a code of six characters; type it here, and the TV starts to play."
              values={{ address: <b>{`${window.location.origin}/tv`}</b> }}
            />
          </Empty>
        ) : (
          <>
            <ScreenList screens={screens.filter(filters[filter])} file={file} />
            <ScreenGroups file={file} mayEdit={may.edit} />
            <TvPrograms file={file} />
          </>
        )}
        {isPinOpen && <ServicePinDialog onClose={() => setPinOpen(false)} />}
        {pairing && (
          <PairDialog
            file={file}
            code={code ?? ''}
            screens={screens}
            onClose={() => {
              setPairing(false)
              if (pairsByLink) void navigate({ to: '/screens', replace: true })
            }}
          />
        )}
      </Page>
    </div>
  )
}
