import { useEffect, useId, useRef, useState } from 'react'
import { button } from '../../../ui/button.ts'
import { type Upload, upload, type Way } from '../../media/uploading.ts'

type Props = { file: File; onPut(id: string, alt: string): void; onLeave(): void }

// A picture on its way: while it comes, its writer says what is to be seen on it.
export function NewPicture({ file, onPut, onLeave }: Props) {
  const [way, setWay] = useState<Way>({ at: 'waiting' })
  const [alt, setAlt] = useState('')
  const sending = useRef<Upload>(undefined)
  const words = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    sending.current = upload(file, setWay)
    words.current?.focus()
  }, [file])
  const leave = () => {
    sending.current?.remove()
    onLeave()
  }
  const put = () => {
    if (way.at === 'arrived' && alt.trim()) onPut(way.id, alt)
  }
  return (
    <section className="editor-new-picture" aria-label={`A picture: ${file.name}`}>
      <Thumb file={file} />
      <div className="editor-picture-words">
        <label className="label" htmlFor={id}>
          What is to be seen on it?
        </label>
        <input
          ref={words}
          id={id}
          className="control"
          maxLength={500}
          autoComplete="off"
          dir="auto"
          value={alt}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setAlt(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            put()
          }}
        />
        <p id={`${id}-help`} className="caption">
          For whoever cannot see it. {inWords(way, file)}
        </p>
        <p className="editor-deeds">
          <button
            type="button"
            className={button('plain')}
            disabled={way.at !== 'arrived' || !alt.trim()}
            onClick={put}
          >
            Put it into the text
          </button>
          <button type="button" className={button('quiet')} onClick={leave}>
            Leave it out
          </button>
        </p>
      </div>
    </section>
  )
}

function inWords(way: Way, { size }: File): string {
  if (way.at === 'refused') return way.says
  if (way.at === 'resting') return 'The connection is away; it goes on by itself.'
  if (way.at === 'arrived') return 'It is here.'
  return `On its way: ${way.at === 'going' ? Math.round((way.sent / size) * 100) : 0} %`
}

function Thumb({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    createImageBitmap(file, { resizeHeight: 192, resizeQuality: 'medium' })
      .then((picture) => {
        if (!canvas.current) return
        Object.assign(canvas.current, { width: picture.width, height: picture.height })
        canvas.current.getContext('2d')?.drawImage(picture, 0, 0)
      })
      .catch(() => {})
  }, [file])
  return <canvas ref={canvas} className="editor-thumb" width="96" height="96" />
}
