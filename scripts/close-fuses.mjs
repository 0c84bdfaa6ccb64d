// Takes out of the packaged executable what a wall never needs and an intruder would: running it as plain Node, Node's
// variables and debugger, and code from outside its archive.
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

const wanted = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

/** A fuse that the executable has reads as the character 0 or 1. */
const states = new Set([...'01'].map((character) => character.charCodeAt(0)))

/** @param {import('electron-builder').AfterPackContext} context */
export async function closeFuses({ appOutDir, packager }) {
  const executable = join(appOutDir, packager.executableName)
  const wire = await getCurrentFuseWire(executable)
  // An older Electron has fewer of them.
  const present = Object.entries(wanted).filter(([fuse]) => states.has(wire[fuse]))
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(present) })
}
