// The Chromium that browser tests drive.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { canInstall, installPackages } from './debian.mjs'

/** Chromium without a desktop's windows around its pages: the same engine, and pictures come a fifth sooner. */
const shell = '/usr/bin/chromium-headless-shell'
const whole = '/usr/bin/chromium'

/** @returns {string} its executable */
export function provideChromium() {
  const named = process.env.FLOORBOARD_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`FLOORBOARD_CHROMIUM names ${named}, which does not exist.`)
    return named
  }
  if (existsSync(shell)) return shell
  if (canInstall() && installPackages(['chromium-headless-shell'])) return shell
  if (existsSync(whole)) return whole
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  if (canInstall() && installPackages(['chromium'])) return whole
  if (!canInstall() && downloadWithPlaywright()) return chromium.executablePath()
  throw new Error('The browser tests need Chromium, and it could not be installed: set FLOORBOARD_CHROMIUM.')
}

function downloadWithPlaywright() {
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status === 0
}
