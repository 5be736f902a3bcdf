import type { ReactNode } from 'react'
import type { MarkName } from './marks.ts'

const drawn = (inside: ReactNode) => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {inside}
  </svg>
)

export const ICONS: Record<MarkName | 'picture', ReactNode> = {
  bold: drawn(<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8" />),
  italic: drawn(<path d="M19 4h-9M14 20H5M15 4 9 20" />),
  heading: drawn(<path d="M6 12h12M6 20V4M18 20V4" />),
  link: drawn(
    <path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71" />,
  ),
  list: drawn(<path d="M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13" />),
  quote: drawn(<path d="M17 5H3M21 12H8M21 19H8M3 12v7" />),
  code: drawn(<path d="m16 18 6-6-6-6M8 6l-6 6 6 6" />),
  picture: drawn(
    <path d="M16 5h6M19 2v6M21 11.5V19a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7.5M21 15l-3.09-3.09a2 2 0 0 0-2.82 0L6 21M9 7a2 2 0 1 0 0 4 2 2 0 0 0 0-4" />,
  ),
}
