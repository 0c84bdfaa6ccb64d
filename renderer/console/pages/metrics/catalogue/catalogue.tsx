// Every metric, found by a word of its name, its question, its sentence, or of what uses it.
import { useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { usesOfMetrics } from '../../../../../shared/domain/metric-drafts/metric-uses.ts'
import type { DefinedMetric } from '../../../../../shared/wire/definitions.ts'
import type { FloorFile } from '../../../../../shared/wire/floor.ts'
import { Card } from '../../../kit/card.tsx'
import { TextField } from '../../../kit/field.tsx'
import { useSay } from '../../../words/words.tsx'
import { useSentenceWords } from '../sentence/use-sentence-words.ts'
import { foundMetrics } from './found-metrics.ts'
import { MetricLine } from './metric-line.tsx'

interface CatalogueProps {
  readonly metrics: readonly DefinedMetric[]
  /** Undefined while it is on its way. */
  readonly file: FloorFile | undefined
  readonly mayChange: boolean
}

export function Catalogue({ metrics, file, mayChange }: CatalogueProps) {
  const say = useSay()
  const [asked, setAsked] = useState('')
  const words = useSentenceWords(file?.metrics ?? [])
  const uses = useMemo(() => (file ? usesOfMetrics(file) : new Map()), [file])
  const ofFile = new Map(file?.metrics.map((metric) => [metric.id, metric]))
  const found = foundMetrics(metrics, asked, ({ id, name, objective, versions }) => {
    const metric = ofFile.get(id)
    const users: readonly { readonly name: string }[] = uses.get(id) ?? []
    return [
      ...[name, objective, metric ? words.definition(metric.of) : (versions[0]?.text ?? '')],
      ...users.map((use) => use.name),
    ].join('\n')
  })
  return (
    <Card
      flush
      title={<FormattedMessage id="console.metrics.all" defaultMessage="All metrics" />}
      note={
        <span role="status">
          {asked.trim() !== '' && (
            <FormattedMessage
              id="console.metrics.found"
              defaultMessage="{count, plural, =0 {None found} one {One found} other {# found}}"
              values={{ count: found.length }}
            />
          )}
        </span>
      }
    >
      <div className="metric-search">
        <TextField
          type="search"
          label={say({ id: 'console.metrics.search', defaultMessage: 'Find a metric' })}
          placeholder={say({
            id: 'console.metrics.search.example',
            defaultMessage: 'Meetings, close date, a board…',
          })}
          value={asked}
          onChange={setAsked}
        />
      </div>
      <ul className="lines">
        {found.map((metric) => (
          <MetricLine
            key={metric.id}
            of={metric}
            metric={ofFile.get(metric.id)}
            words={words}
            uses={uses.get(metric.id) ?? []}
            mayChange={mayChange}
          />
        ))}
      </ul>
    </Card>
  )
}
