// How a celebration looks and sounds, where it is shown, and who is told.
import { CelebrationSound, celebrationLooks } from '../../../../shared/wire/celebrations/rule.ts'
import { CheckList } from '../../kit/check-list.tsx'
import { NumberField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { ChosenClip } from './chosen-clip.tsx'
import { PutMedia } from './put-media.tsx'
import type { RuleFields } from './rule-fields.ts'
import type { RulePart } from './rule-trigger.tsx'
import { useMediaChoices } from './use-media-choices.ts'
import { useSoundChoices } from './use-sound-choices.ts'

const useLookNames = (): Readonly<Record<RuleFields['look'], string>> => {
  const say = useSay()
  return {
    auto: say({ id: 'console.celebrate.look.auto', defaultMessage: 'What suits it' }),
    'big-deal': say({ id: 'console.celebrate.look.big-deal', defaultMessage: 'Big deal' }),
    'goal-reached': say({ id: 'console.celebrate.look.goal', defaultMessage: 'Over the gold line' }),
    record: say({ id: 'console.celebrate.look.record', defaultMessage: 'Record' }),
    'team-threshold': say({ id: 'console.celebrate.look.team', defaultMessage: 'The team and its ladder' }),
    streak: say({ id: 'console.celebrate.look.streak', defaultMessage: 'Streak' }),
    recognition: say({ id: 'console.celebrate.look.recognition', defaultMessage: 'Recognition' }),
    quiet: say({ id: 'console.celebrate.look.quiet', defaultMessage: 'Quiet: nothing moves or sounds' }),
  }
}

export function RuleManner({ file, fields, set }: RulePart) {
  const say = useSay()
  const lookNames = useLookNames()
  const sounds = useSoundChoices(fields.sound)
  const media = useMediaChoices(['picture', 'video'], fields.media)
  const looks = ['auto', ...celebrationLooks] as const
  return (
    <>
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.look', defaultMessage: 'Looks like' })}
          value={fields.look}
          choices={looks.map((id) => ({ id, name: lookNames[id] }))}
          onChange={(look) => set({ look })}
        />
        <Picker
          label={say({ id: 'console.celebrate.sound', defaultMessage: 'Sound' })}
          value={fields.sound}
          choices={sounds}
          onChange={(sound) => set({ sound })}
        />
      </div>
      <PutMedia
        kinds={['sound']}
        words={say({ id: 'console.celebrate.sound.put', defaultMessage: 'Add a sound of your own' })}
        onPut={(address) => {
          const sound = CelebrationSound.safeParse(address)
          if (sound.success) set({ sound: sound.data })
        }}
      />
      <div className="form-row">
        <NumberField
          label={say({ id: 'console.celebrate.seconds', defaultMessage: 'Seconds' })}
          value={fields.seconds}
          min={6}
          max={60}
          onChange={(seconds) => set({ seconds })}
        />
        <NumberField
          label={say({ id: 'console.celebrate.priority', defaultMessage: 'Goes first (1 to 5)' })}
          value={fields.priority}
          min={1}
          max={5}
          onChange={(priority) => set({ priority })}
        />
      </div>
      <Picker
        label={say({ id: 'console.celebrate.picture', defaultMessage: 'With a picture or film of your own' })}
        value={fields.media}
        choices={[
          { id: '', name: say({ id: 'console.celebrate.picture.none', defaultMessage: 'None' }) },
          ...media,
        ]}
        onChange={(next) => set({ media: next })}
      />
      <ChosenClip address={fields.media} />
      <PutMedia
        kinds={['picture', 'video']}
        words={say({
          id: 'console.celebrate.picture.put',
          defaultMessage: 'Add a GIF, a picture or a short film',
        })}
        onPut={(media) => set({ media })}
      />
      <Switch value={fields.walkUp} onChange={(walkUp) => set({ walkUp })}>
        {say({
          id: 'console.celebrate.walk-up',
          defaultMessage: 'With the person’s own clip, where they have one',
        })}
      </Switch>
      <Picker
        label={say({ id: 'console.celebrate.where', defaultMessage: 'Where' })}
        value={fields.place}
        onChange={(place) => set({ place })}
        choices={[
          { id: 'all', name: say({ id: 'console.celebrate.where.all', defaultMessage: 'On every screen' }) },
          ...(file.screenGroups.length > 0
            ? [
                {
                  id: 'groups' as const,
                  name: say({
                    id: 'console.celebrate.where.groups',
                    defaultMessage: 'On the screens of some groups',
                  }),
                },
              ]
            : []),
          {
            id: 'screens',
            name: say({ id: 'console.celebrate.where.some', defaultMessage: 'On some screens' }),
          },
        ]}
      />
      {fields.place !== 'all' && (
        <CheckList
          label={say({ id: 'console.celebrate.where', defaultMessage: 'Where' })}
          items={(fields.place === 'groups' ? file.screenGroups : file.screens).map(({ id, name }) => ({
            id,
            name,
          }))}
          value={fields.place === 'groups' ? fields.groups : fields.screens}
          onChange={(next) => set(fields.place === 'groups' ? { groups: [...next] } : { screens: [...next] })}
        />
      )}
      {file.alerts.length > 0 && (
        <CheckList
          label={say({ id: 'console.celebrate.tell', defaultMessage: 'Who hears of it at once' })}
          items={file.alerts.map(({ id, name }) => ({ id, name }))}
          value={fields.tell}
          onChange={(tell) => set({ tell: [...tell] })}
        />
      )}
    </>
  )
}
