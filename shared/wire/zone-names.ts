// Which names of time zones are taken. A city says whose clocks count, summer time and all; an abbreviation or an offset
// does not: `EST` is an hour off from March to November everywhere in New York. Such names are refused with the city to use.

/** The areas of the IANA's names. `Etc/UTC` is UTC's own name there. */
const cityPattern = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/./

/** A city, and one where clocks never change, if there is another such with the same winter time. */
type Cities = readonly [city: string, withoutSummerTime?: string]

const eastern: Cities = ['America/New_York', 'America/Panama']
const central: Cities = ['America/Chicago', 'America/Costa_Rica']
const mountain: Cities = ['America/Denver', 'America/Phoenix']
const pacific: Cities = ['America/Los_Angeles']
const britain: Cities = ['Europe/London']
const middleEurope: Cities = ['Europe/Berlin']
const eastEurope: Cities = ['Europe/Athens']
const sydney: Cities = ['Australia/Sydney', 'Australia/Brisbane']

/** In capitals. What `Intl` itself takes for another place, such as BST for Bangladesh, and what it does not know. */
const abbreviations: ReadonlyMap<string, Cities> = new Map(
  Object.entries({
    EST: eastern,
    EDT: eastern,
    EST5EDT: eastern,
    EST5: eastern,
    CST: central,
    CDT: central,
    CST6CDT: central,
    MST: mountain,
    MDT: mountain,
    MST7MDT: mountain,
    PST: pacific,
    PDT: pacific,
    PST8PDT: pacific,
    AKST: ['America/Anchorage'],
    AKDT: ['America/Anchorage'],
    HST: ['Pacific/Honolulu'],
    HDT: ['Pacific/Honolulu'],
    AST: ['America/Halifax', 'America/Puerto_Rico'],
    ADT: ['America/Halifax'],
    BRT: ['America/Sao_Paulo'],
    BST: britain,
    WET: ['Europe/Lisbon'],
    CET: middleEurope,
    CEST: middleEurope,
    MET: middleEurope,
    MEZ: middleEurope,
    EET: eastEurope,
    EEST: eastEurope,
    MSK: ['Europe/Moscow'],
    SAST: ['Africa/Johannesburg'],
    GST: ['Asia/Dubai'],
    IST: ['Asia/Kolkata'],
    SGT: ['Asia/Singapore'],
    HKT: ['Asia/Hong_Kong'],
    JST: ['Asia/Tokyo'],
    KST: ['Asia/Seoul'],
    AET: sydney,
    AEST: sydney,
    AEDT: sydney,
    ACST: ['Australia/Adelaide', 'Australia/Darwin'],
    AWST: ['Australia/Perth'],
    NZST: ['Pacific/Auckland'],
    NZDT: ['Pacific/Auckland'],
  } satisfies Record<string, Cities>),
)

/** A large city for each offset that some have, in hours east of Greenwich in winter. */
const byOffset: ReadonlyMap<number, Cities> = new Map<number, Cities>([
  [-11, ['Pacific/Pago_Pago']],
  [-10, ['Pacific/Honolulu']],
  [-9, ['America/Anchorage']],
  [-8, pacific],
  [-7, mountain],
  [-6, central],
  [-5, eastern],
  [-4, ['America/Halifax', 'America/Puerto_Rico']],
  [-3.5, ['America/St_Johns']],
  [-3, ['America/Sao_Paulo']],
  [-2, ['America/Noronha']],
  [-1, ['Atlantic/Azores', 'Atlantic/Cape_Verde']],
  [0, ['Europe/London', 'UTC']],
  [1, ['Europe/Berlin', 'Africa/Lagos']],
  [2, ['Europe/Athens', 'Africa/Johannesburg']],
  [3, ['Asia/Riyadh']],
  [3.5, ['Asia/Tehran']],
  [4, ['Asia/Dubai']],
  [4.5, ['Asia/Kabul']],
  [5, ['Asia/Karachi']],
  [5.5, ['Asia/Kolkata']],
  [5.75, ['Asia/Kathmandu']],
  [6, ['Asia/Dhaka']],
  [6.5, ['Asia/Yangon']],
  [7, ['Asia/Bangkok']],
  [8, ['Asia/Singapore']],
  [9, ['Asia/Tokyo']],
  [9.5, ['Australia/Adelaide', 'Australia/Darwin']],
  [10, sydney],
  [11, ['Pacific/Noumea']],
  [12, ['Pacific/Auckland']],
  [13, ['Pacific/Tongatapu']],
  [14, ['Pacific/Kiritimati']],
])

const offsetPattern = /^(ETC\/)?(?:GMT|UTC)?([+-])(\d{1,2})(?::?([0-5]\d))?$/

/** `Etc/GMT+5` is five hours behind Greenwich: those names have the sign of POSIX. */
const offsetOf = (name: string): number | null => {
  const found = offsetPattern.exec(name)
  if (!found) return null
  const [, etc, sign, hours, minutes] = found
  const size = Number(hours) + Number(minutes ?? 0) / 60
  return (sign === '-') === (etc === undefined) ? -size : size
}

/** Those that were asked for and are as the runtime writes them, of which there are some hundreds: to ask it takes a while. */
const asWritten = new Set<string>()

/** The name as the runtime has it; null for one that it does not know. */
const knownAs = (zone: string): string | null => {
  if (asWritten.has(zone)) return zone
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
    if (timeZone === zone) asWritten.add(zone)
    return timeZone
  } catch {
    return null
  }
}

const citiesFor = (zone: string): Cities | null => {
  const name = zone.trim().toUpperCase()
  const short = abbreviations.get(name.replace(/^SYSTEMV\//, ''))
  if (short) return short
  const offset = offsetOf(name)
  if (offset !== null) return byOffset.get(offset) ?? null
  const known = knownAs(zone.trim())
  if (known === null) return null
  return cityPattern.test(known) ? [known] : (byOffset.get(0) ?? null)
}

/** Whether the runtime can tell the time there, whatever the name. */
export const isKnownZone = (zone: string): boolean => knownAs(zone) !== null

/** Why a name is not taken, to follow on the name of its field; null for a city's zone and for UTC. */
export const zoneFault = (zone: string): string | null => {
  if (zone === 'UTC' || zone === 'Etc/UTC') return null
  if (cityPattern.test(zone) && knownAs(zone) !== null) return null
  const cities = citiesFor(zone)
  if (cities === null) return 'is not an IANA time zone such as Europe/London'
  const [city, without] = cities
  const other = without === undefined ? '' : `, or ${without} where clocks never change`
  return `must name the city whose clocks count, so that summer time is theirs: ${city}${other}`
}
