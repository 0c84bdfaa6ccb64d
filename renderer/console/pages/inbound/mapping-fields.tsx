// The form of a mapping: which path each field of a deal or an activity stands at.
import { FormattedMessage } from 'react-intl'
import { TextField } from '../../kit/field.tsx'
import { More } from '../../kit/more.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import type { MappingForm } from './form-mapping.ts'
import { PathField } from './path-field.tsx'
import type { FoundPath } from './paths-in.ts'

interface MappingFieldsProps {
  readonly form: MappingForm
  readonly onChange: (form: MappingForm) => void
  /** What can be chosen from. */
  readonly paths: readonly FoundPath[]
}

type TextKey = Exclude<keyof MappingForm, 'type' | 'kindIs' | 'statusIs'>

export function MappingFields({ form, onChange, paths }: MappingFieldsProps) {
  const say = useSay()
  const put = (more: Partial<MappingForm>) => onChange({ ...form, ...more })
  const path = (key: TextKey, label: string, hint?: string, required = false) => (
    <PathField
      label={label}
      paths={paths}
      value={form[key]}
      onChange={(value) => put({ [key]: value.trim() })}
      required={required}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const words = (key: TextKey, label: string, placeholder = '') => (
    <TextField
      label={label}
      value={form[key]}
      placeholder={placeholder}
      onChange={(value) => put({ [key]: value })}
    />
  )
  return (
    <div className="form">
      <Segments
        label={say({ id: 'console.inbound.type', defaultMessage: 'What is sent' })}
        choices={[
          { id: 'deal', name: say({ id: 'console.inbound.type.deal', defaultMessage: 'Deals' }) },
          {
            id: 'activity',
            name: say({ id: 'console.inbound.type.activity', defaultMessage: 'Calls, meetings, e-mails' }),
          },
        ]}
        value={form.type}
        onChange={(type) => put({ type })}
      />
      <div className="form-row">
        {path(
          'id',
          say({ id: 'console.inbound.field.id', defaultMessage: 'Its id' }),
          say({
            id: 'console.inbound.field.id.hint',
            defaultMessage: 'The same id sent again replaces what stood before.',
          }),
          true,
        )}
        {path(
          'rep',
          say({ id: 'console.inbound.field.rep', defaultMessage: 'Whose it is' }),
          say({
            id: 'console.inbound.field.rep.hint',
            defaultMessage: 'An e-mail address, a name or an id that the floor knows.',
          }),
          true,
        )}
      </div>
      {form.type === 'deal' ? (
        <>
          <Segments
            label={say({ id: 'console.inbound.status-is', defaultMessage: 'Which of them are won' })}
            choices={[
              {
                id: 'path',
                name: say({ id: 'console.inbound.kind-is.path', defaultMessage: 'It says so' }),
              },
              {
                id: 'won',
                name: say({ id: 'console.inbound.status-is.won', defaultMessage: 'All are won' }),
              },
            ]}
            value={form.statusIs}
            onChange={(statusIs) => put({ statusIs })}
          />
          {form.statusIs === 'path' && (
            <div className="form-row">
              {path(
                'status',
                say({ id: 'console.inbound.field.status', defaultMessage: 'Won, lost or open' }),
                undefined,
                true,
              )}
              {words('won', say({ id: 'console.inbound.field.won', defaultMessage: 'Words for won' }))}
              {words('lost', say({ id: 'console.inbound.field.lost', defaultMessage: 'Words for lost' }))}
              {words('open', say({ id: 'console.inbound.field.open', defaultMessage: 'Words for open' }))}
            </div>
          )}
          <div className="form-row">
            {path('amount', say({ id: 'console.inbound.field.amount', defaultMessage: 'Amount' }))}
            {path(
              'currencyPath',
              say({ id: 'console.inbound.field.currency-path', defaultMessage: 'Its currency' }),
            )}
            {words(
              'currency',
              say({ id: 'console.inbound.field.currency', defaultMessage: 'Else the currency is' }),
            )}
          </div>
          <div className="form-row">
            {path(
              'closedAt',
              say({ id: 'console.inbound.field.closed-at', defaultMessage: 'When it was won or lost' }),
            )}
            {path('name', say({ id: 'console.inbound.field.name', defaultMessage: 'Name' }))}
            {path('account', say({ id: 'console.inbound.field.account', defaultMessage: 'Customer' }))}
            {path('stage', say({ id: 'console.inbound.field.stage', defaultMessage: 'Stage' }))}
          </div>
          <div className="form-row">
            {path(
              'createdAt',
              say({ id: 'console.inbound.field.created-at', defaultMessage: 'When it was created' }),
            )}
            {path(
              'expectedCloseOn',
              say({ id: 'console.inbound.field.expected', defaultMessage: 'When it should close' }),
            )}
            {path(
              'stageEnteredAt',
              say({ id: 'console.inbound.field.stage-since', defaultMessage: 'In its stage since' }),
            )}
            {path(
              'lastActivityAt',
              say({ id: 'console.inbound.field.last-activity', defaultMessage: 'Last activity' }),
            )}
          </div>
        </>
      ) : (
        <>
          <div className="form-row">
            <Segments
              label={say({ id: 'console.inbound.kind-is', defaultMessage: 'What kind it is' })}
              choices={[
                {
                  id: 'always',
                  name: say({ id: 'console.inbound.kind-is.always', defaultMessage: 'Always the same' }),
                },
                {
                  id: 'path',
                  name: say({ id: 'console.inbound.kind-is.path', defaultMessage: 'It says so' }),
                },
              ]}
              value={form.kindIs}
              onChange={(kindIs) => put({ kindIs, kind: kindIs === 'always' ? 'call' : '' })}
            />
            {form.kindIs === 'always'
              ? words('kind', say({ id: 'console.inbound.field.kind', defaultMessage: 'Kind' }))
              : path(
                  'kind',
                  say({ id: 'console.inbound.field.kind', defaultMessage: 'Kind' }),
                  undefined,
                  true,
                )}
          </div>
          <div className="form-row">
            {path(
              'at',
              say({ id: 'console.inbound.field.at', defaultMessage: 'When it was' }),
              undefined,
              true,
            )}
            {path(
              'durationSeconds',
              say({ id: 'console.inbound.field.seconds', defaultMessage: 'How long, in seconds' }),
            )}
            {path('outcome', say({ id: 'console.inbound.field.outcome', defaultMessage: 'What came of it' }))}
          </div>
        </>
      )}
      <More
        level={3}
        words={
          <FormattedMessage id="console.inbound.more" defaultMessage="Dates, versions, what is deleted" />
        }
      >
        <div className="form-row">
          {words(
            'dateFormat',
            say({ id: 'console.inbound.field.date-format', defaultMessage: 'How dates are written' }),
            'DD.MM.YYYY, epoch-seconds',
          )}
          {words(
            'decimal',
            say({ id: 'console.inbound.field.decimal', defaultMessage: 'Decimal sign' }),
            '.',
          )}
          {path(
            'version',
            say({
              id: 'console.inbound.field.version',
              defaultMessage: 'When it was changed, or its number',
            }),
          )}
          {path(
            'deleted',
            say({ id: 'console.inbound.field.deleted', defaultMessage: 'Where it says that it is deleted' }),
          )}
          {words(
            'deletedIs',
            say({ id: 'console.inbound.field.deleted-is', defaultMessage: 'Words for deleted' }),
            'deal.deleted',
          )}
        </div>
      </More>
    </div>
  )
}
