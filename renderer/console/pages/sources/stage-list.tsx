// The stages of each pipeline with the vendor's own flags, which somebody may see otherwise; and which pipelines count.
import { FormattedMessage } from 'react-intl'
import type { Source, StageFlag } from '../../../../shared/wire/source.ts'
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'

interface StageListProps {
  readonly vendor: string
  readonly pipelines: readonly SourcePipeline[]
  readonly value: Pick<Source, 'stages' | 'pipelines'>
  readonly onChange: (value: Pick<Source, 'stages' | 'pipelines'>) => void
}

export function StageList({ vendor, pipelines, value, onChange }: StageListProps) {
  const say = useSay()
  const choices: readonly Choice<StageFlag>[] = [
    { id: 'open', name: say({ id: 'console.sources.flag.open', defaultMessage: 'Open' }) },
    { id: 'won', name: say({ id: 'console.sources.flag.won', defaultMessage: 'Won' }) },
    { id: 'lost', name: say({ id: 'console.sources.flag.lost', defaultMessage: 'Lost' }) },
  ]
  const nameOf = (flag: StageFlag): string => choices.find(({ id }) => id === flag)?.name ?? flag
  const counts = (id: string): boolean => value.pipelines === undefined || value.pipelines.includes(id)
  const setCounts = (id: string, isCounted: boolean) => {
    const chosen = pipelines.map((each) => each.id).filter((each) => (each === id ? isCounted : counts(each)))
    if (chosen.length === 0) return
    onChange({ ...value, pipelines: chosen.length === pipelines.length ? undefined : chosen })
  }
  const setFlag = (stage: string, flag: StageFlag, own: StageFlag) =>
    onChange({
      ...value,
      stages: [
        ...value.stages.filter((each) => each.stage !== stage),
        ...(flag === own ? [] : [{ stage, as: flag }]),
      ],
    })
  return (
    <div className="source-pipelines">
      {pipelines.map(({ id, name, stages }) => (
        <div key={id} className="source-pipeline">
          <Switch value={counts(id)} onChange={(isCounted) => setCounts(id, isCounted)}>
            <b dir="auto">{name}</b>
          </Switch>
          {counts(id) && (
            <ul className="source-stages">
              {stages.map(({ id: stage, name: stageName, flag }) => {
                const as = value.stages.find((each) => each.stage === stage)?.as ?? flag
                return (
                  <li key={stage} className="source-stage" data-flag={as}>
                    <span className="source-stage-name" dir="auto">
                      {stageName}
                    </span>
                    {as !== flag && (
                      <span className="soft small">
                        <FormattedMessage
                          id="console.sources.flag.theirs"
                          defaultMessage="{vendor}: {flag}"
                          values={{ vendor, flag: nameOf(flag) }}
                        />
                      </span>
                    )}
                    <Picker
                      label={say(
                        { id: 'console.sources.flag.label', defaultMessage: 'A deal in “{stage}” is' },
                        { stage: stageName },
                      )}
                      labelUnseen
                      value={as}
                      choices={choices}
                      onChange={(chosen) => setFlag(stage, chosen, flag)}
                    />
                  </li>
                )
              })}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}
