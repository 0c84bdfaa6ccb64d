import { useIntl } from 'react-intl'

/** "1.4 GB", "20 MB", in the reader's own way to write numbers; decimal, as disks are sold. */
export const useSizeWords = (): ((bytes: number) => string) => {
  const { formatNumber } = useIntl()
  return (bytes) => {
    const [unit, size] =
      bytes >= 1e12
        ? (['terabyte', 1e12] as const)
        : bytes >= 1e9
          ? (['gigabyte', 1e9] as const)
          : bytes >= 1e6
            ? (['megabyte', 1e6] as const)
            : (['kilobyte', 1e3] as const)
    const number = bytes / size
    return formatNumber(number, { style: 'unit', unit, maximumFractionDigits: number < 10 ? 1 : 0 })
  }
}
