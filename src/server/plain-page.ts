interface Words {
  readonly title: string
  readonly sentence: string
}

const FAILED: Words = {
  title: 'Something went wrong',
  sentence: 'The page could not be sent. The fault is ours: please try again in a few minutes.',
}

const WORDS: Readonly<Record<number, Words>> = {
  400: { title: 'Bad request', sentence: 'The server could not understand this request.' },
  404: { title: 'Page not found', sentence: 'There is no page at this address.' },
  405: { title: 'Method not allowed', sentence: 'Pages here can be read, with GET or HEAD, only.' },
  408: { title: 'Request timed out', sentence: 'The request took too long to arrive.' },
  412: { title: 'Page has changed', sentence: 'The page is not the version that was asked for.' },
  416: { title: 'No such part', sentence: 'The file is shorter than the part that was asked for.' },
  417: { title: 'Expectation failed', sentence: 'The server cannot do what the request expects.' },
  421: { title: 'Wrong host', sentence: 'This server does not serve the host that was asked for.' },
  431: { title: 'Request too large', sentence: 'The headers of this request are too long.' },
}

/**
 * A small page with a title and one sentence, for answers that have no page of the site.
 *
 * @param status an HTTP status; one without words of its own reads as a fault of the server
 * @returns HTML in English that needs no style and no other file
 */
export function plainPage(status: number): string {
  const { title, sentence } = WORDS[status] ?? FAILED
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sentence}</p>
</main>
</body>
</html>
`
}
