import { expect, test } from 'vitest'
import { InboundMapping } from '../../../../shared/wire/mapping.ts'
import {
  beginPlan,
  emptyPlan,
  isOfNothing,
  mappingOfPlan,
  planOf,
  rulesOf,
  sourceOf,
  unclearDays,
} from './file-plan.ts'
import { guessedMeaning, leftOut, takeStages } from './plan-stages.ts'

const columns = (dates: readonly string[], amount = '1.50') => [
  { name: 'Id', values: ['1'], isFew: true },
  { name: 'Owner', values: ['Ana'], isFew: true },
  { name: 'Stage', values: ['Won', 'Lost', 'Demo'], isFew: true },
  { name: 'Amount', values: [amount], isFew: true },
  { name: 'Close date', values: [...dates], isFew: true },
]

test('[H51] days that can be read in two orders are read as is usual where the decimals or the money are, and it is known that they can', () => {
  const of = (currency: string, dates: readonly string[], amount?: string) => {
    const found = columns(dates, amount)
    const { plan } = beginPlan(emptyPlan('crm'), { columns: found, kept: null }, [], currency)
    return [plan.form?.dateFormat, plan.form && unclearDays(plan.form, found) !== null]
  }
  expect(of('USD', ['03/04/2026'])).toEqual(['M/D/YYYY', true])
  expect(of('USD', ['03/04/2026'], '1.234,50')).toEqual(['D/M/YYYY', true])
  expect(of('EUR', ['03/04/2026'])).toEqual(['D/M/YYYY', true])
  expect(of('EUR', ['03/14/2026'])).toEqual(['M/D/YYYY', false])
  expect(of('EUR', ['2026-03-14'])).toEqual(['', false])
})

test('[H59] a plan that was kept is the same plan again', () => {
  const { plan } = beginPlan(emptyPlan('crm'), { columns: columns(['03/14/2026']), kept: null }, [], 'USD')
  const chosen = { ...plan, skipRows: 2, timeZone: 'Europe/Berlin', delimiter: ';' }
  const mapping = mappingOfPlan(chosen)
  if (mapping === undefined) throw new Error('it is not complete')
  expect(InboundMapping.parse(mapping).timeZone).toBe('Europe/Berlin')
  const written = {
    source: chosen.source,
    rules: rulesOf(chosen),
    mapping: { ...mapping },
  }
  expect(planOf(written, 'USD')).toEqual(chosen)
  const kept = { ...written, name: 'CRM', columns: ['Id'] }
  const again = beginPlan(emptyPlan('other'), { columns: columns([]), kept: 'CRM' }, [kept], 'USD')
  expect(again).toEqual({ plan: chosen, kept: 'CRM' })
})

test('[H61] stages that are taken stand in the fields; those with commas, and those that are left out, beside them and still there when it is read again', () => {
  const { plan } = beginPlan(emptyPlan('crm'), { columns: columns([]), kept: null }, [], 'USD')
  const taken = takeStages(plan, { Prospecting: 'open', 'Won, signed': 'won', Test: 'out' })
  expect([taken.form?.open, taken.form?.won]).toEqual(['Demo, Prospecting', 'Won'])
  expect(leftOut(taken)).toEqual(['Test'])
  const mapping = mappingOfPlan(taken)
  if (mapping === undefined) throw new Error('it is not complete')
  expect(InboundMapping.parse(mapping)).toMatchObject({
    when: { Stage: { not: ['Test'] } },
    fields: {
      status: {
        column: 'Stage',
        values: { won: ['Won', 'Won, signed'], lost: ['Lost'], open: ['Demo', 'Prospecting'] },
      },
    },
  })
  expect(planOf({ source: 'crm', rules: rulesOf(taken), mapping: { ...mapping } }, 'USD')).toEqual(taken)
  // Conditions that no press made are more than a plan can say.
  const more = { ...mapping, when: { Stage: { not: ['Test'] }, Owner: 'Ana' } }
  expect(planOf({ source: 'crm', rules: rulesOf(taken), mapping: more }, 'USD')).toBeNull()
})

test('[H61] what a stage seems to mean is proposed', () => {
  expect(['Prospecting', 'Closed, Won', 'Nicht gewonnen, verloren'].map(guessedMeaning)).toEqual([
    'open',
    'won',
    'lost',
  ])
})

test('[H51] a list of people, or of products, has no column of deals or calls', () => {
  const isNothing = (names: readonly string[]) => {
    const columns = names.map((name) => ({ name, values: ['1'], isFew: true }))
    const { form } = beginPlan(emptyPlan('crm'), { columns, kept: null }, [], 'USD').plan
    return form && isOfNothing(form)
  }
  expect(isNothing(['sales_agent', 'manager', 'regional_office'])).toBe(true)
  expect(isNothing(['product', 'series', 'sales_price'])).toBe(true)
  expect(isNothing(['sales_agent', 'deal_stage'])).toBe(false)
})

test('[H59] a mapping that says more than a form can is no plan', () => {
  const mapping = { type: 'deal', id: 'Id', credits: [{ rep: 'A' }, { rep: 'B' }], fields: { status: 'S' } }
  expect(planOf({ source: 'crm', rules: { skipRows: 0 }, mapping }, 'USD')).toBeNull()
})

test.each([
  ['deals-2026-11-20.csv', 'deals'],
  ['Opportunities (3).xlsx', 'Opportunities'],
  ['export_20261120.csv', 'export'],
  ['2026.csv', 'import'],
  ['Q4 deals.csv', 'Q4 deals'],
])('[H52] %s brings facts of %s', (name, source) => {
  expect(sourceOf({ name })).toBe(source)
})
