import { whenIn } from '#workers/lib/zones/when.ts'
import type { Standing } from './saving.ts'

// `ahead`: what others read meanwhile, where that is something else.
type Props = { standing: Standing; zone: string; letters: number; ahead: string }

const MOST = 20_000

// What everybody sees, and apart from it what is read aloud: not every few seconds, only what matters.
export function SavedLine({ standing, zone, letters, ahead }: Props) {
  const left = MOST - letters
  return (
    <p className="editor-saved caption">
      <span id="saved" className={standing.at === 'refused' || standing.at === 'away' ? 'editor-warns' : undefined}>
        {inWords(standing, zone)}
        {ahead && `. ${ahead}`}
      </span>
      {left < 1000 && <span>{left > 0 ? `${left} characters left` : 'That is as long as a post can be.'}</span>}
      <span className="only-heard" role="status">
        {['refused', 'away'].includes(standing.at) ? inWords(standing, zone) : ''}
      </span>
    </p>
  )
}

const HALF_A_DAY_MS = 12 * 3_600_000

const isLongAgo = (since: Date) => performance.timeOrigin + performance.now() - since.getTime() > HALF_A_DAY_MS

function inWords(standing: Standing, zone: string): string {
  if (standing.at === 'saved')
    return `Saved ${whenIn(zone, standing.since, { show: isLongAgo(standing.since) ? 'both' : 'time' })}`
  if (standing.at === 'saving') return 'Saving…'
  if (standing.at === 'away')
    return 'Not saved yet: the connection is away. Your words wait in this browser, and are saved when it is back.'
  if (standing.at === 'refused') return `Not saved yet. ${standing.says}`
  if (standing.at === 'two-texts') return 'Not saved yet: there are two texts. Choose one below.'
  return 'Not saved yet'
}
