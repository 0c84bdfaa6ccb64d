import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CelebrationEvent, WebhookEvent } from './webhooks.ts'

const documented = [
  ...readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8').matchAll(
    /```json\n([\s\S]*?)```/g,
  ),
].map(([, text = '']): unknown => JSON.parse(text))

test('[N24] the documented JSON of every event is what the schema says, and every event is documented', () => {
  const types = documented.map((example) => {
    const read = WebhookEvent.safeParse(example).data ?? CelebrationEvent.parse(example)
    // Nothing in the example that the schema does not know.
    expect(read).toEqual(example)
    return read.type
  })
  const all = WebhookEvent.options.map(({ shape }) => shape.type.value)
  expect(types.filter((type) => !type.startsWith('celebration.')).sort()).toEqual(all.toSorted())
})
