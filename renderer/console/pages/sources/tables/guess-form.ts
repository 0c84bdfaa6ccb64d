// Which column is what, by the names that people and programs give them: a form to begin with, which its preview then proves.
import type { TriedTable } from '../../../../../shared/wire/tables.ts'
import { emptyForm, type MappingForm } from '../../inbound/form-mapping.ts'

type ColumnKey =
  | 'id'
  | 'rep'
  | 'status'
  | 'name'
  | 'account'
  | 'amount'
  | 'currencyPath'
  | 'closedAt'
  | 'at'
  | 'version'
  | 'durationSeconds'
  | 'outcome'
  | 'stage'

/** Without capitals, spaces, hyphens and what stands in brackets; the first that a table has counts. */
const usualNames: Readonly<Record<ColumnKey, readonly string[]>> = {
  id: [
    'id',
    'dealid',
    'opportunityid',
    'recordid',
    'callid',
    'activityid',
    'key',
    'number',
    'nr',
    'no',
    'dealnumber',
    'ordernumber',
    'order',
    'vorgang',
    'vorgangsnummer',
    'auftragsnummer',
    'auftrag',
    'nummer',
  ],
  rep: [
    'owneremail',
    'repemail',
    'owner',
    'dealowner',
    'opportunityowner',
    'ownername',
    'rep',
    'salesrep',
    'agent',
    'salesperson',
    'seller',
    'user',
    'email',
    'verkäufer',
    'verkäuferin',
    'mitarbeiter',
    'betreuer',
    'verantwortlich',
    'vertriebler',
    'inhaber',
  ],
  status: ['status', 'result', 'state', 'stage', 'dealstage', 'phase', 'ergebnis'],
  name: ['name', 'dealname', 'opportunityname', 'deal', 'opportunity', 'title', 'titel', 'bezeichnung'],
  account: ['account', 'accountname', 'company', 'customer', 'client', 'kunde', 'firma', 'unternehmen'],
  amount: [
    'amount',
    'value',
    'dealvalue',
    'revenue',
    'sum',
    'total',
    'price',
    'acv',
    'arr',
    'mrr',
    'betrag',
    'wert',
    'umsatz',
    'summe',
    'auftragswert',
  ],
  currencyPath: ['currency', 'currencycode', 'currencyisocode', 'währung'],
  closedAt: [
    'closedat',
    'closed',
    'closedate',
    'closedon',
    'closingdate',
    'wonat',
    'wonon',
    'date',
    'abschlussdatum',
    'abschluss',
    'abgeschlossen',
    'gewonnenam',
    'datum',
  ],
  at: [
    'at',
    'date',
    'datetime',
    'time',
    'when',
    'start',
    'starttime',
    'calledat',
    'datum',
    'zeitpunkt',
    'beginn',
    'wann',
  ],
  version: ['updatedat', 'modifiedat', 'lastmodified', 'lastmodifieddate', 'updated', 'geändertam'],
  durationSeconds: ['duration', 'durationseconds', 'seconds', 'talktime', 'dauer'],
  outcome: ['outcome', 'disposition', 'result', 'ergebnis'],
  stage: ['stage', 'dealstage', 'phase'],
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

type Column = TriedTable['columns'][number]

const won = /\b(?:closed )?won\b|gewonnen|sold|signed|paid|success|verkauft|unterschrieben|bezahlt/i
const lost = /lost|verloren|reject|cancel|abgelehnt|storniert|abgesagt|declined/i

type Words = Pick<MappingForm, 'won' | 'lost' | 'open'>

/** How a column of stages says what is won and lost; whatever says neither is open. */
export const wordsFor = ({ values, isFew }: Pick<Column, 'values' | 'isFew'>): Words => {
  // The form writes them with commas between them.
  const written = (isFew ? values : []).filter((value) => !value.includes(','))
  const isLost = (value: string): boolean => lost.test(value)
  const isWon = (value: string): boolean => !isLost(value) && won.test(value)
  return {
    won: written.filter(isWon).join(', '),
    lost: written.filter(isLost).join(', '),
    open: written.filter((value) => !isWon(value) && !isLost(value)).join(', '),
  }
}

/** How a column writes its days, where that shows; else empty. */
const dateFormatOf = (values: readonly string[]): string => {
  const days = values.map((value) => /^(\d{1,2})([./-])(\d{1,2})\2\d{4}$/.exec(value))
  const [first] = days
  if (!first || days.includes(null)) return ''
  const sign = first[2] ?? ''
  const isOver12 = (part: number): boolean => days.some((day) => Number(day?.[part]) > 12)
  if (isOver12(1) || sign === '.') return isOver12(3) ? '' : `D${sign}M${sign}YYYY`
  return isOver12(3) ? `M${sign}D${sign}YYYY` : ''
}

/** The decimal sign of a column of amounts, where one of them shows it; else empty. */
const decimalOf = (values: readonly string[]): string => {
  const signs = new Set<string>()
  for (const value of values) {
    const [, before, sign, after = ''] = /(.*)([.,])(\d+)\D*$/.exec(value) ?? []
    if (before === undefined || sign === undefined) continue
    const other = sign === '.' ? ',' : '.'
    // Three digits after it may be thousands, unless the other sign has grouped them already.
    if (before.includes(other) || after.length !== 3) signs.add(sign)
    else if (before.includes(sign)) signs.add(other)
  }
  const [only] = signs
  return signs.size === 1 && only !== undefined ? only : ''
}

/** `currency`: the floor's. */
export const guessForm = (found: TriedTable['columns'], currency: string): MappingForm => {
  const columns = found.map(({ name }) => name)
  const find = (key: ColumnKey): string =>
    usualNames[key].flatMap((name) => columns.find((column) => bare(column) === name) ?? [])[0] ?? ''
  const guessed = Object.fromEntries(
    (Object.keys(usualNames) as ColumnKey[]).map((key) => [key, find(key)]),
  ) as Record<ColumnKey, string>
  const columnOf = (name: string): Column | undefined => found.find((column) => column.name === name)
  const stages = columnOf(guessed.status)
  const isActivity = guessed.amount === '' && guessed.status === '' && guessed.durationSeconds !== ''
  const dateFormat = dateFormatOf(columnOf(isActivity ? guessed.at : guessed.closedAt)?.values ?? [])
  return {
    ...emptyForm(currency),
    ...guessed,
    ...(stages !== undefined && wordsFor(stages)),
    dateFormat,
    decimal: decimalOf(columnOf(guessed.amount)?.values ?? []),
    // All dates are read by one format.
    version: dateFormat === '' ? guessed.version : '',
    type: isActivity ? 'activity' : 'deal',
    statusIs: guessed.status === '' ? 'won' : 'path',
    // One column is not two things.
    stage: guessed.stage === guessed.status ? '' : guessed.stage,
  }
}
