const drawn = {
  width: 20,
  height: 20,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

export const CloseIcon = () => (
  <svg {...drawn} aria-hidden="true">
    <path d="M18 6 6 18M6 6l12 12" />
  </svg>
)

export const CheckIcon = () => (
  <svg {...drawn} aria-hidden="true">
    <path d="M20 6 9 17l-5-5" />
  </svg>
)

export const ChevronIcon = () => (
  <svg {...drawn} aria-hidden="true">
    <path d="m6 9 6 6 6-6" />
  </svg>
)
