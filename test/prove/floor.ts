// The small floor as it is at any hour: one playlist all day long, each board on for a few seconds.
import { smallFloorText } from '../floors/small-floor.ts'

const proofFloorText = smallFloorText
  .replaceAll(/seconds: \d+/g, 'seconds: 5')
  .replace(/, schedule: \[.*\] \}/, ' }')

const send = async (url: string, method: string, type: string, body: string): Promise<void> => {
  const answer = await fetch(url, { method, headers: { 'content-type': type }, body })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  await answer.text()
}

export const applyProofFloor = (feedUrl: string): Promise<void> =>
  send(`${feedUrl}/api/v1/floor`, 'PUT', 'application/yaml', proofFloorText)

export const postFacts = (feedUrl: string, facts: readonly object[]): Promise<void> =>
  send(`${feedUrl}/api/v1/facts`, 'POST', 'application/json', JSON.stringify({ facts }))

/** Counts for today and this quarter, whenever the proof runs. */
export const wonNow = (id: string, rep: string, dollars: number): object => {
  const now = new Date().toISOString()
  return {
    source: 'crm',
    id,
    type: 'deal',
    status: 'won',
    amount: { minor: dollars * 100, currency: 'USD' },
    createdAt: now,
    closedAt: now,
    credits: [{ rep }],
  }
}

export const callNow = (id: string, rep: string, durationSeconds: number): object => ({
  source: 'dialer',
  id,
  type: 'activity',
  kind: 'call',
  at: new Date().toISOString(),
  durationSeconds,
  credits: [{ rep }],
})
