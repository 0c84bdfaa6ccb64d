// How a file is read: its sheet, its letters, what stands between its cells, the zone of its times, and in which order its days
// are written.
import { FormattedMessage } from 'react-intl'
import type { TriedImportFile } from '../../../../shared/wire/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useSay } from '../../words/words.tsx'
import type { WrittenDays } from '../sources/tables/guess-form.ts'
import type { FilePlan } from './file-plan.ts'

const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'iso-8859-15',
  'macintosh',
  'cp850',
  'utf-16le',
  'shift_jis',
  'gb18030',
]
const delimiters = [',', ';', '\t', '|']

interface ReadingFieldsProps {
  readonly plan: FilePlan
  readonly tried: TriedImportFile
  readonly floorZone: string
  readonly onChange: (change: Partial<FilePlan>) => void
}

export function ReadingFields({ plan, tried, floorZone, onChange }: ReadingFieldsProps) {
  const say = useSay()
  const { text, sheets } = tried
  const found = (encoding: string): string =>
    encoding === text?.encoding && plan.encoding === '' && text.isGuess
      ? say({ id: 'console.imports.guessed', defaultMessage: '{encoding}, a guess' }, { encoding })
      : encoding
  const betweens: Readonly<Record<string, string>> = {
    ',': say({ id: 'console.imports.delimiter.comma', defaultMessage: 'Commas' }),
    ';': say({ id: 'console.imports.delimiter.semicolon', defaultMessage: 'Semicolons' }),
    '\t': say({ id: 'console.imports.delimiter.tab', defaultMessage: 'Tabs' }),
    '|': say({ id: 'console.imports.delimiter.bar', defaultMessage: 'Bars' }),
  }
  const known = text === null ? [] : [...new Set([text.encoding, ...encodings])]
  return (
    <More
      level={3}
      words={
        text === null ? (
          <FormattedMessage
            id="console.imports.reading.sheet"
            defaultMessage="Which sheet, lines above, time zone"
          />
        ) : (
          <FormattedMessage
            id="console.imports.reading"
            defaultMessage="Read as {encoding}{guess, select, true { (a guess)} other {}}: letters, columns, time zone"
            values={{ encoding: text.encoding, guess: String(text.isGuess) }}
          />
        )
      }
    >
      <div className="form">
        <div className="form-row">
          {sheets.length > 1 && (
            <Picker
              label={say({ id: 'console.imports.sheet', defaultMessage: 'Sheet' })}
              choices={sheets.map((sheet) => ({ id: sheet, name: sheet }))}
              value={plan.sheet === '' ? (sheets[0] ?? null) : plan.sheet}
              onChange={(sheet) => onChange({ sheet, form: null })}
            />
          )}
          {text !== null && (
            <>
              <Picker
                label={say({ id: 'console.imports.encoding', defaultMessage: 'Letters are written in' })}
                choices={known.map((id) => ({ id, name: found(id) }))}
                value={text.encoding}
                onChange={(encoding) => onChange({ encoding, form: null })}
              />
              <Picker
                label={say({ id: 'console.imports.delimiter', defaultMessage: 'Between cells stand' })}
                choices={[...new Set([text.delimiter, ...delimiters])].map((id) => ({
                  id,
                  name: betweens[id] ?? id,
                }))}
                value={text.delimiter}
                onChange={(delimiter) => onChange({ delimiter, form: null })}
              />
            </>
          )}
          <NumberField
            label={say({ id: 'console.tables.skip-rows', defaultMessage: 'Lines above the header' })}
            value={plan.skipRows}
            min={0}
            max={1000}
            onChange={(skipRows) => {
              if (skipRows !== plan.skipRows) onChange({ skipRows, form: null })
            }}
          />
        </div>
        <div className="form-row">
          <SearchPicker
            label={say({ id: 'console.imports.zone', defaultMessage: 'Times without a zone are of' })}
            choices={[...new Set([floorZone, ...Intl.supportedValuesOf('timeZone')])].map((id) => ({
              id,
              name: id,
            }))}
            value={plan.timeZone === '' ? floorZone : plan.timeZone}
            onChange={(zone) => onChange({ timeZone: zone === floorZone ? '' : zone })}
          />
          <TextField
            label={say({ id: 'console.imports.source', defaultMessage: 'Name of what it comes from' })}
            hint={say({
              id: 'console.imports.source.hint',
              defaultMessage:
                'The same for every file of one system: then a row that comes again replaces itself.',
            })}
            value={plan.source}
            onChange={(source) => onChange({ source })}
            required
          />
        </div>
      </div>
    </More>
  )
}

interface DayOrderProps {
  readonly days: WrittenDays
  readonly format: string
  readonly onChange: (format: string) => void
}

/** Its days can be read in two orders: which one is taken is said, and changed by a press. */
export function DayOrder({ days, format, onChange }: DayOrderProps) {
  const isDayFirst = format === days.dayFirst
  return (
    <Notice
      tone="warn"
      title={
        isDayFirst ? (
          <FormattedMessage
            id="console.imports.days.day-first"
            defaultMessage="Dates such as 03/04 are read with the day first"
          />
        ) : (
          <FormattedMessage
            id="console.imports.days.month-first"
            defaultMessage="Dates such as 03/04 are read with the month first"
          />
        )
      }
      actions={
        <Button size="small" onPress={() => onChange(isDayFirst ? days.monthFirst : days.dayFirst)}>
          {isDayFirst ? (
            <FormattedMessage id="console.imports.days.to-month" defaultMessage="The month is first" />
          ) : (
            <FormattedMessage id="console.imports.days.to-day" defaultMessage="The day is first" />
          )}
        </Button>
      }
    >
      <FormattedMessage
        id="console.imports.days.note"
        defaultMessage="The file does not say which. Look at the days below."
      />
    </Notice>
  )
}
