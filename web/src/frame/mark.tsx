/** The mark: a plumb bob on its line. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0f5257" />
      <path d="M16 5v12" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M11.5 17h9L16 27z" fill="#fff" />
    </svg>
  )
}
