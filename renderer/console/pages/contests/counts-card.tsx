// What counts: a metric, or points of several; and the line, where it is won by one.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { isCountable } from '../../../../shared/domain/contests/making/contest-form.ts'
import { contestShapes } from '../../../../shared/domain/contests/making/shapes.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { NumberField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import type { FormPart } from './form-part.ts'

const most = 10
const largest = 1e9

function Counts({ form, file, set }: FormPart) {
  const say = useSay()
  const { counts } = form
  const metrics = file.metrics.filter(isCountable)
  const free = metrics.find(({ id }) => !counts.some(({ metric }) => metric === id))
  const change = (at: number, part: Partial<(typeof counts)[number]>) =>
    set({ counts: counts.map((each, nth) => (nth === at ? { ...each, ...part } : each)) })
  return (
    <>
      {counts.map(({ metric, each }, at) => (
        <div key={metric} className="contest-line">
          <Picker
            label={
              at === 0
                ? say({ id: 'console.contest.counts', defaultMessage: 'What counts' })
                : say({ id: 'console.contest.counts.and', defaultMessage: 'and' })
            }
            value={metric}
            choices={metrics
              .filter(({ id }) => id === metric || !counts.some((other) => other.metric === id))
              .map(({ id, name }) => ({ id, name }))}
            onChange={(next) => change(at, { metric: next })}
          />
          {counts.length > 1 && (
            <>
              <div className="contest-short">
                <NumberField
                  label={say({ id: 'console.contest.points', defaultMessage: 'Points each' })}
                  value={each}
                  min={1}
                  max={largest}
                  onChange={(next) => change(at, { each: next })}
                />
              </div>
              <Button
                look="quiet"
                icon={<X />}
                aria-label={say(
                  { id: 'console.contest.counts.without', defaultMessage: 'Without {metric}' },
                  { metric: metrics.find(({ id }) => id === metric)?.name ?? metric },
                )}
                onPress={() => set({ counts: counts.filter((_, nth) => nth !== at) })}
              />
            </>
          )}
        </div>
      ))}
      {free !== undefined && counts.length < most && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onPress={() => set({ counts: [...counts, { metric: free.id, each: 1 }] })}
          >
            <FormattedMessage
              id="console.contest.counts.add"
              defaultMessage="Points for something else, too"
            />
          </Button>
        </div>
      )}
    </>
  )
}

export function CountsCard(part: FormPart) {
  const { form, file, set } = part
  const say = useSay()
  const { by } = contestShapes[form.shape]
  const lines = {
    over: say({ id: 'console.contest.line.over', defaultMessage: 'The bar: everybody wins at' }),
    'first-to': say({ id: 'console.contest.line.first', defaultMessage: 'Whoever is first wins at' }),
    raffle: say({ id: 'console.contest.line.raffle', defaultMessage: 'A ticket for every' }),
    relay: say({ id: 'console.contest.line.relay', defaultMessage: 'A leg is done at' }),
  }
  return (
    <Card title={<FormattedMessage id="console.contest.what" defaultMessage="What it is about" />}>
      <div className="form">
        {by === 'collect' ? (
          <CheckList
            label={say({ id: 'console.contest.collects', defaultMessage: 'One of each of these' })}
            items={file.metrics.filter(isCountable).map(({ id, name }) => ({ id, name }))}
            value={form.collects}
            onChange={(collects) => set({ collects: [...collects] })}
          />
        ) : (
          <Counts {...part} />
        )}
        {(by === 'over' || by === 'first-to' || by === 'raffle' || by === 'relay') && (
          <NumberField
            label={lines[by]}
            value={form.value}
            min={1}
            max={largest}
            onChange={(value) => set({ value })}
          />
        )}
      </div>
    </Card>
  )
}
