// How this wall shall run: flags, else environment variables.
import { parseArgs } from 'node:util'
import { z } from 'zod'

const WholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)

const KioskOptions = z
  .object({
    /** Of the feed to show; without one, and without a folder of its own, the TV asks whoever stands before it. */
    feed: z
      .url({ protocol: /^https?$/, error: 'must be an address such as http://floor.local:4400' })
      .optional(),
    token: z.string().optional(),
    /** Of the certificate that the feed made itself: no other is taken for the feed. */
    'feed-fingerprint': z
      .string()
      .regex(/^([0-9a-f]{2}:?){32}$/i, 'must be 32 bytes in hexadecimal, as the feed printed it')
      .optional(),
    /** One for each display in order; the last one is also for all further displays. */
    screen: z
      .string()
      .regex(
        /^[^,]+(,[^,]+)*$/,
        'must be a screen, or one for each display with commas between them: lobby,kitchen',
      )
      .transform((text): readonly string[] => text.split(',').map((name) => name.trim()))
      .optional(),
    /** From 1, left to right and top to bottom; without one, every display shows a wall. */
    display: WholeNumber.pipe(z.int('is too large').min(1, 'must be 1 or more')).optional(),
    /** Of a feed that the kiosk runs itself. */
    data: z.string().optional(),
    port: WholeNumber.pipe(z.int('is too large').max(65_535, 'must be 65535 at most')).optional(),
    /** What a page may take before it is loaded anew, MB. */
    'page-memory': WholeNumber.pipe(z.int('is too large').min(1, 'must be 1 or more')).optional(),
    /** Of the network card to look for feeds on, and to serve a floor of this computer on; all of them when left out. */
    'network-address': z.ipv4('must be an address of this machine, such as 10.0.0.20').optional(),
    /** Commands that switch the display off and on, where the system's own ways do not; both or neither. */
    'display-off': z.string().optional(),
    'display-on': z.string().optional(),
    /** A channel of new versions, instead of the feed's own; `off`: it takes none. */
    updates: z
      .string()
      .refine(
        (text) => text === 'off' || (URL.canParse(text) && new URL(text).protocol === 'https:'),
        'must be an address that begins with https://, or off',
      )
      .optional(),
    /** A command that shuts this computer down, for the service menu. */
    'power-off': z.string().optional(),
  })
  .refine(({ screen, display }) => display === undefined || screen === undefined || screen.length === 1, {
    path: ['screen'],
    error: 'names several screens, and --display shows one wall only',
  })
export type KioskOptions = z.infer<typeof KioskOptions>

/** The screen that the wall of this place shows, counted from 0. Null: the floor's first. */
export const screenOf = ({ screen }: KioskOptions, place: number): string | null =>
  screen?.[place] ?? screen?.at(-1) ?? null

const names = [
  'feed',
  'token',
  'screen',
  'display',
  'data',
  'port',
  'feed-fingerprint',
  'network-address',
  'page-memory',
  'display-off',
  'display-on',
  'updates',
  'power-off',
] as const

/** Throws an error of one sentence. Unknown flags are Chromium's. */
export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): KioskOptions {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ args: [...argv], options, strict: false })
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name] ?? env[`FLOORBOARD_${name.toUpperCase().replaceAll('-', '_')}`]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
  const parsed = KioskOptions.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`--${issue?.path.join('.')} ${issue?.message}`)
}
