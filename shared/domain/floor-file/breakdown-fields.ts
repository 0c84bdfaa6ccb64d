// Fields by whose values numbers can be broken down: texts that many facts share.

export const breakdownFields: readonly string[] = ['product', 'stage', 'account', 'source', 'outcome', 'kind']

export const canBreakDown = (field: string): boolean =>
  breakdownFields.includes(field) || /^fields\../.test(field)
