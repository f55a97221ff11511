import { init, registerCustomFormat } from '@sveltia/cms'
import { editorConfiguration } from './configuration.ts'
import { fileFormats } from './file-formats.ts'

// Runs in the browser: files.ts makes one file of it.

// Sveltia CMS offers the local folder at these names only, and elsewhere asks for an account.
if (/^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname)) {
  for (const [name, { extension, fromFile, toFile }] of Object.entries(fileFormats)) {
    registerCustomFormat(name, extension, { fromFile, toFile })
  }
  // What it says holds elsewhere, and Sveltia CMS brings a <main> of its own.
  document.querySelector('main')?.remove()
  await init({ config: editorConfiguration(location.origin) })
}
