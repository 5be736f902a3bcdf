import { useEffect, useRef } from 'react'
import type { Post } from '#workers/portfolios/posts/inputs.ts'
import { button } from '../../../ui/button.ts'

type Props = { theirs: Post; savedAt: string; onMine(): void; onTheirs(): void }

// Two windows wrote on one post. Neither text is lost, whichever is chosen.
export function TwoTexts({ theirs, savedAt, onMine, onTheirs }: Props) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="editor-two-texts" aria-labelledby="two-texts">
      <h2 id="two-texts" ref={head} tabIndex={-1}>
        Both texts are here
      </h2>
      <p>
        This post was changed in another window, at {savedAt}. Yours is in the field above, the other one below. The one
        you do not keep goes to what the post said before.
      </p>
      <label className="label" htmlFor="theirs">
        The text from the other window
      </label>
      <textarea id="theirs" className="control" rows={8} readOnly dir="auto" value={theirs.words} />
      <p className="editor-deeds">
        <button type="button" className={button('primary')} onClick={onMine}>
          Keep mine
        </button>
        <button type="button" className={button('plain')} onClick={onTheirs}>
          Keep the other one
        </button>
      </p>
    </section>
  )
}
