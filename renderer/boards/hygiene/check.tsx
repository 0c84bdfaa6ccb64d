/** Drawn, not typed: every font has another one. */
export const Check = () => (
  <svg className="check" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 12.8l5.4 5.4L20.4 6.6" fill="none" stroke="currentColor" strokeWidth="3.4" />
  </svg>
)
