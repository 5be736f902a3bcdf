// While somebody types, the names of skills that sound like it are offered by the browser's own list.
for (const input of document.querySelectorAll<HTMLInputElement>('[data-finder] input[type=search]')) {
  const list = document.createElement('datalist')
  list.id = `${input.id}-suggestions`
  input.insertAdjacentElement('afterend', list)
  input.setAttribute('list', list.id)
  input.autocomplete = 'off'
  let waiting = 0
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    const words = input.value.trim()
    const isChosen = Array.from(list.options).some(({ value }) => value === words)
    if (isChosen) return void input.form?.requestSubmit()
    waiting = window.setTimeout(() => void suggest(list, words), 180)
  })
}

async function suggest(list: HTMLDataListElement, words: string) {
  if (words.length < 2) return
  const answer = await fetch(`/api/skills?${new URLSearchParams({ q: words })}`).catch(() => undefined)
  if (!answer?.ok) return
  const { skills }: { skills: { name: string }[] } = await answer.json()
  const options = skills.slice(0, 8).map(({ name }) => new Option(name, name))
  list.replaceChildren(...options)
}

export {}
