import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import './overlay.css'

export type MenuEntry =
  | { label: string; onSelect: () => void; icon?: ReactNode; danger?: boolean; disabled?: boolean }
  | { label: string; href: string; icon?: ReactNode }
  | 'divider'

type Props = { trigger: ReactElement; entries: MenuEntry[]; align?: 'start' | 'center' | 'end' }

export function Menu({ trigger, entries, align = 'start' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="positioner" sideOffset={6} align={align}>
          <Base.Popup className="popup">{entries.map(entryRow)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function entryRow(entry: MenuEntry, index: number) {
  if (entry === 'divider') return <Base.Separator key={`divider-${index}`} className="divider" />
  if ('href' in entry)
    return (
      <Base.LinkItem key={entry.label} href={entry.href} className="popup-row">
        {entry.icon}
        {entry.label}
      </Base.LinkItem>
    )
  return (
    <Base.Item
      key={entry.label}
      className={entry.danger ? 'popup-row popup-danger' : 'popup-row'}
      disabled={entry.disabled ?? false}
      onClick={entry.onSelect}
    >
      {entry.icon}
      {entry.label}
    </Base.Item>
  )
}
