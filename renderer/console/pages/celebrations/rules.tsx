// What is celebrated: the rules, each in a sentence, turned on and off, tried and played.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { PlayDialog } from './play-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { useRuleWords } from './rule-words.ts'

export function Rules({ file }: { readonly file: FloorFile }) {
  const say = useSay()
  const may = useMay()
  const edit = useEdit()
  const ruleWords = useRuleWords(file)
  const [asked, setAsked] = useState<CelebrationRule | 'new' | null>(null)
  const [playing, setPlaying] = useState<CelebrationRule | null>(null)
  const turn = ({ id, name }: CelebrationRule, on: boolean) =>
    void edit(
      [{ do: 'set', list: 'celebrations', id, fields: { off: on ? null : true } }],
      on
        ? say({ id: 'console.celebrate.rule.on', defaultMessage: '“{name}” is celebrated.' }, { name })
        : say(
            { id: 'console.celebrate.rule.off', defaultMessage: '“{name}” is not celebrated any more.' },
            { name },
          ),
    )
  const add = may.edit && (
    <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setAsked('new')}>
      <FormattedMessage id="console.celebrate.rule.new" defaultMessage="New rule" />
    </Button>
  )
  return (
    <>
      <Card
        title={<FormattedMessage id="console.celebrate.rules" defaultMessage="What is celebrated" />}
        note={add}
      >
        {file.celebrations.length === 0 ? (
          <Empty
            title={
              <FormattedMessage
                id="console.celebrate.rules.none"
                defaultMessage="Nothing is celebrated yet"
              />
            }
            action={add}
          >
            <FormattedMessage
              id="console.celebrate.rules.none.note"
              defaultMessage="Begin with big deals: those among the best tenth of the last 90 days take over every screen."
            />
          </Empty>
        ) : (
          <ul className="lines">
            {file.celebrations.map((rule) => (
              <li key={rule.id} className="line">
                <div className="grow">
                  <h3 dir="auto">{rule.name}</h3>
                  <p className="soft small">{ruleWords(rule)}</p>
                </div>
                <div className="celebration-actions">
                  {may.control && file.screens.length > 0 && (
                    <Button size="small" onPress={() => setPlaying(rule)}>
                      <FormattedMessage id="console.celebrate.play" defaultMessage="Play now" />
                    </Button>
                  )}
                  <Button size="small" onPress={() => setAsked(rule)}>
                    {may.edit ? (
                      <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
                    ) : (
                      <FormattedMessage id="console.celebrate.rule.look" defaultMessage="Look" />
                    )}
                  </Button>
                  <Switch value={!rule.off} isDisabled={!may.edit} onChange={(on) => turn(rule, on)}>
                    <span className="unseen">{rule.name}</span>
                  </Switch>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {asked !== null && (
        <RuleDialog
          key={asked === 'new' ? 'new' : asked.id}
          file={file}
          before={asked === 'new' ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
      {playing && <PlayDialog file={file} rule={playing} onClose={() => setPlaying(null)} />}
    </>
  )
}
