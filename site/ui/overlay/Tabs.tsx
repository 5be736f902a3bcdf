import { Tabs as Base } from '@base-ui/react/tabs'
import { type ReactNode, useId } from 'react'
import './overlay.css'

type Tab = { id: string; label: string; count?: number; content: ReactNode }
type Props = { tabs: Tab[]; label: string; first?: string; onChange?: (id: string) => void }

export function Tabs({ tabs, label, first = tabs[0]?.id ?? '', onChange }: Props) {
  const name = useId()
  return (
    <Base.Root defaultValue={first} onValueChange={(id) => onChange?.(String(id))}>
      <Base.List className="tab-list" aria-label={label}>
        {tabs.map(({ id, label, count }) => (
          <Base.Tab key={id} value={id} className="tab" aria-controls={`${name}-${id}`}>
            {label}
            {count !== undefined && <span className="tab-count">{count.toLocaleString('en')}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ id, content }) => (
        <Base.Panel key={id} id={`${name}-${id}`} value={id} className="tab-panel" keepMounted>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
