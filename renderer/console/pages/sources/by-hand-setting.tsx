// What people may enter by hand on their phones: calls, meetings, won deals, each by everybody for themselves, or by managers.
import { useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { countedTwice } from '../../../../shared/domain/floor-file/by-hand-faults.ts'
import { type ByHand, dealByHand } from '../../../../shared/wire/by-hand.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { useKindWords } from './use-taken-words.ts'

type By = ByHand['by'] | 'nobody'

const usual = ['call', 'meeting', dealByHand]

export function ByHandSetting({ file }: { readonly file: FloorFile }) {
  const say = useSay()
  const edit = useEdit()
  const kinds = useKindWords()
  const kindWords = (what: string): string =>
    what === dealByHand ? say({ id: 'console.by-hand.deals', defaultMessage: 'Won deals' }) : kinds(what)
  const { formatList } = useIntl()
  const { byHand } = file.floor
  const all = [...new Set([...usual, ...byHand.map(({ what }) => what)])]
  const choices: readonly { readonly id: By; readonly name: string }[] = [
    { id: 'nobody', name: say({ id: 'console.by-hand.nobody', defaultMessage: 'Nobody' }) },
    {
      id: 'everybody',
      name: say({ id: 'console.by-hand.everybody', defaultMessage: 'Everybody, for themselves' }),
    },
    { id: 'managers', name: say({ id: 'console.by-hand.managers', defaultMessage: 'Managers only' }) },
  ]
  const save = (what: string, by: By) => {
    const known = byHand.find((each) => each.what === what)
    const kept = byHand.filter((each) => each.what !== what)
    const set: readonly ByHand[] = by === 'nobody' ? kept : [...kept, { ...known, what, by }]
    const ordered = [...set].sort((one, other) => all.indexOf(one.what) - all.indexOf(other.what))
    void edit(
      [{ do: 'floor', fields: { byHand: ordered.length === 0 ? null : ordered } }],
      by === 'nobody'
        ? say(
            { id: 'console.by-hand.off', defaultMessage: '{what} are not entered by hand any more.' },
            { what: kindWords(what) },
          )
        : say(
            { id: 'console.by-hand.on', defaultMessage: '{what} can be entered by hand, on the phone too.' },
            { what: kindWords(what) },
          ),
    )
  }
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Getting started leads here, and the page is long.
    if (window.location.hash === '#by-hand') place.current?.scrollIntoView()
  }, [])
  const twice = byHand.map(({ what }) => what).filter((what) => countedTwice(file, what).length > 0)
  const reporting = new Set(twice.flatMap((what) => countedTwice(file, what)))
  return (
    <Card title={<FormattedMessage id="console.by-hand.title" defaultMessage="Entered by hand" />}>
      <div className="source-body" id="by-hand" ref={place}>
        <p className="soft">
          <FormattedMessage
            id="console.by-hand.note"
            defaultMessage="Where no system reports it: people enter it on their phones, under Your day, and managers for their teams under Enter by hand on Today. A won deal rings the wall as any other does."
          />
        </p>
        <div className="source-by-hand">
          {all.map((what) => (
            <Picker
              key={what}
              label={kindWords(what)}
              choices={choices}
              value={byHand.find((each) => each.what === what)?.by ?? 'nobody'}
              onChange={(by) => save(what, by)}
            />
          ))}
        </div>
        <Switch
          value={file.floor.thanks !== undefined}
          onChange={(isOn) =>
            void edit(
              [{ do: 'floor', fields: { thanks: isOn ? { perDay: 3 } : null } }],
              isOn
                ? say({
                    id: 'console.by-hand.thanks.on',
                    defaultMessage: 'Colleagues can thank each other on their phones.',
                  })
                : say({
                    id: 'console.by-hand.thanks.off',
                    defaultMessage: 'Thanks between colleagues are off.',
                  }),
            )
          }
        >
          <FormattedMessage id="console.by-hand.thanks" defaultMessage="Thanks between colleagues" />
        </Switch>
        {twice.length > 0 && (
          <Notice tone="warn">
            <FormattedMessage
              id="console.by-hand.twice"
              defaultMessage="{what} come from {sources} too, and count twice where somebody enters them as well. Say under Counted once from where they count."
              values={{
                what: formatList(twice.map(kindWords)),
                sources: formatList([...reporting].map(({ name }) => name)),
              }}
            />
          </Notice>
        )}
      </div>
    </Card>
  )
}
