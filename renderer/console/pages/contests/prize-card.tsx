// What is won: the prizes in their order, who pays, and who stands behind it with a word.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { contestShapes } from '../../../../shared/domain/contests/making/shapes.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { useSay } from '../../words/words.tsx'
import type { FormPart } from './form-part.ts'

const mostPrizes = 20
const mostCosts = 1e9

export function PrizeCard({ form, file, set }: FormPart) {
  const say = useSay()
  const currency = useMe()?.floor.currency ?? 'USD'
  const { prizes } = form
  const { by } = contestShapes[form.shape]
  const isOneForAll = by === 'over' || by === 'collect'
  const change = (at: number, part: Partial<(typeof prizes)[number]>) =>
    set({ prizes: prizes.map((each, nth) => (nth === at ? { ...each, ...part } : each)) })
  return (
    <Card title={<FormattedMessage id="console.contest.prize" defaultMessage="What is won" />}>
      <div className="form">
        {prizes.map(({ what, costs }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place alone
          <div key={at} className="contest-line">
            <TextField
              label={
                isOneForAll
                  ? say({ id: 'console.contest.prize.all', defaultMessage: 'Everybody who wins gets' })
                  : say(
                      { id: 'console.contest.prize.place', defaultMessage: '{place}. place' },
                      { place: at + 1 },
                    )
              }
              value={what}
              maxLength={120}
              placeholder={say({ id: 'console.contest.prize.example', defaultMessage: 'Lunch' })}
              onChange={(next) => change(at, { what: next })}
            />
            <div className="contest-short">
              <NumberField
                label={say({ id: 'console.contest.costs', defaultMessage: 'Costs' })}
                value={costs ?? 0}
                min={0}
                max={mostCosts}
                format={{ style: 'currency', currency, maximumFractionDigits: 0 }}
                onChange={(next) => change(at, { costs: next === 0 ? null : next })}
              />
            </div>
            {prizes.length > 1 && (
              <Button
                look="quiet"
                icon={<X />}
                aria-label={say(
                  { id: 'console.contest.prize.without', defaultMessage: 'Without the {place}. prize' },
                  { place: at + 1 },
                )}
                onPress={() => set({ prizes: prizes.filter((_, nth) => nth !== at) })}
              />
            )}
          </div>
        ))}
        {!isOneForAll && prizes.length < mostPrizes && (
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              onPress={() => set({ prizes: [...prizes, { what: '', costs: null }] })}
            >
              <FormattedMessage id="console.contest.prize.add" defaultMessage="A prize for the next place" />
            </Button>
          </div>
        )}
        <TextField
          label={say({ id: 'console.contest.paid-by', defaultMessage: 'Who pays (may stay empty)' })}
          value={form.paidBy}
          maxLength={120}
          onChange={(paidBy) => set({ paidBy })}
        />
        <PeoplePicker
          people={file.people}
          value={form.sponsor === '' ? [] : [form.sponsor]}
          most={1}
          label={say({
            id: 'console.contest.sponsor',
            defaultMessage: 'Who stands behind it (may stay empty)',
          })}
          onChange={([sponsor = '']) => set({ sponsor })}
        />
        {form.sponsor !== '' && (
          <TextField
            label={say({ id: 'console.contest.word', defaultMessage: 'Their word to everybody' })}
            value={form.word}
            multiline
            maxLength={280}
            onChange={(word) => set({ word })}
          />
        )}
      </div>
    </Card>
  )
}
