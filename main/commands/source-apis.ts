// Other addresses than the vendors' own, for stand-ins and for vendors' other clouds: `FLOORBOARD_AIRCALL_API`.
import { SourceVendor } from '../../shared/wire/source.ts'

export const readSourceApis = (
  environment: Readonly<Record<string, string | undefined>>,
): Partial<Record<SourceVendor, string>> =>
  Object.fromEntries(
    SourceVendor.options.flatMap((vendor) => {
      const address = environment[`FLOORBOARD_${vendor.toUpperCase().replaceAll('-', '_')}_API`]
      return address ? [[vendor, address]] : []
    }),
  )
