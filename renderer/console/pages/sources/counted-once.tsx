// One call is in the dialer and in the CRM: from which of them calls and meetings count, so that each counts once.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { byHandSource, dealByHand } from '../../../../shared/wire/by-hand.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { SourceHealth, SourceTile } from '../../../../shared/wire/sources.ts'
import type { TakenFrom } from '../../../../shared/wire/taken-from.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useKindWords, useSourceName, useTakenWords } from './use-taken-words.ts'

const kinds = [
  { kind: 'call', object: 'calls' },
  { kind: 'meeting', object: 'meetings' },
  { kind: dealByHand, object: 'deals' },
  { kind: 'email', object: 'emails' },
] as const
type Kind = (typeof kinds)[number]

/** No id of a source. */
const everywhere = '*'

interface CountedOnceProps {
  readonly file: FloorFile
  readonly tiles: readonly SourceTile[]
  readonly healths: readonly SourceHealth[]
}

const isOfEverybody = ({ rep, team }: TakenFrom): boolean => rep === undefined && team === undefined

const isByHand = ({ floor }: FloorFile, kind: string): boolean =>
  floor.byHand.some(({ what }) => what === kind)

/** Sources that report it, by the name that their facts have. */
const reporting = ({ file, tiles }: CountedOnceProps, { kind, object }: Kind): readonly string[] => [
  ...file.sources
    .filter(({ reads, vendor }) => {
      const tile = tiles.find((each) => each.vendor === vendor)
      return reads.includes(object) && tile?.reads.includes(object) === true
    })
    .map(({ id, source }) => source ?? id),
  ...file.inbound.map(({ id }) => id),
  ...(isByHand(file, kind) ? [byHandSource] : []),
]

function KindForm({
  of,
  rule,
  ...props
}: CountedOnceProps & { readonly of: Kind; readonly rule: TakenFrom | null }) {
  const say = useSay()
  const edit = useEdit()
  const kindWords = useKindWords()
  const nameOfSource = useSourceName(props.file)
  const { file } = props
  const kept = { source: rule?.source ?? everywhere, since: rule?.since ?? '' }
  const [typed, setTyped] = useState<typeof kept | null>(null)
  const { source, since } = typed ?? kept
  const known = reporting(props, of)
  const choices: Choice<string>[] = [
    {
      id: everywhere,
      name: say({ id: 'console.sources.once.every', defaultMessage: 'every source that has them' }),
    },
    ...[...new Set([...known, ...(rule === null ? [] : [rule.source])])].map((id) => ({
      id,
      name: nameOfSource(id),
    })),
  ]
  const what = kindWords(of.kind)
  const save = async () => {
    const others = file.floor.takenFrom.filter((each) => each !== rule)
    const own: TakenFrom[] =
      source === everywhere ? [] : [{ kinds: [of.kind], source, ...(since !== '' && { since }) }]
    const takenFrom = [...own, ...others]
    const outcome = await edit(
      [{ do: 'floor', fields: { takenFrom: takenFrom.length === 0 ? null : takenFrom } }],
      say(
        {
          id: 'console.sources.once.saved',
          defaultMessage: '{what} are counted anew, also those of the past.',
        },
        { what },
      ),
    )
    if (outcome.ok) setTyped(null)
  }
  const isGood = since === '' || PlainDate.safeParse(since).success
  return (
    <div className="source-once">
      <Picker
        label={
          <FormattedMessage
            id="console.sources.once.label"
            defaultMessage="{what} count from"
            values={{ what }}
          />
        }
        choices={choices}
        value={source}
        onChange={(chosen) => setTyped({ source: chosen, since: chosen === everywhere ? '' : since })}
      />
      {source !== everywhere && (
        <TextField
          label={say({ id: 'console.sources.once.since', defaultMessage: 'Since (empty: all along)' })}
          type="date"
          value={since}
          onChange={(day) => setTyped({ source, since: day })}
        />
      )}
      {typed !== null && (typed.source !== kept.source || typed.since !== kept.since) && (
        <Button look="primary" isDisabled={!isGood} onPress={() => void save()}>
          <FormattedMessage id="console.sources.save" defaultMessage="Save" />
        </Button>
      )}
    </div>
  )
}

/** Null where nothing is reported twice and no rule stands. */
export function CountedOnce(props: CountedOnceProps) {
  const { file, healths } = props
  const { takenFrom } = file.floor
  const words = useTakenWords(file)
  const ofEverybody = (kind: string): readonly TakenFrom[] =>
    takenFrom.filter((rule) => isOfEverybody(rule) && rule.kinds.includes(kind))
  const rows = kinds.flatMap((of) => {
    const rules = ofEverybody(of.kind)
    const [rule = null] = rules
    // Several, or one that is about other kinds too, are for the floor file.
    const isPlain = rules.length <= 1 && (rule === null || rule.kinds.length === 1)
    // Two CRMs have deals of their own; what is entered by hand is in one of them.
    const mayRepeat = of.kind !== dealByHand || isByHand(file, dealByHand)
    return isPlain && (rule !== null || (mayRepeat && reporting(props, of).length > 1)) ? [{ of, rule }] : []
  })
  const shown = new Set(rows.map(({ rule }) => rule))
  const others = takenFrom.filter((rule) => !shown.has(rule))
  const aside = healths.filter((health) => health.aside > 0)
  if (rows.length === 0 && others.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.sources.once" defaultMessage="Counted once" />}>
      <div className="source-body">
        <p className="soft">
          <FormattedMessage
            id="console.sources.once.note"
            defaultMessage="One call may be in the dialer and in the CRM, one deal in the CRM and entered by hand. Where you name a source, they count from it alone; what others report of them stays here, and counts nowhere."
          />
        </p>
        {rows.map(({ of, rule }) => (
          <KindForm key={of.kind} {...props} of={of} rule={rule} />
        ))}
        {others.length > 0 && (
          <div>
            {others.map((rule) => (
              <p key={JSON.stringify(rule)}>
                <bdi>{words(rule)}</bdi>
              </p>
            ))}
          </div>
        )}
        {aside.length > 0 && (
          <p className="soft small">
            {aside.map(({ id, name, aside: count }, index) => (
              <span key={id}>
                {index > 0 && ' · '}
                <FormattedMessage
                  id="console.sources.once.aside"
                  defaultMessage="{name}: {count, plural, one {# stands} other {# stand}} aside"
                  values={{ name, count }}
                />
              </span>
            ))}
          </p>
        )}
      </div>
    </Card>
  )
}
