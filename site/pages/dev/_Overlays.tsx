import { button } from '../../ui/button.ts'
import { Combobox } from '../../ui/overlay/Combobox.tsx'
import { ConfirmTyped } from '../../ui/overlay/ConfirmTyped.tsx'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { Menu } from '../../ui/overlay/Menu.tsx'
import { Tabs } from '../../ui/overlay/Tabs.tsx'
import { Toasts, tell } from '../../ui/overlay/Toasts.tsx'

const skills = ['Linocut', 'Woodcut', 'Etching', 'Weaving', 'Stoneware', 'Viola', 'TypeScript', 'Book binding'].map(
  (label) => ({ value: label.toLowerCase(), label }),
)
const opener = (words: string, look: 'plain' | 'danger', open: () => void) => (
  <button type="button" className={button(look)} onClick={open}>
    {words}
  </button>
)
const row = { display: 'flex', flexWrap: 'wrap', gap: '0.9rem' } as const
const columns = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
  gap: '1.5rem',
}

export function Overlays() {
  return (
    <div style={{ display: 'grid', gap: '2rem' }}>
      <div style={row}>
        <Dialog
          title="Share this entry"
          description="One person can read it. You can take it back at any time."
          trigger={(open) => opener('Open dialog', 'plain', open)}
          actions={(close) => (
            <>
              <button type="button" className={button('plain')} onClick={close}>
                Keep private
              </button>
              <button type="button" className={button('primary')} onClick={close}>
                Share
              </button>
            </>
          )}
        />
        <ConfirmTyped
          title="Delete this portfolio"
          consequence="All 14 pages go off the web at once. Your pieces stay in your account."
          word="delete"
          action="Delete portfolio"
          trigger={(open) => opener('Typed confirmation', 'danger', open)}
          onConfirm={() => tell('Portfolio deleted')}
        />
        <Menu
          label="Open menu"
          entries={[
            { label: 'Edit', onSelect: () => tell('Editing') },
            { label: 'Duplicate', onSelect: () => tell('Duplicated') },
            { label: 'See public page', href: '#overlays' },
            { label: 'Archive', onSelect: () => tell('Archived', { undo: () => tell('Back again') }), danger: true },
          ]}
        />
        <button type="button" className={button()} onClick={() => tell('Draft saved', { undo: () => undefined })}>
          Show toast
        </button>
        <button
          type="button"
          className={button()}
          onClick={() => tell('Not sent', { detail: 'Nothing was lost. Try again in a minute.', failed: true })}
        >
          Show failure
        </button>
      </div>
      <div style={columns}>
        <Combobox label="Skill" options={skills} placeholder="Start typing" />
        <div className="choose">
          <label className="label" htmlFor="level">
            Level
          </label>
          <select id="level" className="control">
            <option>Beginning</option>
            <option>Practising</option>
          </select>
        </div>
      </div>
      <Tabs
        label="A work"
        tabs={[
          { id: 'process', label: 'Process', count: 6, content: 'Six states, from sketch to print.' },
          { id: 'feedback', label: 'Feedback', count: 12, content: 'Twelve comments, three acted on.' },
          { id: 'sales', label: 'Sales', content: 'Two of ten sold.' },
        ]}
      />
      <Toasts />
    </div>
  )
}
