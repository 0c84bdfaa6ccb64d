// What is known of an organization, for as long as it is fresh: asking for it takes some fifteen calls of its day.
import type { SourcePipeline } from '../../../../shared/wire/sources.ts'
import type { ConnectorSettings, VendorOwner } from '../connector.ts'
import type { SourceTrouble } from '../source-trouble.ts'
import { type Row, textIn } from './answers.ts'
import { type OrgRates, readRates } from './currency-rates.ts'
import { type OrgSchema, readOwners, readPipelines, readSchema, readSplitType } from './org.ts'
import type { SalesforceApi } from './salesforce-api.ts'

export interface Known {
  readonly schema: OrgSchema
  readonly owners: ReadonlyMap<string, VendorOwner>
  readonly pipelines: readonly SourcePipeline[]
  /** Of the splits that count, by its id. */
  readonly splitType: string | null
  /** What splits and members of the team are called within a deal; null where they are not read. */
  readonly splitsName: string | null
  readonly teamName: string | null
  /** By which it converts; null where the floor does, and where there is one currency. */
  readonly rates: OrgRates | null
  /** Epoch ms. */
  readonly at: number
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

const staleMs = 3_600_000
/** How old it is at least before it is asked for again, for somebody who is not in it, and after a refusal. */
const freshMs = 60_000
const refusedMs = 300_000

export const createOrgBook = ({ api, settings, now }: OrgBookParts): OrgBook => {
  let known: Known | null = null
  /** People and stages that Salesforce does not have: they are asked for once. */
  const sought = new Set<string>()

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
      at: now(),
    }
  }

  const unknownIn = (rows: readonly Row[], { owners, pipelines }: Known): readonly string[] => {
    const stages = new Set(pipelines[0]?.stages.map(({ id }) => id))
    return rows.flatMap((row) => {
      const [owner, stage] = [textIn(row, 'OwnerId'), textIn(row, 'StageName')]
      return [
        ...(owner !== null && !owners.has(owner) ? [owner] : []),
        ...(stage !== null && !stages.has(stage) ? [stage] : []),
      ]
    })
  }

  return {
    knowing: async (rows) => {
      if (known === null || now() - known.at > staleMs) {
        sought.clear()
        known = await read()
      } else if (now() - known.at > freshMs && unknownIn(rows, known).some((name) => !sought.has(name))) {
        known = await read()
        for (const name of unknownIn(rows, known)) sought.add(name)
      }
      return known
    },
    noteRefusal: (trouble) => {
      if (trouble.kind === 'rights' && known !== null && now() - known.at > refusedMs) known = null
      return trouble
    },
  }
}
