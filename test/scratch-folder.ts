// Where tests put their folders: in memory, where a machine has room for that. A feed writes a dozen files while it starts, and
// waits for the disk after each; what is tested is not that the disk is slow. What is synced is synced there too.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** Far more than all tests hold at the same time: containers often have 64 MB there. */
const leastBytes = 6 * 1024 ** 3

const hasRoom = (): boolean => {
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= leastBytes
}

/** Some systems run no program there; tests write some. */
const runsPrograms = (folder: string): boolean => {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n')
  chmodSync(program, 0o755)
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}

/** Removed when this process ends; the usual folder where memory is none. */
const makeScratchFolder = (): string => {
  if (!existsSync(memory) || !hasRoom()) return tmpdir()
  const folder = mkdtempSync(join(memory, 'floorboard-tests-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  // As `/tmp` is: databases and programs of other accounts work in it.
  chmodSync(folder, 0o1777)
  if (runsPrograms(folder)) return folder
  remove()
  return tmpdir()
}

/** The settings of Vitest are read once for each project, and all of them are to share one. */
const known = 'FLOORBOARD_SCRATCH'

export const openScratchFolder = (): string => {
  process.env[known] ??= makeScratchFolder()
  return process.env[known]
}
