import stored from 'stored.js'

const [page] = Object.values(stored).filter(({ isPage }) => isPage)

export default { fetch: () => new Response(page.text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }) }
