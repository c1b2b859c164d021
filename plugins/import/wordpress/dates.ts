/** A moment as written in two zones: what the writer's clock said, and how far it was from UTC. */
export interface ZonedMoment {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** Minutes that the writer's clock was ahead of UTC. */
  readonly offset: number;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;
/** Offsets in use lie between -12:00 and +14:00, in quarters of an hour (IANA time zone database). */
const LARGEST_OFFSET = 14 * 60;

/** "2015-01-02 10:00:00" read as UTC, in milliseconds; null for zeros and for what is no date. */
export function writtenTime(text: string): number | null {
  const [, ...parts] = WRITTEN.exec(text.trim()) ?? [];
  if (parts.length === 0) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const isReal = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24;
  return isReal ? time : null;
}

/** Offset of a moment given as local time and as UTC; null where one is missing or they cannot both be true. */
export function zonedMoment(local: string, gmt: string): ZonedMoment | null {
  const own = writtenTime(local);
  const time = writtenTime(gmt);
  if (own === null || time === null) return null;
  const offset = Math.round((own - time) / 60_000);
  return Math.abs(offset) <= LARGEST_OFFSET && offset % 15 === 0 ? { time, offset } : null;
}

/**
 * ISO 8601 of a date of WordPress, which has local time and UTC side by side,
 * either of them zeros at times. Without UTC the offset is that of the moment
 * nearest in time among `known`; without local time the date is in UTC.
 */
export function wordpressDate(local: string, gmt: string, known: readonly ZonedMoment[]): string | null {
  const own = writtenTime(local);
  const moment = zonedMoment(local, gmt);
  if (moment) return isoWith(own ?? 0, moment.offset);
  if (own !== null) {
    const offset = nearestOffset(own, known);
    return offset === null ? isoWith(own, 0).slice(0, 19) : isoWith(own, offset);
  }
  const time = writtenTime(gmt);
  return time === null ? null : isoWith(time, 0);
}

function nearestOffset(own: number, known: readonly ZonedMoment[]): number | null {
  let nearest: ZonedMoment | null = null;
  for (const moment of known)
    if (nearest === null || Math.abs(moment.time - own) < Math.abs(nearest.time - own)) nearest = moment;
  return nearest?.offset ?? null;
}

/** A written time with its offset: "2015-01-02T10:00:00-05:00". */
function isoWith(own: number, offset: number): string {
  const wide = (value: number): string => String(value).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  const zone = offset === 0 ? "Z" : `${sign}${wide(Math.floor(size / 60))}:${wide(size % 60)}`;
  return `${new Date(own).toISOString().slice(0, 19)}${zone}`;
}
