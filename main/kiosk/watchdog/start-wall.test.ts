// The starter as it is shipped, in the shells that systems have for `sh`, with programs of a few lines in the place of walls.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../test/eventually.ts'

const script = fileURLToPath(new URL('start-wall.sh', import.meta.url))
const shells = ['/bin/dash', '/bin/bash', '/bin/busybox'].filter(existsSync)

let folder: string
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-start-'))
  mkdirSync(join(folder, 'installed'))
  mkdirSync(join(folder, 'tools'))
  mkdirSync(join(folder, 'settings/versions'), { recursive: true })
  copyFileSync(script, join(folder, 'installed/floorboard-tv'))
  writeFileSync(join(folder, 'installed/version'), '0.1.0\n')
  // The clock that tests turn: no second is one, and what was waited for is written down.
  write(
    'tools/sleep',
    `echo $1 >> ${join(folder, 'pauses')}; if [ $1 = 6 ]; then exec /bin/sleep 0.3; else exec /bin/sleep 0.01; fi`,
  )
})
afterEach(async () => {
  for (const child of running.splice(0)) await stop(child)
  // What waits to kill a wall that does not hear writes that down still.
  await eventually(() => rmSync(folder, { recursive: true, force: true }), 20)
})

const write = (name: string, lines: string): void => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`)
  chmodSync(join(folder, name), 0o755)
}
const read = (name: string): string => {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
/** What it says when it starts, then what it does. How it takes a signal stands before both: one may come at once. */
const wall = (version: string, does: string): void => {
  const [trap = ''] = /^trap [^;]+/.exec(does) ?? []
  const place = version === '0.1.0' ? 'installed' : `settings/versions/${version}`
  mkdirSync(join(folder, place), { recursive: true })
  write(`${place}/floorboard-tv-wall`, `${trap}\necho ${version} >> ${join(folder, 'starts')}\n${does}`)
}
const paints = 'printf %s "$FLOORBOARD_START" > "$FLOORBOARD_VERSIONS/painted"'
/** Goes when it is told to, as a wall does. */
const stays = 'trap "exit 0" TERM; while :; do /bin/sleep 0.01; done'
const paintsAndStays = `trap "exit 0" TERM; ${paints}; ${stays}`
const state = (line: string): void => writeFileSync(join(folder, 'settings/versions/state'), `${line}\n`)

const starts = (): string[] => read('starts').split('\n').filter(Boolean)
const pauses = (): string[] =>
  read('pauses')
    .split('\n')
    .filter((pause) => pause !== '1' && pause !== '6')

const start = (shell: string, env: Readonly<Record<string, string>> = {}) => {
  const args = shell.endsWith('busybox') ? ['sh'] : []
  const child = spawn(
    shell,
    [
      ...args,
      join(folder, 'installed/floorboard-tv'),
      `--user-data-dir=${join(folder, 'settings')}`,
      '--screen=a b',
    ],
    {
      env: { PATH: `${join(folder, 'tools')}:${process.env['PATH']}`, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  running.push(child)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  return { child, said: () => said }
}
const stop = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return child.exitCode
}

describe.each(shells)('in %s', (shell) => {
  test('[S212] a wall that is killed comes back, again and again, after pauses that grow to a minute', async () => {
    wall('0.1.0', 'kill -9 $$')
    const { said } = start(shell)
    await eventually(() => expect(starts().length, said()).toBeGreaterThanOrEqual(9), 20)
    expect(pauses().slice(0, 8)).toEqual(['2', '4', '8', '16', '32', '60', '60', '60'])
    // Shells say themselves what was killed.
    const line = said()
      .split('\n')
      .find((each) => each.startsWith('{'))
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'warn',
      message: 'the wall has ended',
      why: 'code 137',
    })
  })

  test('[S212] its arguments and its exit codes are those of the wall: 0 and 2 are its last', async () => {
    for (const code of [0, 2]) {
      wall('0.1.0', `echo "$2" > ${join(folder, 'argument')}; exit ${code}`)
      const [ended] = await once(start(shell).child, 'exit')
      expect(ended).toBe(code)
    }
    expect(starts()).toHaveLength(2)
    expect(read('argument')).toBe('--screen=a b')
  })

  test('[S212] asked to end, it ends the wall first; one that does not hear is killed', async () => {
    wall('0.1.0', paintsAndStays)
    const first = start(shell).child
    await eventually(() => expect(starts()).toHaveLength(1), 20)
    expect(await stop(first)).toBe(0)
    wall('0.1.0', 'trap "" TERM; echo deaf; while :; do /bin/sleep 0.01; done')
    const second = start(shell).child
    await eventually(() => expect(starts()).toHaveLength(2), 20)
    expect(await stop(second)).not.toBe(0)
  })

  test('[S212] a wall that ends while it is asked to is left with its own code', async () => {
    const [waitFor = ''] = /^wait_for\(\) \{.*?^\}$/ms.exec(readFileSync(script, 'utf8')) ?? []
    const ends = 'trap "exit 7" TERM; echo > ready; while :; do /bin/sleep 0.01; done'
    // It is gone before the trap of the one that waits is over.
    const lines = [
      waitFor,
      'trap "kill -TERM \\$child; /bin/sleep 0.2" TERM',
      `(${ends}) &`,
      'child=$!',
      '(while [ ! -e ready ]; do /bin/sleep 0.01; done; kill -TERM $$) &',
      'wait_for $child',
      'exit $code',
    ]
    const args = shell.endsWith('busybox') ? ['sh'] : []
    const child = spawn(shell, [...args, '-c', lines.join('\n')], { cwd: folder })
    expect(await once(child, 'exit')).toEqual([7, null])
  })

  test('[S216] a new version that paints is there to stay', async () => {
    wall('0.1.0', stays)
    wall('0.2.0', paintsAndStays)
    state('0.2.0 - 0 0.1.0')
    const { child, said } = start(shell)
    await eventually(() => expect(read('settings/versions/state'), said()).toBe('0.2.0 - - 0.1.0'), 20)
    expect(await stop(child)).toBe(0)
    expect(starts()).toEqual(['0.2.0'])
    expect(read('settings/versions/went-back')).toBe('')
  })

  test.each([
    ['hears', stays, {}, 60],
    [
      'does not hear',
      'trap "" TERM; while :; do /bin/sleep 0.01; done',
      { FLOORBOARD_PAINT_WITHIN: '10' },
      10,
    ],
  ] as const)(
    '[S216] one that paints nothing in time and %s is ended; the one before goes on',
    async (_, does, env, seconds) => {
      wall('0.2.0', paintsAndStays)
      wall('0.3.0', does)
      state('0.3.0 0.2.0 0 0.1.0')
      const { said } = start(shell, env)
      await eventually(() => expect(starts(), said()).toEqual(['0.3.0', '0.2.0']), 20)
      expect(read('settings/versions/state')).toBe('0.2.0 - - 0.1.0')
      expect(read('settings/versions/went-back')).toMatch(/^0\.3\.0 \d{10} not-painted$/)
      // A second at a time, and no pause before the one that is well.
      expect(
        read('pauses')
          .split('\n')
          .filter((pause) => pause === '1'),
      ).toHaveLength(seconds)
      expect(pauses()).toEqual([])
    },
  )

  test.each(['exit 1', 'exit 2', 'kill -9 $$', 'exit 127'])(
    '[S216] one that ends before it has painted (%s) is left at once',
    async (does) => {
      wall('0.1.0', stays)
      wall('0.2.0', does)
      state('0.2.0 - 0 0.1.0')
      const { said } = start(shell)
      await eventually(() => expect(starts(), said()).toEqual(['0.2.0', '0.1.0']), 20)
      expect(read('settings/versions/went-back')).toMatch(/^0\.2\.0 \d{10} ended$/)
    },
  )

  test('[S216] a wall that paints and takes a newer version at once is not set back to itself', async () => {
    wall('0.2.0', `${paints}; echo '0.3.0 0.2.0 0 0.1.0' > "$FLOORBOARD_VERSIONS/state"; exit 1`)
    wall('0.3.0', paintsAndStays)
    state('0.2.0 - 0 0.1.0')
    const { said } = start(shell)
    await eventually(() => expect(read('settings/versions/state'), said()).toBe('0.3.0 0.2.0 - 0.1.0'), 20)
    expect(starts()).toEqual(['0.2.0', '0.3.0'])
  })

  test('[S216] a trial that the power cut short three times is over', async () => {
    wall('0.1.0', stays)
    wall('0.2.0', stays)
    state('0.2.0 - 3 0.1.0')
    const { said } = start(shell)
    await eventually(() => expect(starts(), said()).toEqual(['0.1.0']), 20)
    expect(read('settings/versions/went-back')).toContain('0.2.0')
  })

  test('[S216] each start of a trial is counted before it begins', async () => {
    wall('0.2.0', stays)
    state('0.2.0 - 1 0.1.0')
    start(shell)
    await eventually(() => expect(starts()).toEqual(['0.2.0']), 20)
    expect(read('settings/versions/state')).toBe('0.2.0 - 2 0.1.0')
  })

  test.each([
    ['another program was installed by hand', '0.2.0 - - 0.0.9'],
    ['its folder is gone', '0.4.0 - - 0.1.0'],
    ['its name leads elsewhere', '../installed - - 0.1.0'],
    ['nothing can be read', 'nonsense'],
    ['there is nothing', ''],
  ])('[S216] the installed program is started where %s', async (_, line) => {
    wall('0.1.0', stays)
    wall('0.2.0', stays)
    state(line)
    const { said } = start(shell)
    await eventually(() => expect(starts(), said()).toEqual(['0.1.0']), 20)
  })

  test('[S216] where the disk takes nothing, it goes back all the same', async () => {
    wall('0.1.0', stays)
    wall('0.2.0', 'exit 1')
    state('0.2.0 - 0 0.1.0')
    // Nothing can be moved there, not by root either.
    write('tools/mv', 'exit 1')
    const { said } = start(shell)
    await eventually(() => expect(starts(), said()).toEqual(['0.2.0', '0.1.0']), 20)
  })

  test('[S216] also from a version that ends as one that was asked to, when it is ended for being late', async () => {
    wall('0.1.0', stays)
    wall('0.2.0', stays)
    state('0.2.0 - 0 0.1.0')
    write('tools/mv', 'exit 1')
    // Each look at the clock is half a minute after the one before.
    write(
      'tools/date',
      `now=$(( $(cat ${join(folder, 'now')} 2> /dev/null || echo 1000) + 30 )); echo $now > ${join(folder, 'now')}; echo $now`,
    )
    const { said } = start(shell, { FLOORBOARD_PAINT_WITHIN: '10' })
    await eventually(() => expect(starts(), said()).toEqual(['0.2.0', '0.1.0']), 20)
  })
})
