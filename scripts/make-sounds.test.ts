// The sounds that are kept are those that the script makes, all equally loud.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { ownSounds } from '../shared/wire/celebrations/rule.ts'

const kept = fileURLToPath(new URL('../assets/sounds', import.meta.url))
const script = fileURLToPath(new URL('make-sounds.mjs', import.meta.url))
const made = mkdtempSync(join(tmpdir(), 'floorboard-sounds-'))
afterAll(() => rmSync(made, { recursive: true }))

const run = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
const waves = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.wav'))

test('the script writes exactly the files that are kept, one for each own sound', () => {
  run(made)
  expect(waves(kept).sort()).toEqual(ownSounds.map((name) => `${name}.wav`).sort())
  expect(waves(made).sort()).toEqual(waves(kept).sort())
  const unlike = waves(kept).filter(
    (name) => !readFileSync(join(kept, name)).equals(readFileSync(join(made, name))),
  )
  expect(unlike).toEqual([])
})

test('all are equally loud, within 1 LU, short, small, and never at the end of the scale', () => {
  const measured: Readonly<Record<string, { lufs: number; seconds: number; peak: number }>> = JSON.parse(
    run('--measure'),
  )
  const sounds = Object.values(measured)
  expect(sounds).toHaveLength(ownSounds.length)
  const loud = sounds.map(({ lufs }) => lufs)
  expect(Math.max(...loud) - Math.min(...loud)).toBeLessThan(1)
  for (const { lufs, seconds, peak } of sounds) {
    expect(Math.abs(lufs + 20)).toBeLessThan(1)
    expect(seconds).toBeGreaterThanOrEqual(1.5)
    expect(seconds).toBeLessThanOrEqual(5)
    expect(peak).toBeLessThan(0.9)
  }
  for (const name of waves(kept)) expect(statSync(join(kept, name)).size).toBeLessThan(400_000)
})
