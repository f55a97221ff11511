import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const resolve = createRequire(import.meta.url).resolve
const fonts = '@expo-google-fonts/atkinson-hyperlegible-next'

/**
 * Writes settings for fontconfig that know one font, so that a line ends at the same word on every
 * machine: a screen reader reads, and braille shows, line by line.
 *
 * @returns the settings' file
 */
export function writeFontSettings(folder: string): string {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(dirname(resolve(`${fonts}/package.json`)), '400Regular')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
  <match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
`,
  )
  return file
}
