try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}

// That pages change softly has to be known before the first style of a page comes, and this is what comes first: where the rule
// arrives with one of several files, the browser may have let go of the change by then, and says so in its console.
try {
  const soft = new CSSStyleSheet()
  soft.replaceSync(
    '@view-transition { navigation: auto } @media (prefers-reduced-motion: reduce) { @view-transition { navigation: none } }',
  )
  document.adoptedStyleSheets = [soft]
} catch {}
