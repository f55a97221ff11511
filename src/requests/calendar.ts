import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { formats, isFormat } from './fields.ts'
import type { StoredRequest } from './store.ts'

/**
 * An entry for the day by which a request is answered, as iCalendar (RFC 5545). It takes up the whole
 * day and blocks none of it, and says nothing of who asks. The same request gives the same bytes.
 *
 * @param host the site's host, which makes the entry's id unique in the world
 */
export function calendarEntry(request: StoredRequest, host: string): string {
  const { reference, due_on, received_at, format } = request
  const calendar = ical({
    prodId: { company: 'publication-site', product: 'format-requests', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `request-${reference}@${host}`,
    stamp: new Date(received_at),
    start: new Date(due_on),
    allDay: true,
    timezone: null,
    summary: `Reply to format request ${reference}`,
    description: `The reply was promised by this day. Format: ${isFormat(format) ? formats[format] : format}.`,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  return calendar.toString()
}
