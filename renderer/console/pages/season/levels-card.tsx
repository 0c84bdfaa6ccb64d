// Levels: what they are called, and from how many points on.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'
import { type FormPart, largest, withEntry, withoutEntry } from './form-part.ts'

const most = 20

export function LevelsCard({ form, set }: FormPart) {
  const say = useSay()
  const { levels } = form
  return (
    <Card title={<FormattedMessage id="console.season.levels" defaultMessage="Levels" />}>
      <div className="form season-group">
        {levels.map(({ name, at: from }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place alone
          <div key={at} className="season-line">
            <TextField
              label={say(
                { id: 'console.season.level', defaultMessage: 'Level {nth, number}' },
                { nth: at + 1 },
              )}
              value={name}
              maxLength={120}
              onChange={(next) => set({ levels: withEntry(levels, at, { name: next }) })}
            />
            <div className="season-short">
              <NumberField
                label={say({ id: 'console.season.level.at', defaultMessage: 'from points' })}
                value={from}
                min={0}
                max={largest}
                onChange={(next) => set({ levels: withEntry(levels, at, { at: next }) })}
              />
            </div>
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say(
                { id: 'console.season.level.without', defaultMessage: 'Without level {nth, number}' },
                { nth: at + 1 },
              )}
              onPress={() => set({ levels: withoutEntry(levels, at) })}
            />
          </div>
        ))}
        {levels.length < most && (
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              onPress={() =>
                set({ levels: [...levels, { name: '', at: (levels.at(-1)?.at ?? 0) * 2 || 50 }] })
              }
            >
              <FormattedMessage id="console.season.level.add" defaultMessage="One more level" />
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
