import { expect, test } from 'vitest'
import { isComplete } from '../../inbound/form-mapping.ts'
import { guessForm, wordsFor, writtenDaysOf } from './guess-form.ts'

const wordsOf = (...values: string[]) => wordsFor({ values, isFew: true })
const columns = (...names: readonly string[]) => names.map((name) => ({ name, values: [], isFew: true }))

test('[N59] columns are recognised by their usual names, in English and in German', () => {
  const english = guessForm(
    columns('Deal ID', 'Deal name', 'Owner e-mail', 'Stage', 'Amount (USD)', 'Close date'),
    'USD',
  )
  expect(english).toMatchObject({
    ...{ type: 'deal', id: 'Deal ID', name: 'Deal name', rep: 'Owner e-mail', statusIs: 'path' },
    ...{ status: 'Stage', stage: '', amount: 'Amount (USD)', closedAt: 'Close date' },
  })
  expect(isComplete(english)).toBe(true)
  const german = guessForm(columns('Auftrag', 'Kunde', 'Verkäufer', 'Betrag', 'Währung', 'Datum'), 'EUR')
  expect(german).toMatchObject({
    ...{ id: 'Auftrag', account: 'Kunde', rep: 'Verkäufer', amount: 'Betrag', currencyPath: 'Währung' },
    ...{ closedAt: 'Datum', statusIs: 'won' },
  })
  expect(isComplete(german)).toBe(true)
  expect(
    guessForm(columns('Call ID', 'Agent', 'Start time', 'Duration', 'Disposition'), 'USD'),
  ).toMatchObject({
    ...{
      type: 'activity',
      id: 'Call ID',
      at: 'Start time',
      durationSeconds: 'Duration',
      outcome: 'Disposition',
    },
  })
  const programs = columns(
    'opportunity_id',
    'sales_agent',
    'account',
    'deal_stage',
    'close_date',
    'close_value',
  )
  expect(guessForm(programs, 'USD')).toMatchObject({
    ...{ id: 'opportunity_id', rep: 'sales_agent', status: 'deal_stage', amount: 'close_value' },
  })
  const dated = (name: string, value: string) => ({ name, values: [value], isFew: true })
  const dates = [
    ...[dated('Close date', '18/11/2026'), dated('Created date', '02/10/2026')],
    ...[dated('Expected close date', '30/11/2026'), dated('Last activity', '2026-11-17')],
  ]
  expect(guessForm(dates, 'USD')).toMatchObject({
    ...{ closedAt: 'Close date', createdAt: 'Created date', expectedCloseOn: 'Expected close date' },
    ...{ lastActivityAt: '', dateFormat: 'D/M/YYYY' },
  })
  expect(guessForm(columns('Id', 'Expected close date'), 'USD')).toMatchObject({
    ...{ closedAt: 'Expected close date', expectedCloseOn: '' },
  })
  expect(isComplete(guessForm(columns('Foo', 'Bar'), 'USD'))).toBe(false)
})

test('[N59] the words of a column of stages are sorted into won, lost and open', () => {
  expect(wordsOf('Demo', 'Closed Won', 'Closed Lost', 'Not won, yet', 'Negotiation')).toEqual({
    won: 'Closed Won',
    lost: 'Closed Lost',
    open: 'Demo, Negotiation',
  })
  expect(wordsOf('Gewonnen', 'Verloren', 'Offen')).toEqual({
    won: 'Gewonnen',
    lost: 'Verloren',
    open: 'Offen',
  })
  const stages = [{ name: 'Stage', values: ['Won', 'Pilot'], isFew: true }]
  expect(guessForm([...columns('Id', 'Owner'), ...stages], 'USD')).toMatchObject({
    won: 'Won',
    lost: '',
    open: 'Pilot',
  })
})

test.each([
  [['11/18/2026', '11/12/2026'], 'M/D/YYYY'],
  [['18/11/2026', '12/11/2026'], 'D/M/YYYY'],
  [['1.2.2026'], 'D.M.YYYY'],
  [['11/12/2026'], ''],
  [['18/11/2026', '11/18/2026'], ''],
  [['2026-11-20'], ''],
  [[], ''],
])('[N59] how days are written is seen where it shows: %j', (values, dateFormat) => {
  const closed = { name: 'Close date', values, isFew: false }
  expect(guessForm([...columns('Id', 'Owner'), closed], 'USD')).toMatchObject({
    closedAt: 'Close date',
    dateFormat,
  })
})

test.each([
  [['$4,000', '$18,200.50'], '.'],
  [['4.000', '18.200,50 €'], ','],
  [['1,234,567'], '.'],
  [['12.5'], '.'],
  [['4,000', '900'], ''],
  [['1.50', '1,50'], ''],
])('[N59] the decimal sign is seen where an amount shows it: %j', (values, decimal) => {
  const amount = { name: 'Amount', values, isFew: false }
  expect(guessForm([...columns('Id', 'Owner'), amount], 'USD')).toMatchObject({ amount: 'Amount', decimal })
})

/** Headers of exports: id, name, account, owner, stage, amount, when it was closed. */
const exported: readonly (readonly [string, readonly string[]])[] = [
  [
    'Salesforce, en',
    [
      'Opportunity ID',
      'Opportunity Name',
      'Account Name',
      'Opportunity Owner',
      'Stage',
      'Amount',
      'Close Date',
    ],
  ],
  ['Salesforce, its API', ['Id', 'Name', 'AccountName', 'OwnerEmail', 'StageName', 'Amount', 'CloseDate']],
  [
    'Salesforce, de',
    [
      'Opportunity-ID',
      'Opportunity-Name',
      'Accountname',
      'Opportunity-Inhaber',
      'Phase',
      'Betrag',
      'Schlusstermin',
    ],
  ],
  [
    'Salesforce, fr',
    [
      'ID de l’opportunité',
      'Nom de l’opportunité',
      'Nom du compte',
      'Propriétaire de l’opportunité',
      'Étape',
      'Montant',
      'Date de clôture',
    ],
  ],
  [
    'Salesforce, es',
    [
      'Id. de la oportunidad',
      'Nombre de la oportunidad',
      'Nombre de la cuenta',
      'Propietario de la oportunidad',
      'Etapa',
      'Importe',
      'Fecha de cierre',
    ],
  ],
  [
    'Salesforce, pt',
    [
      'ID da oportunidade',
      'Nome da oportunidade',
      'Nome da conta',
      'Proprietário da oportunidade',
      'Fase',
      'Valor',
      'Data de fechamento',
    ],
  ],
  [
    'Salesforce, it',
    [
      'ID opportunità',
      'Nome opportunità',
      'Nome account',
      'Titolare opportunità',
      'Fase',
      'Importo',
      'Data di chiusura',
    ],
  ],
  [
    'Salesforce, nl',
    [
      'Opportunity-id',
      'Naam opportunity',
      'Accountnaam',
      'Eigenaar van opportunity',
      'Fase',
      'Bedrag',
      'Sluitingsdatum',
    ],
  ],
  [
    'HubSpot, en',
    ['Record ID', 'Deal Name', 'Company Name', 'Deal owner', 'Deal Stage', 'Amount', 'Close Date'],
  ],
  [
    'HubSpot, de',
    [
      'Datensatz-ID',
      'Deal-Name',
      'Unternehmensname',
      'Zuständiger Mitarbeiter',
      'Deal-Phase',
      'Betrag',
      'Abschlussdatum',
    ],
  ],
  [
    'HubSpot, fr',
    [
      "ID d'enregistrement",
      'Nom de la transaction',
      'Entreprise',
      'Propriétaire de la transaction',
      'Phase de la transaction',
      'Montant',
      'Date de fermeture',
    ],
  ],
  [
    'HubSpot, es',
    [
      'ID de registro',
      'Nombre del negocio',
      'Empresa',
      'Propietario del negocio',
      'Etapa del negocio',
      'Valor',
      'Fecha de cierre',
    ],
  ],
  [
    'HubSpot, pt',
    [
      'ID do registro',
      'Nome do negócio',
      'Empresa',
      'Proprietário do negócio',
      'Etapa do negócio',
      'Valor',
      'Data de fechamento',
    ],
  ],
  [
    'HubSpot, it',
    [
      'ID record',
      'Nome della trattativa',
      'Azienda',
      'Proprietario della trattativa',
      'Fase della trattativa',
      'Importo',
      'Data di chiusura',
    ],
  ],
  [
    'HubSpot, nl',
    ['Record-ID', 'Dealnaam', 'Bedrijf', 'Dealeigenaar', 'Dealfase', 'Bedrag', 'Sluitingsdatum'],
  ],
  [
    'Pipedrive, en',
    [
      'Deal - ID',
      'Deal - Title',
      'Deal - Organization',
      'Deal - Owner',
      'Deal - Status',
      'Deal - Value',
      'Deal - Deal closed on',
    ],
  ],
  [
    'Pipedrive, de',
    [
      'Deal - ID',
      'Deal - Titel',
      'Deal - Organisation',
      'Deal - Besitzer',
      'Deal - Status',
      'Deal - Wert',
      'Deal - Gewonnen am',
    ],
  ],
  ['Close, en', ['id', 'note', 'lead_name', 'user_name', 'status_type', 'value', 'date_won']],
  ['Zoho, en', ['Record Id', 'Deal Name', 'Account Name', 'Deal Owner', 'Stage', 'Amount', 'Closing Date']],
  [
    'Zoho, de',
    [
      'Datensatz-ID',
      'Abschlussname',
      'Accountname',
      'Abschluss-Besitzer',
      'Phase',
      'Betrag',
      'Abschlussdatum',
    ],
  ],
]

test.each(exported)('[H51] the columns of an export of %s are recognised', (_, header) => {
  const [id, name, account, rep, status, amount, closedAt] = header
  const form = guessForm(columns('Pipeline', ...header, 'Tags'), 'EUR')
  expect(form).toMatchObject({
    ...{ type: 'deal', id, account, rep, status, amount, closedAt },
    // Close keeps no name of a deal.
    name: name === 'note' ? '' : name,
  })
  expect(isComplete(form)).toBe(true)
})

test.each([
  ['Closed Won', 'Closed Lost'],
  ['Geschlossen gewonnen', 'Geschlossen verloren'],
  ['Fermée gagnée', 'Fermée perdue'],
  ['Cerrada ganada', 'Cerrada perdida'],
  ['Fechado ganho', 'Fechado perdido'],
  ['Chiusa vinta', 'Chiusa persa'],
  ['Gesloten gewonnen', 'Gesloten verloren'],
])('[H51] %s is won, and %s is lost', (won, lost) => {
  expect(wordsOf('Demo', won, lost)).toEqual({ won, lost, open: 'Demo' })
})

test('[H51] days that can be read in two orders are told, with the time that stands beside them', () => {
  expect(writtenDaysOf(['03/04/2026', '05/06/2026'])).toEqual({
    ...{ dayFirst: 'D/M/YYYY', monthFirst: 'M/D/YYYY', order: 'both' },
  })
  expect(writtenDaysOf(['03/14/2026 9:05 AM'])).toMatchObject({
    order: 'month',
    monthFirst: 'M/D/YYYY h:mm A',
  })
  expect(writtenDaysOf(['14.03.2026 09:05:00'])).toMatchObject({ order: 'day', dayFirst: 'D.M.YYYY H:mm:ss' })
  expect(writtenDaysOf(['14/03/2026', '2026-03-14'])).toBeNull()
  expect(writtenDaysOf(['13/14/2026'])).toBeNull()
})
