// What is known of an organization, for as long as it is fresh: asking for it takes some fifteen calls of its day.
import type { ConnectorSettings } from '../connector.ts'
import { createNameBook, type Names } from '../name-book.ts'
import type { SourceTrouble } from '../source-trouble.ts'
import { type Row, textIn } from './answers.ts'
import { type OrgRates, readRates } from './currency-rates.ts'
import { type OrgSchema, readOwners, readPipelines, readSchema, readSplitType } from './org.ts'
import type { SalesforceApi } from './salesforce-api.ts'

export interface Known extends Names {
  readonly schema: OrgSchema
  /** Of the splits that count, by its id. */
  readonly splitType: string | null
  /** What splits and members of the team are called within a deal; null where they are not read. */
  readonly splitsName: string | null
  readonly teamName: string | null
  /** By which it converts; null where the floor does, and where there is one currency. */
  readonly rates: OrgRates | null
}

export interface OrgBook {
  /** With everybody and every stage that these rows name, as far as Salesforce knows them. Rejects with `SourceTrouble`. */
  knowing(rows: readonly Row[]): Promise<Known>
  /** A question named what is not there, or not any more: what is known is old. Returns the same. */
  noteRefusal(trouble: SourceTrouble): SourceTrouble
}

interface OrgBookParts {
  readonly api: SalesforceApi
  readonly settings: ConnectorSettings
  readonly now: () => number
}

/** How old it is at least before a refusal has it asked for again. */
const refusedMs = 300_000

export const createOrgBook = ({ api, settings, now }: OrgBookParts): OrgBook => {
  const read = async (): Promise<Known> => {
    const schema = await readSchema(api)
    const hasDeals = settings.reads.has('deals') && schema.has('Opportunity')
    const splitType = hasDeals ? await readSplitType(api, schema) : null
    return {
      schema,
      owners: new Map((await readOwners(api, schema)).map((owner) => [owner.id, owner])),
      pipelines: hasDeals ? await readPipelines(api, schema) : [],
      splitType,
      splitsName: splitType === null ? null : schema.childName('OpportunitySplit'),
      teamName: settings.isFullCredit ? schema.childName('OpportunityTeamMember') : null,
      rates: hasDeals && settings.rates === 'vendor' ? await readRates(api, schema) : null,
    }
  }
  const book = createNameBook<Known>({ read, now })

  return {
    knowing: (rows) => {
      const named = (field: string): string[] => rows.flatMap((row) => textIn(row, field) ?? [])
      return book.knowing(named('OwnerId'), named('StageName'))
    },
    noteRefusal: (trouble) => {
      if (trouble.kind === 'rights') book.forgetAfter(refusedMs)
      return trouble
    },
  }
}
