// Which column is what, by the names that people and programs give them: a form to begin with, which its preview then proves.
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

/** What a table's words for it usually are, in English and German. */
const usualWords = {
  won: 'won, closed won, gewonnen',
  lost: 'lost, closed lost, verloren',
  open: 'open, offen',
}

/** `currency`: the floor's. */
export const guessForm = (columns: readonly string[], currency: string): MappingForm => {
  const find = (key: ColumnKey): string =>
    usualNames[key].flatMap((name) => columns.find((column) => bare(column) === name) ?? [])[0] ?? ''
  const found = Object.fromEntries(
    (Object.keys(usualNames) as ColumnKey[]).map((key) => [key, find(key)]),
  ) as Record<ColumnKey, string>
  const isActivity = found.amount === '' && found.status === '' && found.durationSeconds !== ''
  return {
    ...emptyForm(currency),
    ...usualWords,
    ...found,
    type: isActivity ? 'activity' : 'deal',
    statusIs: found.status === '' ? 'won' : 'path',
    // One column is not two things.
    stage: found.stage === found.status ? '' : found.stage,
  }
}
