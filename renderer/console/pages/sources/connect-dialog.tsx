// A source is set up: what to click there, its key, what the key may read, the people, the stages, this month's numbers, and off it
// goes. The same for one that is there already, without the key.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Source } from '../../../../shared/wire/source.ts'
import type { Keys, SourceTile, TriedSource } from '../../../../shared/wire/sources.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { saveSourceKeys, sourcesQuery, trySource } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { CopyButton } from '../../kit/copy-button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { EmailChoice } from './email-choice.tsx'
import { hasAllKeys, KeyFields, pasted } from './key-fields.tsx'
import { RatesChoice } from './rates-choice.tsx'
import { RecurringChoice } from './recurring-choice.tsx'
import { lacksNeeded, Tried } from './tried.tsx'
import { useVendorWords } from './vendor-words/vendor-words.ts'

interface ConnectDialogProps {
  readonly tile: SourceTile
  readonly settings: Source
  /** It is in the floor file already, and its key is kept. */
  readonly isKept: boolean
  readonly onClose: () => void
}

/** What is read unless the file says otherwise. */
const usualReads = ['deals', 'calls', 'meetings']

/** Fields as the file has them: what is as usual is left out. */
const fieldsOf = ({
  address,
  reads,
  pipelines,
  stages,
  months,
  recurring,
  rates,
}: Source): Readonly<Record<string, unknown>> => ({
  address: address ?? null,
  reads: reads.join() === usualReads.join() ? null : reads,
  pipelines: pipelines ?? null,
  stages: stages.length > 0 ? stages : null,
  months: months === 24 ? null : months,
  recurring: recurring ?? null,
  rates: rates ?? null,
})

const entryOf = (settings: Source): { readonly id: string } & Readonly<Record<string, unknown>> => ({
  id: settings.id,
  name: settings.name,
  vendor: settings.vendor,
  ...Object.fromEntries(Object.entries(fieldsOf(settings)).filter(([, value]) => value !== null)),
})

export function ConnectDialog({ tile, settings: given, isKept, onClose }: ConnectDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const words = useVendorWords()[tile.vendor]
  const { busy, fault, submit } = useSubmit()
  const [settings, setSettings] = useState(given)
  const [keys, setKeys] = useState<Keys>({})
  const [tried, setTried] = useState<TriedSource | null>(null)
  /** Of several checks the last one counts. */
  const asked = useRef(0)
  const scopes = tile.scopes.filter(
    ({ of }) => of === null || of.some((object) => settings.reads.includes(object)),
  )
  const check = (of: Source) =>
    submit(async () => {
      asked.current += 1
      const turn = asked.current
      const found = await trySource({ settings: of, ...(!isKept && { keys: pasted(keys) }) })
      if (turn === asked.current) setTried(found)
    })
  const change = (next: Source) => {
    setSettings(next)
    void check(next)
  }
  const lacksAddress = tile.address !== null && (settings.address ?? '').trim() === ''
  const isReady = tried !== null && tried.trouble === null && !lacksNeeded(tried)
  const start = () =>
    submit(async () => {
      if (!isKept) await saveSourceKeys(settings.id, pasted(keys))
      const outcome = isKept
        ? await edit(
            [{ do: 'set', list: 'sources', id: settings.id, fields: fieldsOf(settings) }],
            say({ id: 'console.sources.saved', defaultMessage: '{name} is saved.' }, { name: settings.name }),
          )
        : await edit(
            [{ do: 'add', list: 'sources', entry: entryOf(settings), before: null }],
            say(
              {
                id: 'console.sources.started',
                defaultMessage: '{name} is connected. Its past comes in silently.',
              },
              { name: settings.name },
            ),
          )
      if (!outcome.ok) return
      await client.invalidateQueries({ queryKey: sourcesQuery.queryKey })
      onClose()
    })
  const clicks = (
    <div className="source-clicks">
      <ol className="source-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="source-scopes">
        <ul>
          {scopes.map(({ scope, needed }) => (
            <li key={scope}>
              <code>{scope}</code>
              <span className="soft small">
                {words.why[scope]}
                {!needed && (
                  <>
                    {' · '}
                    <FormattedMessage id="console.sources.scope.optional" defaultMessage="may be left out" />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        {words.missing === undefined && (
          <CopyButton size="small" text={scopes.map(({ scope }) => scope).join('\n')} />
        )}
      </div>
    </div>
  )
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={
        isKept ? (
          <bdi>{settings.name}</bdi>
        ) : (
          <FormattedMessage
            id="console.sources.connect.title"
            defaultMessage="Connect {vendor}"
            values={{ vendor: tile.name }}
          />
        )
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          {isReady ? (
            <Button look="primary" isPending={busy} onPress={() => void start()}>
              {isKept ? (
                <FormattedMessage id="console.sources.save" defaultMessage="Save" />
              ) : (
                <FormattedMessage id="console.sources.start" defaultMessage="Start" />
              )}
            </Button>
          ) : (
            <Button
              look="primary"
              isPending={busy}
              isDisabled={lacksAddress || (!isKept && !hasAllKeys(tile.keys, keys))}
              onPress={() => void check(settings)}
            >
              {tried === null ? (
                <FormattedMessage id="console.sources.check" defaultMessage="Check the key" />
              ) : (
                <FormattedMessage id="console.sources.check.again" defaultMessage="Check again" />
              )}
            </Button>
          )}
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {!isKept && (
        <section className="source-part">
          {tried === null ? (
            <>
              <h3>
                <FormattedMessage id="console.sources.steps" defaultMessage="What to click" />
              </h3>
              {clicks}
            </>
          ) : (
            <More
              level={3}
              words={<FormattedMessage id="console.sources.steps" defaultMessage="What to click" />}
            >
              {clicks}
            </More>
          )}
        </section>
      )}
      {tile.address !== null && (
        <TextField
          label={words.address}
          placeholder={tile.address.example}
          autoComplete="off"
          value={settings.address ?? ''}
          onChange={(address) => {
            setSettings({ ...settings, address: address === '' ? undefined : address })
            setTried(null)
          }}
        />
      )}
      {!isKept && (
        <KeyFields
          fields={tile.keys}
          names={words.keys}
          typed={keys}
          onType={(typed) => {
            setKeys(typed)
            setTried(null)
          }}
        />
      )}
      {tile.reads.includes('emails') && (
        <EmailChoice
          reads={settings.reads}
          onChange={(reads) => {
            // Another right may be needed.
            if (tried === null) setSettings({ ...settings, reads })
            else change({ ...settings, reads })
          }}
        />
      )}
      {isKept && tried === null && (
        <p className="soft">
          <FormattedMessage
            id="console.sources.settings.ask"
            defaultMessage="Check the key to see the pipelines and stages as {vendor} has them now."
            values={{ vendor: tile.name }}
          />
        </p>
      )}
      {tried !== null && (
        <Tried vendor={tile.name} tried={tried} words={words} settings={settings} onSettings={change} />
      )}
      {tried !== null && isReady && tile.recurs && (
        <RecurringChoice
          value={settings.recurring}
          onChange={(recurring) => change({ ...settings, recurring })}
        />
      )}
      {tried !== null && isReady && tile.converts && (
        <RatesChoice
          vendor={tile.name}
          value={settings.rates}
          onChange={(rates) => change({ ...settings, rates })}
        />
      )}
      {tried !== null && isReady && (
        <section className="source-part source-months">
          <h3>
            <FormattedMessage id="console.sources.past.how" defaultMessage="How far back" />
          </h3>
          <NumberField
            label={
              tile.reads.includes('deals')
                ? say({
                    id: 'console.sources.months',
                    defaultMessage: 'Months that are read, and all deals that are open',
                  })
                : say({ id: 'console.sources.months.activities', defaultMessage: 'Months that are read' })
            }
            value={settings.months}
            min={1}
            max={120}
            onChange={(months) => setSettings({ ...settings, months })}
          />
          <p className="soft">
            <FormattedMessage
              id="console.sources.silent"
              defaultMessage="The newest comes first, beside what happens now. Nothing of the past is celebrated."
            />
          </p>
        </section>
      )}
    </Dialog>
  )
}
