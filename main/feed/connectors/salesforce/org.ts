// What an organization has, and its user may see: a field that is asked for and not there fails the whole question, so that
// every question is made of these. And who works there, which stages and record types there are.
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { VendorOwner } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { type Described, isTrue, type Row, textIn } from './answers.ts'
import type { SalesforceApi } from './salesforce-api.ts'
import { soql } from './soql.ts'

export const describedObjects = [
  'Opportunity',
  'Task',
  'Event',
  'EmailMessage',
  'User',
  'Account',
  'OpportunityStage',
  'OpportunitySplit',
  'OpportunitySplitType',
  'OpportunityTeamMember',
  'OpportunityRelatedDeleteLog',
  'CurrencyType',
  'DatedConversionRate',
] as const
export type OrgObject = (typeof describedObjects)[number]

export interface OrgSchema {
  has(object: OrgObject, field?: string): boolean
  /** Those of the fields that there are. A field of another row, `Account.Name`, is there where both are. */
  fieldsOf(object: OrgObject, wanted: readonly string[]): readonly string[]
  /** What the rows of `child` are called within a deal; null where it has none. */
  childName(child: OrgObject): string | null
  /** Record types that are used, the one of deals without any at last. */
  readonly recordTypes: readonly { readonly id: string; readonly name: string }[]
}

/** Of a deal that has none; its id is the same everywhere. */
export const masterRecordType = '012000000000000AAA'

export const readSchema = async (api: SalesforceApi): Promise<OrgSchema> => {
  const described = new Map<OrgObject, Described | null>()
  for (const object of describedObjects) described.set(object, await api.describe(object))
  const fields = new Map(
    [...described].map(([name, object]) => [name, new Set(object?.fields.map((field) => field.name))]),
  )
  const has = (object: OrgObject, field?: string): boolean =>
    field === undefined ? Boolean(described.get(object)) : fields.get(object)?.has(field) === true
  const deals: Described | null = described.get('Opportunity') ?? null
  const own = (deals?.recordTypeInfos ?? []).filter(
    ({ active, master }) => active !== false && master !== true,
  )
  return {
    has,
    fieldsOf: (object, wanted) =>
      wanted.filter((field) =>
        field === 'Account.Name' ? has(object, 'AccountId') && has('Account', 'Name') : has(object, field),
      ),
    childName: (child) =>
      (has(child) &&
        deals?.childRelationships?.find(({ childSObject }) => childSObject === child)?.relationshipName) ||
      null,
    recordTypes: [
      ...own.map(({ recordTypeId, name }) => ({ id: recordTypeId, name })),
      { id: masterRecordType, name: own.length === 0 ? 'Opportunities' : 'No record type' },
    ],
  }
}

/** Exports and links have ids of 15 characters, the API has the same with three more. */
export const sameId = (a: string, b: string): boolean => a.slice(0, 15) === b.slice(0, 15)

const mayLack = async (asked: Promise<readonly Row[]>): Promise<readonly Row[]> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof SourceTrouble && error.kind === 'rights') return []
    throw error
  }
}

export const readOwners = async (api: SalesforceApi, schema: OrgSchema): Promise<readonly VendorOwner[]> => {
  const rows = await api.rows(
    soql({
      select: schema.fieldsOf('User', ['Id', 'Name', 'Email', 'IsActive']),
      from: 'User',
      // Not the portal’s customers, of whom there may be a million.
      where: schema.has('User', 'UserType') ? "UserType IN ('Standard', 'PowerPartner')" : '',
    }),
  )
  return rows.map((row) => ({
    id: textIn(row, 'Id') ?? '',
    name: textIn(row, 'Name') ?? '',
    email: textIn(row, 'Email')?.toLowerCase() ?? null,
    active: isTrue(row, 'IsActive'),
  }))
}

/** Each record type with every stage: which of them it shows is a matter of pages, and a deal may stand in any. */
export const readPipelines = async (
  api: SalesforceApi,
  schema: OrgSchema,
): Promise<readonly SourcePipeline[]> => {
  if (!schema.has('OpportunityStage')) return []
  const rows = await mayLack(
    api.rows(
      soql({
        select: schema.fieldsOf('OpportunityStage', [
          'ApiName',
          'MasterLabel',
          'IsActive',
          'IsClosed',
          'IsWon',
        ]),
        from: 'OpportunityStage',
        orderBy: 'SortOrder',
      }),
    ),
  )
  const stages = rows
    .filter((row) => row['IsActive'] !== false)
    .map((row) => {
      const name = textIn(row, 'MasterLabel') ?? ''
      const flag = isTrue(row, 'IsWon') ? 'won' : isTrue(row, 'IsClosed') ? 'lost' : 'open'
      return { id: textIn(row, 'ApiName') ?? name, name, flag } as const
    })
  return schema.recordTypes.map(({ id, name }) => ({ id, name, stages }))
}

/** The splits that sum to a deal’s amount: a validated type, the one of revenue first. Null where there is none. */
export const readSplitType = async (api: SalesforceApi, schema: OrgSchema): Promise<string | null> => {
  if (!schema.has('OpportunitySplit') || !schema.has('OpportunitySplitType')) return null
  const rows = await mayLack(
    api.rows(
      soql({
        select: schema.fieldsOf('OpportunitySplitType', ['Id', 'DeveloperName']),
        from: 'OpportunitySplitType',
        where: 'IsActive = true AND IsTotalValidated = true',
        orderBy: 'DeveloperName',
      }),
    ),
  )
  const chosen = rows.find((row) => textIn(row, 'DeveloperName') === 'Revenue') ?? rows[0]
  return chosen === undefined ? null : textIn(chosen, 'Id')
}
