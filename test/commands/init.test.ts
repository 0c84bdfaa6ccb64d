import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import { program } from '../built.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-init-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The real command, in a process and a folder of its own. */
const floorboard = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, env: { ...process.env, TZ: 'America/Chicago', ...env } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

const settingsIn = (text: string) => {
  const reading = readFloorFile(text)
  return reading.ok ? reading.file.floor : reading.errors
}

describe('floorboard init', () => {
  test('writes a file that apply finds good, and says what it took for granted and what comes next', async () => {
    const { code, out, err } = await floorboard(['init'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err.trim().split('\n')).toEqual([
      'Taken for granted: time zone America/Chicago (--time-zone), currency USD (--currency).',
      expect.stringContaining('1. Write your people and goals into floor.yaml'),
      expect.stringContaining('2. npx floorboard apply floor.yaml --check'),
      '3. Open /tv on the feed: first-wall never goes dark; ae-wall, sdr-wall, and leaders (/tv?screen=ae-wall) show a dark clock at night and at weekends.',
    ])
    const nowhere = { FLOORBOARD_FEED: 'http://127.0.0.1:9' }
    const check = await floorboard(['apply', 'floor.yaml', '--check'], nowhere)
    expect(check).toMatchObject({ code: 0, out: '' })
    expect(check.err).toMatch(
      /^floor\.yaml is a good floor file: .*\.\nNo feed answers at .* is not known\.\n$/,
    )
  })

  test('leaves a file that is there alone, unless it is told to replace it', async () => {
    const path = join(folder, 'mine.yaml')
    writeFileSync(path, 'mine')
    const refused = await floorboard(['init', '--out', 'mine.yaml'])
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: 'mine.yaml is there already; --force replaces it, --out names another.\n',
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await floorboard(['init', '--out', 'mine.yaml', '--force'])).code).toBe(0)
    expect(settingsIn(readFileSync(path, 'utf8'))).toMatchObject({ currency: 'USD' })
  })

  test('is shaped by flags and by variables, and writes to standard output for -', async () => {
    const { code, out, err } = await floorboard(
      ['init', '--out', '-', '--role', 'sdr', '--currency', 'eur'],
      {
        FLOORBOARD_TIME_ZONE: 'Europe/Paris',
        FLOORBOARD_LOCALE: 'fr-FR',
        FLOORBOARD_NAME: 'Équipe: "nord"',
      },
    )
    expect(code).toBe(0)
    expect(settingsIn(out)).toMatchObject({
      name: 'Équipe: "nord"',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      locale: 'fr-FR',
    })
    expect(out).not.toContain('meetings-held')
    expect(err).not.toContain('Taken for granted')
  })

  test('a folder that is not there is told in one sentence', async () => {
    const { code, err } = await floorboard(['init', '--out', 'nowhere/floor.yaml'])
    expect({ code, err }).toEqual({ code: 2, err: 'nowhere/floor.yaml, or its folder, does not exist.\n' })
  })

  test('neither no file name nor a name of two lines is taken', async () => {
    const nowhere = await floorboard(['init', '--out', ''])
    expect(nowhere.code).toBe(2)
    expect(nowhere.err).toContain('It must be the name of a file, or - for standard output.')
    const twoLines = await floorboard(['init', '--out', '-', '--name', 'North\nSouth'])
    expect(twoLines.code).toBe(2)
    expect(twoLines.err).toContain('It must be one line of 1 to 120 characters, and one of them to be seen.')
  })

  test('a role that it does not know is refused with those it knows, and nothing is written', async () => {
    const { code, err } = await floorboard(['init', '--role', 'bdr', '--out', 'never.yaml'])
    expect(code).toBe(2)
    expect(err).toContain('"bdr" is no role; name ae or sdr, several with commas between.')
    expect(() => readFileSync(join(folder, 'never.yaml'))).toThrow('ENOENT')
  })
})
