import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSwitch } from './find-switch.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-switch-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (program: string): void => {
  writeFileSync(join(folder, program), '#!/bin/sh\n')
  chmodSync(join(folder, program), 0o755)
}

test('[S208] the owner’s own commands go before what the system has; one of them alone is none', async () => {
  put('wlopm')
  const env = { PATH: folder, WAYLAND_DISPLAY: 'wayland-1' }
  const own = await findSwitch({ 'display-off': 'tv off', 'display-on': 'tv on' }, env)
  expect(own).toEqual({
    name: 'own commands',
    off: [['/bin/sh', '-c', 'tv off']],
    on: [['/bin/sh', '-c', 'tv on']],
  })
  expect((await findSwitch({ 'display-off': 'tv off' }, env))?.name).toBe('wlopm')
})

test('[S208] where nothing can switch it there is none', async () => {
  expect(await findSwitch({}, { PATH: folder, WAYLAND_DISPLAY: 'wayland-1', DISPLAY: ':0' })).toBeNull()
  put('wlopm')
  expect(await findSwitch({}, { PATH: folder })).toBeNull()
})
