// What is still being prepared appears by itself, and nothing else on the page moves.
const waiting = () => [...document.querySelectorAll<HTMLElement>('[data-not-yet]')]

async function look(tries: number) {
  if (waiting().length === 0) return
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const gap of waiting()) {
      const there = fresh.querySelector(`[href*="${gap.dataset.notYet}"], [src*="${gap.dataset.notYet}"]`)
      const piece = there?.closest('figure') ?? there?.closest('a') ?? there
      if (piece) gap.replaceWith(document.adoptNode(piece))
    }
  }
  if (tries < 8) setTimeout(look, 1500 * (tries + 1), tries + 1)
}

setTimeout(look, 1500, 0)

export {}
