// Paper in the air, standing still: nothing moves on a page that somebody reads on the way.

const colours = ['#8fb4ff', '#ffb38a', '#7ee3c8', '#e3a3ff', '#ffd76e', '#9be07a', '#ff9fb8', '#5b8cff']
const count = 34

/** Scattered alike on every phone: multiples of the golden ratio, whose fractions never bunch. */
const scattered = (nth: number, of: number): number => ((nth * 0.618034) % 1) * of

export const Confetti = () => (
  <svg className="confetti" viewBox="0 0 400 300" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
    {Array.from({ length: count }, (_, nth) => {
      const x = scattered(nth + 1, 400)
      const y = (nth / count) * 290
      const isNearMiddle = x > 110 && x < 290
      return isNearMiddle && y > 20 ? null : (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          key={nth}
          x={x}
          y={y}
          width={nth % 3 === 0 ? 10 : 6}
          height={nth % 3 === 0 ? 5 : 8}
          rx="1.5"
          fill={colours[nth % colours.length]}
          transform={`rotate(${(nth * 47) % 180} ${x} ${y})`}
          opacity={0.55 + 0.45 * scattered(nth, 1)}
        />
      )
    })}
  </svg>
)
