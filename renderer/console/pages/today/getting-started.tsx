// What a floor still lacks before its wall is one's own: each step can be done in any order, or left.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { isDemoFloor } from '../../../../shared/domain/floor-file/own-floor.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { importsQuery } from '../../api/import-files.ts'
import { useMay } from '../../api/queries.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import type { KnownScreen } from '../screens/use-screens.ts'
import { numberWays } from './number-ways.ts'
import { StartStep, type Step } from './start-step.tsx'
import './getting-started.css'

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
  const has = numberWays(file, imports)
  const ways = [
    {
      id: 'connected',
      isDone: has.connected,
      href: '/sources',
      words: (
        <FormattedMessage
          id="console.start.connected"
          defaultMessage="By themselves, from a CRM or a shared sheet"
        />
      ),
      go: <FormattedMessage id="console.start.connect" defaultMessage="Connect" />,
    },
    {
      id: 'file',
      isDone: has.file,
      href: '/import',
      words: (
        <FormattedMessage
          id="console.start.file"
          defaultMessage="From a file: an export, or your spreadsheet"
        />
      ),
      go: <FormattedMessage id="console.start.drop" defaultMessage="Drop it" />,
    },
    {
      id: 'by-hand',
      isDone: has['by-hand'],
      href: '/sources#by-hand',
      words: (
        <FormattedMessage id="console.start.by-hand" defaultMessage="By hand, on your people’s phones" />
      ),
      go: <FormattedMessage id="console.start.allow" defaultMessage="Allow it" />,
    },
  ]
  const go = <FormattedMessage id="console.start.go" defaultMessage="Go" />
  const steps: readonly Step[] = [
    {
      id: 'floor',
      isDone: file.boards.length > 0,
      href: '/begin',
      go,
      words: <FormattedMessage id="console.start.floor" defaultMessage="Your floor in five questions" />,
    },
    {
      id: 'people',
      isDone: file.people.length > 0,
      href: '/people',
      go,
      words: (
        <FormattedMessage id="console.start.people" defaultMessage="Who is on it: paste them from a sheet" />
      ),
    },
    {
      id: 'numbers',
      isDone: ways.some(({ isDone }) => isDone),
      words: (
        <FormattedMessage
          id="console.start.numbers"
          defaultMessage="Where the numbers come from: one of these is enough to begin"
        />
      ),
      ways,
    },
    {
      id: 'tv',
      isDone: screens.some(({ status }) => status !== undefined && status.state !== 'never'),
      href: '/pair',
      go,
      words: <FormattedMessage id="console.start.tv" defaultMessage="The first TV" />,
    },
  ]
  if (steps.every(({ isDone }) => isDone)) return null
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <Card title={<FormattedMessage id="console.start.title" defaultMessage="Getting started" />}>
      <ol className="starts">
        {steps.map((step) => (
          <StartStep key={step.id} step={step} isNext={step === next} />
        ))}
      </ol>
    </Card>
  )
}
