// HubSpot's stand-in, as a process of its own: so many deals that were won over the last two years, or one and then a million that
// nobody keeps. It says what it was asked, and when.

import { startHubSpotPlenty } from '../test/connectors/hubspot-plenty.ts'
import { type HubSpotStandIn, startHubSpotStandIn, won } from '../test/connectors/hubspot-stand-in.ts'
import { goodKey, inStage } from '../test/connectors/hubspot-world.ts'
import { floorOfFifty } from './floor-of-fifty.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string
  /** Epoch ms. */
  readonly at: number
}

/** `asked`: everything since it was asked last. `win`: somebody wins a deal there now. */
/** `grow`: from now on there are a million deals, all of them from before this year. */
export type HubSpotQuestion = 'asked' | 'win' | 'grow'
export type HubSpotAnswer = readonly Asked[]

const [kind = 'kept', count = '3000'] = process.argv.slice(2)
const dayMs = 86_400_000
const now = (): number => performance.timeOrigin + performance.now()

const keepMany = async (deals: number): Promise<{ readonly standIn: HubSpotStandIn; take(): Asked[] }> => {
  let asked: Asked[] = []
  const standIn = await startHubSpotStandIn(now, (method, path, body) => {
    asked.push({ method, path, body, at: now() })
  })
  standIn.keys.add(goodKey)
  standIn.owners.clear()
  for (const [index, { name }] of floorOfFifty.people.entries())
    standIn.owners.set(String(index), {
      id: String(index),
      email: null,
      firstName: name,
      lastName: '',
      archived: false,
    })
  for (let nth = 0; nth < deals; nth += 1) {
    const at = now() - (nth / deals) * 700 * dayMs - dayMs
    const id = standIn.put('deals', {
      dealname: `Deal ${nth}`,
      amount: String(1000 + ((nth * 977) % 9000)),
      deal_currency_code: 'USD',
      closedate: new Date(at).toISOString(),
      hubspot_owner_id: String(nth % floorOfFifty.people.length),
      ...inStage(won),
    })
    // It changed when it was won: nothing of it is news.
    const row = standIn.rows.deals.get(id)
    if (row) row.properties['hs_lastmodifieddate'] = new Date(at).toISOString()
  }
  return {
    standIn,
    take: () => {
      const before = asked
      asked = []
      return before
    },
  }
}

if (kind === 'plenty') {
  const plenty = await startHubSpotPlenty({
    // By its time of change the others are none that are new.
    deals: 1,
    // The wall shows this year: its rows change by what is measured, and by nothing else.
    until: Date.UTC(new Date().getUTCFullYear(), 0, 1) - dayMs,
    months: 10,
    people: floorOfFifty.people.map(({ name }) => name),
  })
  process.on('message', () => {
    plenty.grow(1_000_000)
    process.send?.('grown')
  })
  process.send?.(plenty.url)
} else {
  const { standIn, take } = await keepMany(Number(count))
  let wins = 0
  process.on('message', (question: HubSpotQuestion) => {
    if (question === 'asked') process.send?.(take())
    else {
      wins += 1
      const at = now()
      standIn.put('deals', {
        dealname: `Win ${wins}`,
        amount: String(500_000 + wins * 1000),
        deal_currency_code: 'USD',
        // The feed's clock stands at the beginning of the hour.
        closedate: new Date(at - 3_600_000).toISOString(),
        hubspot_owner_id: String(wins % floorOfFifty.people.length),
        ...inStage(won),
      })
      process.send?.(at)
    }
  })
  process.send?.(standIn.url)
}
process.on('SIGTERM', () => process.exit(0))
