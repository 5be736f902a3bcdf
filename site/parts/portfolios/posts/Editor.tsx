import { useCallback, useEffect, useRef, useState } from 'react'
import { whenIn } from '#workers/lib/zones/when.ts'
import './editor.css'
import { SavedLine } from './SavedLine.tsx'
import { Sheet } from './Sheet.tsx'
import { TwoTexts } from './TwoTexts.tsx'
import { letPreviewBeTall, refreshPreview } from './tall-preview.ts'
import { type Given, useSaving } from './use-saving.ts'

// `words` is what is to be written on, `kept` what of it is saved.
type Props = Given & { words: string; help: string; zone: string; ahead: string; error?: string | undefined }

const DRAWN_AFTER_S = [6, 20]

// Where a post is written: it saves by itself, and the preview beside it follows.
export function Editor(given: Props) {
  const [began] = useState(() => ({ ...given, words: typedAlready() ?? given.words }))
  const area = useRef<HTMLTextAreaElement>(null)
  const formOf = useCallback(() => area.current?.form ?? null, [])
  const { standing, saved, isBack, saving } = useSaving(began, formOf)
  const [letters, setLetters] = useState(began.words.length)
  const { zone } = began

  const look = useCallback((slug: string) => refreshPreview(slug, area.current?.value.length ?? 0), [])
  useEffect(() => letPreviewBeTall(began.kept.length), [began])
  useEffect(() => {
    if (saved.version > began.saved.version) look(saved.slug)
  }, [saved.version, saved.slug, began, look])
  // A picture that has just come is drawn in several widths first.
  const lookAgain = () => {
    for (const seconds of DRAWN_AFTER_S) setTimeout(look, seconds * 1000, saved.slug)
  }

  return (
    <div className="editor">
      <label className="label" htmlFor="words">
        Text
      </label>
      {isBack && <p className="editor-back">You had not saved this; here it is again.</p>}
      <Sheet
        area={area}
        words={began.words}
        isWrong={Boolean(given.error)}
        onLength={setLetters}
        onPicture={lookAgain}
      />
      <input type="hidden" name="version" value={saved.version} readOnly />
      {given.error && <p className="editor-warns">{given.error}</p>}
      <SavedLine {...{ standing, zone, letters }} ahead={saved.version > began.saved.version ? began.ahead : ''} />
      {standing.at === 'two-texts' && (
        <TwoTexts
          theirs={standing.theirs}
          savedAt={whenIn(zone, standing.theirs.changedAt, { show: 'time' })}
          onMine={() => void saving.current?.keepMine()}
          onTheirs={() => void saving.current?.takeTheirs()}
        />
      )}
      <p id="words-help" className="caption">
        {given.help}
      </p>
    </div>
  )
}

// Somebody may have begun to write before this was here.
function typedAlready(): string | undefined {
  const field = document.getElementById('words')
  return field instanceof HTMLTextAreaElement ? field.value : undefined
}
