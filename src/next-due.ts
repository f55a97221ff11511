/**
 * The file in which a build says when it is out of date: the moment, as ISO 8601 has it, at which
 * more becomes public; empty when nothing is to come. The loader writes it into .cache/, and the
 * build puts it beside the site.
 */
export const NEXT_DUE = 'next-due.txt'
