// A QR code as one path, so that no seam shows between its modules at any size.
import { memo } from 'react'
import { encode } from 'uqr'

/** White around it, in modules, without which phones do not find it. */
const quiet = 4

interface QrCodeProps {
  readonly text: string
  readonly label: string
  readonly className: string
  /** How much of it may be lost: `L` for one that has to be small. */
  readonly ecc?: 'L' | 'M'
}

export const QrCode = memo(({ text, label, className, ecc = 'M' }: QrCodeProps) => {
  const { data, size } = encode(text, { ecc, border: 0 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const side = size + 2 * quiet
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
})
QrCode.displayName = 'QrCode'
