// Badges: what they are called, how they look, and what everybody has to do for one.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { BadgeRow } from '../../../../shared/domain/season/making/season-form.ts'
import { pointMetrics, streakMetrics } from '../../../../shared/domain/season/making/usual-season.ts'
import { BadgeIcon as Icon } from '../../../../shared/wire/season.ts'
import { BadgeIcon } from '../../../ui/badge-icon.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { type FormPart, largest, withEntry, withoutEntry } from './form-part.ts'

const most = 40

type By = BadgeRow['by']

const usualValue: Readonly<Record<By, number>> = {
  total: 10,
  streak: 5,
  helped: 3,
  'best-week': 0,
  improved: 20,
}

const useByWords = (): Readonly<Record<By, string>> => {
  const say = useSay()
  return {
    total: say({ id: 'console.season.by.total', defaultMessage: 'So many in the season' }),
    streak: say({ id: 'console.season.by.streak', defaultMessage: 'Days on goal in a row' }),
    helped: say({ id: 'console.season.by.helped', defaultMessage: 'Colleagues helped' }),
    'best-week': say({ id: 'console.season.by.best-week', defaultMessage: 'Own best week' }),
    improved: say({ id: 'console.season.by.improved', defaultMessage: 'A week above own usual' }),
  }
}

const useIconWords = (): Readonly<Record<Icon, string>> => {
  const say = useSay()
  return {
    star: say({ id: 'console.season.icon.star', defaultMessage: 'Star' }),
    flame: say({ id: 'console.season.icon.flame', defaultMessage: 'Flame' }),
    hands: say({ id: 'console.season.icon.hands', defaultMessage: 'Hands' }),
    mountain: say({ id: 'console.season.icon.mountain', defaultMessage: 'Mountain' }),
    rocket: say({ id: 'console.season.icon.rocket', defaultMessage: 'Rocket' }),
    phone: say({ id: 'console.season.icon.phone', defaultMessage: 'Phone' }),
    target: say({ id: 'console.season.icon.target', defaultMessage: 'Target' }),
    bolt: say({ id: 'console.season.icon.bolt', defaultMessage: 'Lightning' }),
    sprout: say({ id: 'console.season.icon.sprout', defaultMessage: 'Sprout' }),
    trophy: say({ id: 'console.season.icon.trophy', defaultMessage: 'Cup' }),
  }
}

interface BadgeFieldsProps extends FormPart {
  readonly at: number
  readonly badge: BadgeRow
}

function Value({ at, badge: { by, value }, form, set }: BadgeFieldsProps) {
  const say = useSay()
  if (by === 'best-week') return null
  const labels = {
    total: say({ id: 'console.season.value.total', defaultMessage: 'How many' }),
    streak: say({ id: 'console.season.value.streak', defaultMessage: 'Days' }),
    helped: say({ id: 'console.season.value.helped', defaultMessage: 'Colleagues' }),
    improved: say({ id: 'console.season.value.improved', defaultMessage: 'Per cent more' }),
  }
  return (
    <div className="season-short">
      <NumberField
        label={labels[by]}
        value={value}
        min={by === 'streak' ? 2 : 1}
        max={by === 'streak' ? 250 : by === 'helped' ? 500 : by === 'improved' ? 1000 : largest}
        onChange={(next) => set({ badges: withEntry(form.badges, at, { value: next }) })}
      />
    </div>
  )
}

function BadgeFields(props: BadgeFieldsProps) {
  const { at, badge, form, file, set } = props
  const say = useSay()
  const byWords = useByWords()
  const iconWords = useIconWords()
  const { badges } = form
  const ofDays = streakMetrics(file)
  const metricsFor = (by: By) => (by === 'streak' ? ofDays : pointMetrics(file))
  const change = (part: Partial<BadgeRow>) => set({ badges: withEntry(badges, at, part) })
  const kinds: readonly By[] = [
    'total',
    ...(ofDays.length > 0 ? (['streak'] as const) : []),
    ...(file.floor.thanks === undefined ? [] : (['helped'] as const)),
    'best-week',
    'improved',
  ]
  const pick = (by: By): void => {
    const metrics = metricsFor(by)
    const keeps = metrics.some(({ id }) => id === badge.metric)
    change({ by, value: usualValue[by], metric: keeps ? badge.metric : (metrics[0]?.id ?? '') })
  }
  return (
    <div className="season-group">
      <div className="season-line">
        <span className="season-badge-plate">
          <BadgeIcon icon={badge.icon} />
        </span>
        <TextField
          label={say({ id: 'console.season.badge', defaultMessage: 'Badge' })}
          value={badge.name}
          maxLength={120}
          onChange={(name) => change({ name })}
        />
        <Picker
          label={say({ id: 'console.season.icon', defaultMessage: 'Picture' })}
          value={badge.icon}
          choices={Icon.options.map((id) => ({ id, name: iconWords[id] }))}
          onChange={(icon) => change({ icon })}
        />
        <Button
          look="quiet"
          icon={<X />}
          aria-label={say(
            { id: 'console.season.badge.without', defaultMessage: 'Without the badge {name}' },
            { name: badge.name },
          )}
          onPress={() => set({ badges: withoutEntry(badges, at) })}
        />
      </div>
      <div className="season-line">
        <Picker
          label={say({ id: 'console.season.badge.for', defaultMessage: 'For' })}
          value={badge.by}
          choices={kinds.map((id) => ({ id, name: byWords[id] }))}
          onChange={pick}
        />
        {badge.by !== 'helped' && (
          <Picker
            label={say({ id: 'console.season.of', defaultMessage: 'of' })}
            value={badge.metric}
            choices={metricsFor(badge.by).map(({ id, name }) => ({ id, name }))}
            onChange={(metric) => change({ metric })}
          />
        )}
        <Value {...props} />
      </div>
    </div>
  )
}

export function BadgesCard(part: FormPart) {
  const { form, file, set } = part
  const say = useSay()
  const { badges } = form
  const [first] = pointMetrics(file)
  return (
    <Card
      title={<FormattedMessage id="console.season.badges" defaultMessage="Badges" />}
      note={
        <FormattedMessage id="console.season.badges.note" defaultMessage="Everybody who does it wins it" />
      }
    >
      <div className="form">
        {badges.map((badge, at) => (
          <BadgeFields key={badge.id} {...part} at={at} badge={badge} />
        ))}
        {first !== undefined && badges.length < most && (
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              onPress={() => {
                const name = say({ id: 'console.season.badge.new', defaultMessage: 'New badge' })
                const id = newId(
                  name,
                  badges.map((each) => each.id),
                  'badge',
                )
                set({
                  badges: [
                    ...badges,
                    { id, name, icon: 'star', by: 'total', metric: first.id, value: usualValue.total },
                  ],
                })
              }}
            >
              <FormattedMessage id="console.season.badge.add" defaultMessage="One more badge" />
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
