// Celebrations: what took over the wall, by which rules, and who hears of it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { PartyPopper } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import { celebrationsQuery } from '../../api/celebrations.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { Alerts } from './alerts.tsx'
import { ByHandDialog } from './by-hand-dialog.tsx'
import { Happened } from './happened.tsx'
import { OwnMedia } from './own-media.tsx'
import { Rules } from './rules.tsx'
import './celebrations.css'

const parts = ['happened', 'rules', 'alerts', 'media'] as const
type Part = (typeof parts)[number]

export function Celebrations() {
  const say = useSay()
  const may = useMay()
  const navigate = useNavigate()
  const { part: asked } = useParams({ strict: false })
  const part: Part = parts.find((each) => each === asked) ?? 'happened'
  const floor = useFloor()
  const celebrations = useQuery(celebrationsQuery).data?.celebrations
  const [beginning, setBeginning] = useState(false)
  if (!floor || !celebrations) return <Loading />
  const { file } = floor
  const waiting = celebrations.filter(({ state }) => state === 'waiting').length
  const showing = celebrations.find(({ state }) => state === 'showing')
  const today = celebrations.filter(
    ({ state, startsAt }) => state === 'shown' && startsAt !== null && startsAt > feedNow() - dayMs,
  ).length
  return (
    <Page
      over={<FormattedMessage id="console.nav.celebrations" defaultMessage="Celebrations" />}
      title={say({ id: 'console.nav.celebrations', defaultMessage: 'Celebrations' })}
      headline={
        showing ? (
          <FormattedMessage
            id="console.celebrate.headline.now"
            defaultMessage="On the wall now: {what}"
            values={{ what: [showing.title, ...showing.names].join(', ') }}
          />
        ) : (
          <FormattedMessage
            id="console.celebrate.headline"
            defaultMessage="{today, plural, =0 {Nothing was celebrated in the last 24 hours} one {One celebration in the last 24 hours} other {# celebrations in the last 24 hours}}{waiting, plural, =0 {} one {, one waits} other {, # wait}}"
            values={{ today, waiting }}
          />
        )
      }
      actions={
        may.control && (
          <Button look="primary" icon={<PartyPopper aria-hidden="true" />} onPress={() => setBeginning(true)}>
            <FormattedMessage id="console.celebrate.begin" defaultMessage="Celebrate somebody" />
          </Button>
        )
      }
    >
      <Segments<Part>
        label={say({ id: 'console.celebrate.parts', defaultMessage: 'What to look at' })}
        value={part}
        onChange={(next) => void navigate({ to: '/celebrations/$part', params: { part: next } })}
        choices={[
          {
            id: 'happened',
            name: say({ id: 'console.celebrate.happened', defaultMessage: 'What happened' }),
          },
          {
            id: 'rules',
            name: say({ id: 'console.celebrate.rules', defaultMessage: 'What is celebrated' }),
          },
          { id: 'alerts', name: say({ id: 'console.celebrate.alerts', defaultMessage: 'Who hears of it' }) },
          ...(may.edit
            ? [
                {
                  id: 'media' as const,
                  name: say({ id: 'console.celebrate.media', defaultMessage: 'Pictures, films, sounds' }),
                },
              ]
            : []),
        ]}
      />
      {part === 'happened' && <Happened celebrations={celebrations} />}
      {part === 'rules' && <Rules file={file} />}
      {part === 'alerts' && <Alerts file={file} />}
      {part === 'media' && may.edit && <OwnMedia file={file} />}
      {beginning && <ByHandDialog file={file} onClose={() => setBeginning(false)} />}
    </Page>
  )
}
