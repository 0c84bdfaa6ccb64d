import type { KioskOptions } from './options.ts'

/** Boards with pictures take 100 to 300 MB. At a gigabyte something has gathered for weeks, and V8 is far from its end. */
const usualBytes = 1e9

/** What a page may take before it is loaded anew, bytes: a gigabyte, of small machines a quarter of their memory. */
export const pageMemoryBytes = (options: KioskOptions, machineBytes: number): number => {
  const { 'page-memory': megabytes } = options
  return megabytes === undefined ? Math.min(usualBytes, machineBytes / 4) : megabytes * 1e6
}
