// What a floor still lacks before its wall is one's own: each step can be done in any order, or left.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { isDemoFloor } from '../../../../shared/domain/floor-file/own-floor.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { ImportsAnswer } from '../../../../shared/wire/imports.ts'
import { useMay } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import type { KnownScreen } from '../screens/use-screens.ts'
import './getting-started.css'

const importsQuery = {
  queryKey: ['imports'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request(ImportsAnswer, '/imports', { signal }),
}

interface GettingStartedProps {
  readonly file: FloorFile
  readonly screens: readonly KnownScreen[]
}

/** Nothing once all of it is there. */
export function GettingStarted({ file, screens }: GettingStartedProps) {
  const may = useMay()
  const imports = useQuery({ ...importsQuery, enabled: may.administer }).data?.imports
  if (!may.administer || imports === undefined) return null
  if (isDemoFloor(file))
    return (
      <Card title={<FormattedMessage id="console.start.demo" defaultMessage="This is the demo floor" />}>
        <p className="soft">
          <FormattedMessage
            id="console.start.demo.note"
            defaultMessage="Its people and numbers are invented. Look around, change what you like; nothing of it can break."
          />
        </p>
        <ButtonLink href="/begin">
          <FormattedMessage id="console.start.own" defaultMessage="Make it your own floor" />
        </ButtonLink>
      </Card>
    )
  const steps = [
    {
      id: 'floor',
      isDone: file.boards.length > 0,
      href: '/begin',
      words: <FormattedMessage id="console.start.floor" defaultMessage="Your floor in five questions" />,
    },
    {
      id: 'people',
      isDone: file.people.length > 0,
      href: '/people',
      words: (
        <FormattedMessage id="console.start.people" defaultMessage="Who is on it: paste them from a sheet" />
      ),
    },
    {
      id: 'numbers',
      isDone:
        file.sources.length +
          file.tables.length +
          file.inbound.length +
          file.floor.byHand.length +
          imports.length >
        0,
      href: '/sources',
      words: (
        <FormattedMessage
          id="console.start.numbers"
          defaultMessage="Where the numbers come from: a CRM, a sheet, or by hand from the phone"
        />
      ),
    },
    {
      id: 'tv',
      isDone: screens.some(({ status }) => status !== undefined && status.state !== 'never'),
      href: '/pair',
      words: <FormattedMessage id="console.start.tv" defaultMessage="The first TV" />,
    },
  ]
  if (steps.every(({ isDone }) => isDone)) return null
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <Card title={<FormattedMessage id="console.start.title" defaultMessage="Getting started" />}>
      <ol className="starts">
        {steps.map(({ id, isDone, href, words }) => (
          <li key={id} className="start" data-done={isDone || undefined}>
            {isDone ? <CircleCheck aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
            <span className="grow">
              {words}
              {isDone && (
                <span className="unseen">
                  {' '}
                  <FormattedMessage id="console.start.done" defaultMessage="(done)" />
                </span>
              )}
            </span>
            {!isDone && (
              <ButtonLink href={href} look={id === next?.id ? 'primary' : 'plain'}>
                <FormattedMessage id="console.start.go" defaultMessage="Go" />
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
