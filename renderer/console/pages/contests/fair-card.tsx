// What makes it fair, and what happens at its end: good as it begins, and seldom changed.
import { FormattedMessage } from 'react-intl'
import { contestShapes } from '../../../../shared/domain/contests/making/shapes.ts'
import { Card } from '../../kit/card.tsx'
import { NumberField } from '../../kit/field.tsx'
import { More } from '../../kit/more.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import type { FormPart } from './form-part.ts'

const mostSettleHours = 31 * 24
const mostHiddenMinutes = 7 * 24 * 60

export function FairCard({ form, file, set }: FormPart) {
  const say = useSay()
  const { by } = contestShapes[form.shape]
  const hasScores = by === 'most' || by === 'bracket' || by === 'king'
  return (
    <Card>
      <More
        level={2}
        words={<FormattedMessage id="console.contest.fair" defaultMessage="Fairness, ties and the end" />}
      >
        <div className="form">
          {hasScores && form.between === 'people' && (
            <Switch
              value={form.handicap === 'own-usual'}
              onChange={(own) => set({ handicap: own ? 'own-usual' : 'none' })}
            >
              {say({
                id: 'console.contest.handicap',
                defaultMessage: 'Everybody against their own last four weeks, so that a new hire can win',
              })}
            </Switch>
          )}
          <div className="form-row">
            <Picker
              label={say({
                id: 'console.contest.least.of',
                defaultMessage: 'Who has too little is not in it',
              })}
              value={form.leastOf}
              choices={[
                {
                  id: '',
                  name: say({ id: 'console.contest.least.none', defaultMessage: 'Everybody is in it' }),
                },
                ...file.metrics.map(({ id, name }) => ({ id, name })),
              ]}
              onChange={(leastOf) => set({ leastOf })}
            />
            {form.leastOf !== '' && (
              <NumberField
                label={say({ id: 'console.contest.least', defaultMessage: 'At least' })}
                value={form.least}
                min={1}
                max={1e9}
                onChange={(least) => set({ least })}
              />
            )}
          </div>
          <Picker
            label={say({ id: 'console.contest.ties', defaultMessage: 'Of equal scores' })}
            value={form.ties}
            choices={[
              {
                id: 'first',
                name: say({ id: 'console.contest.ties.first', defaultMessage: 'whoever was there first' }),
              },
              {
                id: 'shared',
                name: say({ id: 'console.contest.ties.shared', defaultMessage: 'all share the place' }),
              },
            ]}
            onChange={(ties) => set({ ties })}
          />
          <div className="form-row">
            <NumberField
              label={say({
                id: 'console.contest.settle',
                defaultMessage: 'Hours after the end in which numbers may still come',
              })}
              value={form.settleHours}
              min={0}
              max={mostSettleHours}
              onChange={(settleHours) => set({ settleHours })}
            />
            <NumberField
              label={say({
                id: 'console.contest.hidden.minutes',
                defaultMessage: 'Minutes before the end in which nobody sees who leads',
              })}
              value={form.hiddenMinutes}
              min={0}
              max={mostHiddenMinutes}
              onChange={(hiddenMinutes) => set({ hiddenMinutes })}
            />
          </div>
        </div>
      </More>
    </Card>
  )
}
