// @vitest-environment happy-dom
// Every metric of the demo reads as a sentence, in both languages; some of them word by word.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { demoFloorText } from '../../../../../main/feed/demo/demo-floor.ts'
import { floorFileOf } from '../../../../../test/floors/open-test-floor.ts'
import '../../../../../test/renderer/clean-up.ts'
import { Words } from '../../../words/words.tsx'
import { useSentenceWords } from './use-sentence-words.ts'

const { metrics } = floorFileOf(demoFloorText)

function Sentences() {
  const words = useSentenceWords(metrics)
  return (
    <dl>
      {metrics.map(({ id, of }) => (
        <dd key={id} data-testid={id}>
          {words.definition(of)}
        </dd>
      ))}
    </dl>
  )
}

const read = async (locale: string): Promise<ReadonlyMap<string, string>> => {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <Words locale={locale} timeZone="UTC">
        <Sentences />
      </Words>
    </QueryClientProvider>,
  )
  await screen.findByTestId('bookings')
  return new Map(metrics.map(({ id }) => [id, screen.getByTestId(id).textContent]))
}

test('[H80] every metric reads as a sentence in which no name of a field or an id is left', async () => {
  const english = await read('en-US')
  for (const [id, text] of english)
    expect(text, id).not.toMatch(/undefined|closedAt|durationSeconds|fields\.|\{/)
  expect(english.get('bookings')).toBe('Adds up the amount of deals that are won, by close date.')
  expect(english.get('dials')).toBe('Counts calls.')
  expect(english.get('account-touches')).toBe(
    'Counts calls, e-mails, or meetings where account is filled in.',
  )
  expect(english.get('win-rate')).toMatch(/ divided by /)
  expect(english.get('prospecting-points')).toMatch(/^Points: 1 for .*, 5 for .*25 for .*\.$/)
})

test('[H80] in German too', async () => {
  const german = await read('de-DE')
  for (const [id, text] of german)
    expect(text, id).not.toMatch(/undefined|closedAt|Counts|Adds up|Averages| where /)
  expect(german.get('dials')).toBe('Zählt Anrufe.')
})
