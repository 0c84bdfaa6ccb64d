import { expect, test } from 'vitest'
import { InboundMapping } from '../../../../shared/wire/mapping.ts'
import { emptyForm, formOf, isComplete, type MappingForm, mappingOf } from './form-mapping.ts'
import { itemOf, listsIn, pathsIn } from './paths-in.ts'

const deal: MappingForm = {
  ...emptyForm('USD'),
  id: 'id',
  rep: 'owner.email',
  status: 'stage',
  won: 'Closed Won, won',
  lost: 'Closed Lost',
  open: '',
  name: 'name',
  amount: 'value.amount',
  currencyPath: 'value.currency',
  closedAt: 'closed_at',
  version: '$body.sent',
  deleted: 'event',
  deletedIs: 'deal.deleted, deal.merged',
}
const activity: MappingForm = {
  ...emptyForm('USD'),
  type: 'activity',
  id: 'call_id',
  rep: 'user.email',
  at: 'started',
  dateFormat: 'epoch-seconds',
  durationSeconds: 'talk',
  deleted: 'gone',
}

test('a form comes back from the mapping that it is saved as', () => {
  for (const form of [deal, activity]) {
    const mapping = InboundMapping.parse(mappingOf(form))
    const again = formOf(mapping, 'USD')
    expect(again && InboundMapping.parse(mappingOf(again))).toEqual(mapping)
    // The fields of the other type keep what a new form has.
    expect(again).toMatchObject(form)
  }
})

test('a mapping that says more than the form can is no form', () => {
  const whole = InboundMapping.parse(mappingOf(deal))
  const more: readonly InboundMapping[] = [
    { ...whole, when: { kind: { is: ['x'] } } },
    { ...whole, id: ['a', 'b'] },
    { ...whole, credits: [...whole.credits, ...whole.credits] },
    { ...whole, timeZone: 'UTC' },
    InboundMapping.parse({ ...mappingOf(deal), fields: { status: [{ is: 'open' }] } }),
  ]
  expect(more.map((mapping) => formOf(mapping, 'USD'))).toEqual([null, null, null, null, null])
})

test('a form without an id or somebody is not complete', () => {
  expect(
    [deal, activity, { ...deal, id: '' }, { ...deal, rep: '' }, { ...activity, at: '' }].map(isComplete),
  ).toEqual([true, true, false, false, false])
})

test('a sample’s paths are those that a mapping takes', () => {
  const sample = {
    sent: 7,
    'event name': 'deal',
    deals: [{ id: 'd', owners: [{ email: 'ana' }], tags: ['a'], note: null, value: { amount: '1' } }],
    none: [],
  }
  expect(listsIn(sample)).toEqual(['$.deals[*]'])
  expect(pathsIn(itemOf(sample, '$.deals[*]')).map(({ path }) => path)).toEqual([
    'id',
    '$.owners[*].email',
    '$.tags[*]',
    'value.amount',
  ])
  expect(pathsIn([sample]).slice(0, 2)).toEqual([
    { path: 'sent', shown: '7' },
    { path: '$["event name"]', shown: 'deal' },
  ])
  expect(itemOf(sample, '')).toBe(sample)
})
