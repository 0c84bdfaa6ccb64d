// A QR code as one path, so that no seam shows between its modules at any size.
import { memo } from 'react'
import { encode } from 'uqr'

/** White around it, in modules, without which phones do not find it. */
const quiet = 4

export const QrCode = memo(({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const side = size + 2 * quiet
  return (
    <svg
      className="pairing-qr"
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
