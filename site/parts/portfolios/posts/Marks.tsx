import { Toolbar } from '@base-ui/react/toolbar'
import { useRef } from 'react'
import { ICONS } from './icons.tsx'
import type { MarkName } from './marks.ts'

type Tool = { label: string; keys: string; spoken: string }

const TOOLS: Record<MarkName, Tool> = {
  bold: { label: 'Bold', keys: 'Control+B', spoken: 'Ctrl B' },
  italic: { label: 'Italic', keys: 'Control+I', spoken: 'Ctrl I' },
  heading: { label: 'Heading', keys: 'Control+Alt+2', spoken: 'Ctrl Alt 2' },
  link: { label: 'Link', keys: 'Control+K', spoken: 'Ctrl K' },
  list: { label: 'List', keys: 'Control+Shift+8', spoken: 'Ctrl Shift 8' },
  quote: { label: 'Quote', keys: 'Control+Shift+9', spoken: 'Ctrl Shift 9' },
  code: { label: 'Code', keys: 'Control+E', spoken: 'Ctrl E' },
}

const NAMES = Object.keys(TOOLS) as MarkName[]

// Which mark a key stands for, whatever the keyboard writes on it.
export function markOf({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  code,
}: Pick<KeyboardEvent, Modifiers>): MarkName | undefined {
  if (!ctrlKey && !metaKey) return undefined
  const key = code.replace(/^(Key|Digit)/, '')
  const asked = ['Control', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+')
  return NAMES.find((name) => TOOLS[name].keys === asked)
}

type Modifiers = 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'

type Props = { forId: string; onMark(name: MarkName): void; onPictures(files: Iterable<File>): void }

export function Marks({ forId, onMark, onPictures }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <Toolbar.Root className="editor-tools" aria-label="How it is set" aria-controls={forId}>
      {NAMES.map((name) => (
        <Toolbar.Button
          key={name}
          className="editor-tool"
          aria-label={TOOLS[name].label}
          aria-keyshortcuts={TOOLS[name].keys}
          title={`${TOOLS[name].label} (${TOOLS[name].spoken})`}
          onClick={() => onMark(name)}
        >
          {ICONS[name]}
        </Toolbar.Button>
      ))}
      <Toolbar.Separator className="editor-gap" />
      <Toolbar.Button
        className="editor-tool editor-picture"
        aria-label="Picture"
        title="Picture"
        onClick={() => chooser.current?.click()}
      >
        {ICONS.picture} <span>Picture</span>
      </Toolbar.Button>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ target }) => {
          onPictures([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </Toolbar.Root>
  )
}
