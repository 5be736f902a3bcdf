import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import './overlay.css'

type Tab = { id: string; label: string; count?: number; content: ReactNode }
type Props = { tabs: Tab[]; label: string; first?: string; onChange?: (id: string) => void }

export function Tabs({ tabs, label, first = tabs[0]?.id ?? '', onChange }: Props) {
  return (
    <Base.Root defaultValue={first} onValueChange={(id) => onChange?.(String(id))}>
      <Base.List className="tab-list" aria-label={label}>
        {tabs.map(({ id, label, count }) => (
          <Base.Tab key={id} value={id} className="tab">
            {label}
            {count !== undefined && <span className="tab-count">{count.toLocaleString('en')}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className="tab-panel">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
