import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { pictureInWords } from '#workers/portfolios/posts/picture-words.ts'
import { Marks, markOf } from './Marks.tsx'
import { MARKS, type MarkName, paragraph } from './marks.ts'
import { NewPicture } from './NewPicture.tsx'
import { selectedIn, write } from './writing-in.ts'

type Props = {
  area: RefObject<HTMLTextAreaElement | null>
  words: string
  isWrong: boolean
  onLength(letters: number): void
  onPicture(): void
}

// The text with its tools. Pictures come by the button, pasted, or dropped.
export function Sheet({ area, words, isWrong, onLength, onPicture }: Props) {
  const [pictures, setPictures] = useState<File[]>([])
  const mark = (name: MarkName) => area.current && write(area.current, MARKS[name](selectedIn(area.current)))
  const add = (files: Iterable<File>) =>
    setPictures((before) => [...before, ...[...files].filter(({ type }) => type.startsWith('image/'))])
  const leave = (file: File) => setPictures((before) => before.filter((one) => one !== file))
  const put = (file: File, id: string, alt: string) => {
    leave(file)
    if (area.current) write(area.current, paragraph(pictureInWords(id, alt), selectedIn(area.current)))
    onPicture()
  }
  const take = (event: ClipboardEvent | DragEvent, files: FileList) => {
    if (files.length === 0) return
    event.preventDefault()
    add(files)
  }
  const press = (event: KeyboardEvent) => {
    const name = markOf(event.nativeEvent)
    if (!name) return
    event.preventDefault()
    event.stopPropagation()
    mark(name)
  }
  return (
    <div className="editor-sheet">
      <Marks forId="words" onMark={mark} onPictures={add} />
      {pictures.map((file) => (
        <NewPicture
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          onPut={(id, alt) => put(file, id, alt)}
          onLeave={() => leave(file)}
        />
      ))}
      <textarea
        ref={area}
        id="words"
        name="words"
        dir="auto"
        maxLength={20_000}
        rows={20}
        defaultValue={words}
        aria-describedby="saved words-help"
        aria-invalid={isWrong || undefined}
        onInput={({ currentTarget }) => onLength(currentTarget.value.length)}
        onKeyDown={press}
        onPaste={(event) => take(event, event.clipboardData.files)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => take(event, event.dataTransfer.files)}
      />
    </div>
  )
}
