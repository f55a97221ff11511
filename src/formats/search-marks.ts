/*
 * Ids in search records that no part of a publication has (src/formats/search.ts), which tell the
 * search page (src/search/excerpt.ts) what the words behind them belong to.
 */

/** A part is over, and the text goes on. */
export const partEnd = '-part-end'
/** The text is over; what follows is what the site says round every text. */
export const textEnd = '-text-end'
